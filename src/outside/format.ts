/** What was found in a text, as the form of its kind would have written it. */
export interface Found {
  kind: 'contact' | 'appointment' | 'note';
  values: Readonly<Record<string, string>>;
  /** Known by its name and kept as text, until a later version can read it. */
  notYet?: true;
  /** Who it says it is from, unchecked. */
  from?: string;
}

/** Someone else's format. Adding one is a file here and its line in `formats.ts`. */
export interface Format {
  id: string;
  /**
   * What is in `text`, which is trimmed, not empty, and has `\n` at the end of its lines; `null` means not for me.
   * Throws AppError('garbled') for a broken one of this format, 'too-big' for one with too much in it.
   */
  read(text: string): readonly Found[] | null;
}

/** A file may hold an address book: more than this is nothing that a person looks at one by one. */
export const MOST_FOUND = 50;

/** What a form asks in one line is a few words. Characters; what is longer was not meant for that field. */
export const LONGEST_FIELD = 500;
