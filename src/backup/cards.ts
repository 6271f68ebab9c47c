import { combine, split } from 'shamir-secret-sharing';
import { concat } from '../lib/bytes.ts';
import { crc32 } from '../lib/crc.ts';
import { AppError } from '../lib/error.ts';
import { base32Length, base32Of, fromBase32, toBase32 } from './base32.ts';
import { KIT_BYTES, kitId, kitName } from './kit.ts';
import { ENTROPY_BYTES } from './words.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/*
 * A card, version 1: 27 bytes as 44 characters of base 32, in groups of four.
 *
 *     0  version u4, number u4   1  kit 5   6  share 17   23  CRC-32 of all before, u32
 *
 * The share is Shamir's over GF(2⁸), any two of three, of a library that Cure53 and Zellic audited (2023; both reports
 * are named in its README): a value for each byte of the secret, then the place it was taken at. One share alone is
 * one point of a line through every possible secret, so it tells nothing; that holds whatever computers become. The
 * library does not check what it puts together: the kit's name does.
 */
const VERSION = 1;
const SHARE_BYTES = ENTROPY_BYTES + 1;
const SUM_BYTES = 4;
const CARD_BYTES = 1 + KIT_BYTES + SHARE_BYTES + SUM_BYTES;
const CHARACTERS = base32Length(CARD_BYTES);
/** Longer than a page of notes with a card in it, characters. */
const MOST_TEXT = 4000;

/** One of three cards of a kit. Any two bring its words back. */
export interface Card {
  /** Names the kit, 8 characters: the same on its words and on all its cards. */
  readonly kit: string;
  readonly number: 1 | 2 | 3;
  /** What is typed or scanned: capitals and digits in groups of four. */
  readonly text: string;
}

/** A card that was read. */
export type ReadCard = Card & { readonly share: Bytes };

const withSum = (bytes: Uint8Array): Bytes => {
  const all = concat(bytes, new Uint8Array(SUM_BYTES));
  new DataView(all.buffer).setUint32(bytes.length, crc32(bytes), true);
  return all;
};

const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length > SUM_BYTES && withSum(bytes.subarray(0, -SUM_BYTES)).every((byte, at) => byte === bytes[at]);

const textOf = (bytes: Uint8Array): string =>
  toBase32(bytes)
    .match(/.{1,4}/g)!
    .join(' ');

/** Three cards of a kit. Splitting again makes three others, which go together with each other only. */
export const splitKit = async (entropy: Uint8Array): Promise<readonly [Card, Card, Card]> => {
  const name = await kitName(entropy);
  const shares = await split(Uint8Array.from(entropy), 3, 2);
  const cards = shares.map((share, at) => {
    const head = (VERSION << 4) | (at + 1);
    const text = textOf(withSum(concat(Uint8Array.of(head), name, share)));
    return { kit: toBase32(name), number: (at + 1) as Card['number'], text };
  });
  return cards as unknown as readonly [Card, Card, Card];
};

const cardOf = (bytes: Bytes): ReadCard => {
  const number = (bytes[0]! & 15) as Card['number'];
  if (number < 1 || number > 3) throw new AppError('garbled');
  return {
    kit: toBase32(bytes.subarray(1, 1 + KIT_BYTES)),
    number,
    text: textOf(bytes),
    share: bytes.slice(1 + KIT_BYTES, 1 + KIT_BYTES + SHARE_BYTES),
  };
};

/** What is amiss with a text that has no card in it. */
const whyNot = (text: string, characters: string): AppError => {
  const whole = fromBase32(characters);
  if (isWhole(whole) && whole[0]! >> 4 > VERSION) return new AppError('too-new');
  // Groups of a card, and hardly a word else: some of it was typed wrong, or is missing.
  const groups = text.match(/(?<![\p{L}\p{N}])[\dA-Za-z]{4}(?![\p{L}\p{N}])/gu) ?? [];
  const looksLikeOne = groups.join('').length * 2 > characters.length && /\d/.test(groups.join(''));
  if (!looksLikeOne && characters.length !== CHARACTERS) return new AppError('not-ours');
  return new AppError(characters.length < CHARACTERS ? 'cut-short' : 'garbled');
};

/**
 * Reads a card as it was typed, scanned or pasted: in any case and grouping, O for 0, I and L for 1, with words round
 * it. Its checksum says where it begins.
 *
 * @throws AppError('cut-short') when characters are missing, 'garbled' when some are wrong, 'too-new' for a later
 * version's, 'not-ours' for anything else
 */
export const readCard = (text: string): ReadCard => {
  const characters = base32Of(text.slice(0, MOST_TEXT));
  for (let at = 0; at + CHARACTERS <= characters.length; at++) {
    const bytes = fromBase32(characters.slice(at, at + CHARACTERS));
    if (bytes[0]! >> 4 === VERSION && isWhole(bytes)) return cardOf(bytes);
  }
  throw whyNot(text, characters);
};

/**
 * The kit's bytes from any two of its cards.
 *
 * @throws AppError('other-key') for the same card twice, cards of two kits, or of one kit that was split twice
 */
export const joinCards = async (a: ReadCard, b: ReadCard): Promise<Bytes> => {
  if (a.kit !== b.kit || a.share.at(-1) === b.share.at(-1)) throw new AppError('other-key');
  const entropy = Uint8Array.from(await combine([a.share, b.share]));
  if ((await kitId(entropy)) !== a.kit) throw new AppError('other-key');
  return entropy;
};
