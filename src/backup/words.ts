import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomBytes } from '../lib/bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a recovery kit is made of, bytes. */
export const ENTROPY_BYTES = 16;
/** How many words stand for it: 128 bits and 4 of checksum, 11 a word. */
const WORD_COUNT = 12;
/** No two words of the list begin with the same four letters (BIP39, "Wordlist"). */
const DECIDING = 4;

/** Fresh random bytes for a kit. */
export const newEntropy = (): Bytes => randomBytes(ENTROPY_BYTES);

/** The twelve words of these bytes: BIP39's English list. */
export const toWords = (entropy: Uint8Array): readonly string[] =>
  entropyToMnemonic(entropy, wordlist).split(' ');

const folded = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The words that begin as typed, in the list's order; its first four letters decide. None for nothing typed. */
export const matches = (typed: string): readonly string[] => {
  const begun = folded(typed).slice(0, DECIDING);
  return begun === '' ? [] : wordlist.filter(word => word.startsWith(begun));
};

/** The one word that this stands for. Of a word that is typed longer or otherwise, four letters are enough. */
const wordOf = (typed: string): string | null => {
  if (wordlist.includes(typed)) return typed;
  return typed.length < DECIDING ? null : (matches(typed)[0] ?? null);
};

/** What typed words came to: the kit's bytes, the places of words that are not in the list, how many they are, or that their checksum does not hold. */
export type ReadWords = { entropy: Bytes } | { unknown: readonly number[] } | { count: number } | 'checksum';

/**
 * Reads words back, in any case and spacing, with commas or numbers between. `unknown` has places from 0. `count` is
 * given when every word is known and they are not twelve; `checksum` when a word is wrong, or two changed places.
 */
export const readWords = (typed: string): ReadWords => {
  const words = folded(typed).match(/\p{Letter}+/gu) ?? [];
  const known = words.map(wordOf);
  const unknown = known.flatMap((word, at) => (word === null ? [at] : []));
  if (unknown.length > 0) return { unknown };
  if (known.length !== WORD_COUNT) return { count: known.length };
  try {
    return { entropy: mnemonicToEntropy(known.join(' '), wordlist) as Bytes };
  } catch {
    // They are twelve, and in the list: only the checksum is left to fail.
    return 'checksum';
  }
};
