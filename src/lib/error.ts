/** Every way Holdfast can say no. The UI turns a code into words; a code never carries health data or a secret. */
export type ErrorCode =
  | 'too-old' // the browser lacks WebAssembly, workers or storage we need
  | 'stopped' // a part of Holdfast did not load, or broke off: trying again may help
  | 'storage-full'
  | 'storage-failed' // the browser refused or lost its database
  | 'taken' // a secret that opens something else here already
  | 'taken-over' // another tab of Holdfast saved since we last looked
  | 'erased' // the browser cleared its storage while it was open
  | 'locked' // asked for something that needs an unlocked vault
  | 'too-big' // a record or document over its limit
  | 'damaged' // a page that does not open, or is not the one its root names
  | 'too-new' // written by a later version
  | 'not-ours' // not a Holdfast code, link or page at all
  | 'cut-short' // ours, but some of it is missing
  | 'garbled' // ours, but it does not check out
  | 'wrong-words' // the code words do not open it
  | 'other-phone' // an answer to something that this phone has not shown
  | 'other-key' // sealed to another key than the one we have
  | 'bad-file'; // a photo or file that the browser can't read

/** The one error class. `cause` keeps what the platform said, for a developer's console only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
  }
}
