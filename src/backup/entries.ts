/*
 * What a backup's stream holds, in a row: entries of records, then of blobs, then the end.
 *
 *     record   01 | id 16 | size u32 | bytes
 *     blob     02 | id 16 | size u32 | bytes
 *     end      00 | how many records u32 | how many blobs u32
 *
 * Each chunk of the stream holds 64 KiB of it, the last one what is left.
 */
export const CHUNK_BYTES = 64 * 1024;
export const ENTRY = { end: 0, record: 1, blob: 2 } as const;
/** Type, id and size, bytes. */
export const ENTRY_HEAD_BYTES = 21;
/** The most that a vault takes of each, bytes: nothing bigger is ever allocated. */
export const MOST_SIZE: Readonly<Record<number, number>> = {
  [ENTRY.record]: 60_000,
  [ENTRY.blob]: 32 * 1024 * 1024,
};
/** More things than anyone's life has, each of which costs a little memory to count. */
export const MOST_ENTRIES = 1_000_000;
