import { concat } from '../lib/bytes.ts';
import { byteRoom, bytesToDigits, CHUNK_BYTES, CHUNK_DIGITS, digitsToBytes } from '../lib/digits.ts';
import { AppError } from '../lib/error.ts';
import { LAST_TYPE, MOST_BYTES, messageType, typeByte } from './message.ts';

/*
 * What stands in a link behind `#`, as decimal digits: a message. They begin with its first byte, so that even a link
 * that was cut off says what it is. A share under code words is that byte, salt (16), ciphertext and tag; byte and
 * salt are authenticated with the ciphertext.
 */
export const SALT_BYTES = 16;
/** First byte and salt: what is authenticated beside the ciphertext. */
export const HEAD_BYTES = 1 + SALT_BYTES;

/** A share under code words, by its parts. `sealed` is ciphertext and tag. */
export interface LinkParts {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Associated data: first byte and salt. */
  readonly head: Uint8Array<ArrayBuffer>;
}

/** First byte and salt as they lead the bytes. */
export const headOf = (salt: Uint8Array): Uint8Array<ArrayBuffer> =>
  concat(Uint8Array.of(typeByte('words')), salt);

/** Takes a share under code words apart. Throws AppError as `messageType` does, 'not-ours' for another message. */
export function linkParts(bytes: Uint8Array): LinkParts {
  if (messageType(bytes) !== 'words') throw new AppError('not-ours');
  const own = Uint8Array.from(bytes);
  return {
    head: own.subarray(0, HEAD_BYTES),
    salt: own.subarray(1, HEAD_BYTES),
    sealed: own.subarray(HEAD_BYTES),
  };
}

/** What stands before the digits: the reader's page and `#`. A fragment that `base` brings along is dropped. */
export const linkPrefix = (base: string): string => `${base.split('#', 1)[0]}#`;

/** The link that carries these bytes. `base` is the reader's page. */
export const makeLink = (base: string, bytes: Uint8Array): string => linkPrefix(base) + bytesToDigits(bytes);

/**
 * The message in a link of any Holdfast, wherever it is served from: as scanned, or as pasted with spaces and line
 * breaks; also the digits alone. Version and length are checked before any byte is used.
 *
 * @throws AppError('not-ours' | 'too-new' | 'cut-short' | 'garbled' | 'too-big')
 */
export function readLink(text: string): Uint8Array<ArrayBuffer> {
  // A link may be wrapped by mail or chat; nothing of ours has spaces in it.
  if (text.length > MOST_BYTES * 4) throw new AppError('too-big');
  const digits = text.replace(/[\s\u200b\ufeff]+/g, '').replace(/^.*#/, '');
  if (!/^\d+$/.test(digits)) throw new AppError('not-ours');
  if (byteRoom(digits.length) > MOST_BYTES) throw new AppError('too-big');
  checkFirst(digits);
  const bytes = digitsToBytes(digits);
  messageType(bytes);
  return bytes;
}

/**
 * The first chunk is whole in every link there is, and begins with the message's first byte. Of a link that ends before
 * that, only a range is known.
 */
function checkFirst(digits: string): void {
  const start = digits.slice(0, CHUNK_DIGITS);
  const least = firstIn(start.padEnd(CHUNK_DIGITS, '0'));
  const most = firstIn(start.padEnd(CHUNK_DIGITS, '9'));
  const short = start.length < CHUNK_DIGITS;
  // A number of a few digits is more likely someone else's page than a piece of a later version.
  if (most < 1 || least > (short ? LAST_TYPE : 255)) throw new AppError('not-ours');
  if (short) throw new AppError('cut-short');
  if (least > LAST_TYPE) throw new AppError('too-new');
}

const firstIn = (chunk: string): number => Number(BigInt(chunk) >> BigInt(8 * (CHUNK_BYTES - 1)));
