/** The bytes that `hex` (bytes.ts) writes. What is no hex reads as zero. Apart, because the lock screen needs none of it. */
export const unhex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
