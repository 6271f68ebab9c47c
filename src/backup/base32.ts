/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, which are misread. Five bits a character. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The characters of these bytes; bits that are left over in the last one are 0. */
export const toBase32 = (bytes: Uint8Array): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
};

/** How many characters `length` bytes make. */
export const base32Length = (length: number): number => Math.ceil((length * 8) / 5);

/** Only the characters of the alphabet, as it is read aloud or copied: O is 0, I and L are 1, all else goes. */
export const base32Of = (typed: string): string =>
  [...typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')]
    .filter(character => ALPHABET.includes(character))
    .join('');

/** The bytes of what `base32Of` gives; bits that make no whole byte are left out. */
export const fromBase32 = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    held = ((held << 5) | ALPHABET.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
  }
  return bytes;
};
