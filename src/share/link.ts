import { concat } from '../lib/bytes.ts';
import { byteRoom, bytesToDigits, CHUNK_BYTES, CHUNK_DIGITS, digitsToBytes } from '../lib/digits.ts';
import { AppError } from '../lib/error.ts';

/*
 * What stands in a code-words link behind `#`, as decimal digits: version (1 byte), salt (16), ciphertext and tag.
 * Version and salt are authenticated with the ciphertext. The digits begin with the version, so that even a link
 * that was cut off says which version it is.
 */
const LINK_VERSION = 1;
export const SALT_BYTES = 16;
const TAG_BYTES = 16;
/** Version and salt: what is authenticated beside the ciphertext. */
export const HEAD_BYTES = 1 + SALT_BYTES;
/** The least a link can carry: head, one byte of a share, tag. */
const LEAST_BYTES = HEAD_BYTES + 1 + TAG_BYTES;
/** More than any link that was ever made; what is longer is not looked at. */
const MOST_BYTES = 70_000;

/** What a link carries, by its parts. `sealed` is ciphertext and tag. */
export interface LinkParts {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Associated data: version and salt. */
  readonly head: Uint8Array<ArrayBuffer>;
}

/** Version and salt as they lead the bytes. */
export const headOf = (salt: Uint8Array): Uint8Array<ArrayBuffer> =>
  concat(Uint8Array.of(LINK_VERSION), salt);

/**
 * Takes a link's bytes apart. Throws AppError('not-ours') for no version of ours, 'too-new' for a later one,
 * 'cut-short' for too few bytes, 'too-big' for more than any link has.
 */
export function linkParts(bytes: Uint8Array): LinkParts {
  const version = bytes[0] ?? 0;
  if (version === 0) throw new AppError('not-ours');
  if (version > LINK_VERSION) throw new AppError('too-new');
  if (bytes.length < LEAST_BYTES) throw new AppError('cut-short');
  if (bytes.length > MOST_BYTES) throw new AppError('too-big');
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
 * The bytes in a link of any Holdfast, wherever it is served from: as scanned, or as pasted with spaces and line
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
  checkVersion(digits);
  const bytes = digitsToBytes(digits);
  linkParts(bytes);
  return bytes;
}

/**
 * The first chunk is whole in every link there is, and its first byte is the version. Of a link that ends before
 * that, only a range is known.
 */
function checkVersion(digits: string): void {
  const start = digits.slice(0, CHUNK_DIGITS);
  const least = versionIn(start.padEnd(CHUNK_DIGITS, '0'));
  const most = versionIn(start.padEnd(CHUNK_DIGITS, '9'));
  const short = start.length < CHUNK_DIGITS;
  // A number of a few digits is more likely someone else's page than a piece of a later version.
  if (most < 1 || least > (short ? LINK_VERSION : 255)) throw new AppError('not-ours');
  if (short) throw new AppError('cut-short');
  if (least > LINK_VERSION) throw new AppError('too-new');
}

const versionIn = (chunk: string): number => Number(BigInt(chunk) >> BigInt(8 * (CHUNK_BYTES - 1)));
