/** What opens a record: six digits or more, or a passphrase, as typed. */
export type Secret = { type: 'pin' | 'words'; text: string };
