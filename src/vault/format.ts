import { AppError } from '../lib/error.ts';
import { PAGE_BYTES } from '../store/pages.ts';

/*
 * Page format, version 1. All integers are little-endian. On disk a page is
 *
 *     nonce 24 | ciphertext | tag 16                          = 65,536 bytes
 *
 * and what it seals is a header of 40 bytes and a body:
 *
 *     0  version u8      1  kind u8        2  unused u16     4  used u32 (bytes of the body)
 *     8  generation u64  16 owner 16       32 seq u32        36 total u32
 *
 * The associated data is "HF", version, lane u8, page number u32, epoch u32. So a page opens only in the place
 * and under the key epoch it was written for. Its generation (one more with each save) is inside, sealed with
 * it, not in the associated data: so when a root or an index is damaged, every other page still says what it is
 * and how new, and everything else stays readable. That a page is also the one it should be is held by its
 * parent, which names its generation and its tag.
 */
const FORMAT = 1;
export const NONCE = 24;
export const TAG = 16;
const PLAIN_BYTES = PAGE_BYTES - NONCE - TAG;
const HEADER_BYTES = 40;
export const BODY_BYTES = PLAIN_BYTES - HEADER_BYTES;

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * What a page is. On disk `free` is only in pages of before free ones were random. Only entries are `unknown`: it is
 * in use, does not open, and its index is lost; or `unclear`: it does not open, and nothing says whether it is in use.
 */
export const KIND = { free: 0, root: 1, index: 2, records: 3, blob: 4, unknown: 5, unclear: 6 } as const;
type Kind = (typeof KIND)[keyof typeof KIND];

/** The page of a lane that is its root. */
export const ROOT = 0;
/** How many pages one index page names. */
export const PER_INDEX = 1150;
const BLOCK = PER_INDEX + 1;

/** Page number of the k-th index page; the pages it names follow it. */
export const indexPage = (k: number): number => 1 + k * BLOCK;
/** Which index page names page `n` (n ≥ 1). */
export const blockOf = (n: number): number => Math.floor((n - 1) / BLOCK);
/** Whether page `n` holds content: neither the root nor an index. */
export const isData = (n: number): boolean => n > 1 && (n - 1) % BLOCK !== 0;
/** How many index pages a lane of `count` pages has. */
export const blocksIn = (count: number): number => blockOf(Math.max(1, count - 1)) + 1;

/** What a page says about itself. `owner` is the id of a blob (32 hex), `seq` of `total` its pages. */
export interface Header {
  readonly kind: Kind;
  readonly generation: number;
  readonly owner: string;
  readonly seq: number;
  readonly total: number;
}

/** A page to be sealed: what it is, and what is in it. */
export interface PlainPage extends Omit<Header, 'generation'> {
  readonly body: Uint8Array;
}

export const NO_OWNER = '0'.repeat(32);

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const putU64 = (out: DataView, at: number, value: number): void => {
  out.setUint32(at, value % 2 ** 32, true);
  out.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
};
const getU64 = (from: DataView, at: number): number =>
  from.getUint32(at, true) + from.getUint32(at + 4, true) * 2 ** 32;

/** 16 bytes as 32 hex characters go into `out`. */
export const putId = (out: Uint8Array, at: number, id: string): void => {
  for (let i = 0; i < 16; i++) out[at + i] = Number.parseInt(id.slice(2 * i, 2 * i + 2), 16);
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as hex, fast: by the browser itself where it can, else by table. */
export const hexOf = (bytes: Uint8Array): string => {
  const native = (bytes as { toHex?: () => string }).toHex;
  if (native) return native.call(bytes);
  let all = '';
  for (const byte of bytes) all += HEX[byte];
  return all;
};

/** 16 bytes as 32 hex characters. */
const getId = (from: Uint8Array, at: number): string => hexOf(from.subarray(at, at + 16));

/** What is bound to a page from outside: its place and its key's epoch. */
export const associated = (lane: number, page: number, epoch: number): Bytes => {
  const ad = new Uint8Array(12);
  ad.set([0x48, 0x46, FORMAT, lane]);
  view(ad).setUint32(4, page, true);
  view(ad).setUint32(8, epoch, true);
  return ad;
};

/** The bytes that a page seals. Throws AppError('too-big') for a body that does not fit. */
export const encodePage = (page: PlainPage, generation: number): Bytes => {
  if (page.body.length > BODY_BYTES) throw new AppError('too-big');
  const plain = new Uint8Array(PLAIN_BYTES);
  const out = view(plain);
  plain[0] = FORMAT;
  plain[1] = page.kind;
  out.setUint32(4, page.body.length, true);
  putU64(out, 8, generation);
  putId(plain, 16, page.owner);
  out.setUint32(32, page.seq, true);
  out.setUint32(36, page.total, true);
  plain.set(page.body, HEADER_BYTES);
  return plain;
};

/** What an opened page says. Throws AppError('too-new') for a later version, 'damaged' for nonsense. */
export const decodePage = (plain: Bytes): Header & { body: Bytes } => {
  const from = view(plain);
  if (plain.length !== PLAIN_BYTES || plain[0] === 0) throw new AppError('damaged');
  if (plain[0]! > FORMAT) throw new AppError('too-new');
  const used = from.getUint32(4, true);
  const kind = plain[1]!;
  if (used > BODY_BYTES || kind > KIND.blob) throw new AppError('damaged');
  return {
    kind: kind as Kind,
    generation: getU64(from, 8),
    owner: getId(plain, 16),
    seq: from.getUint32(32, true),
    total: from.getUint32(36, true),
    body: plain.subarray(HEADER_BYTES, HEADER_BYTES + used),
  };
};

/**
 * What a parent says about a page. The tag stands in for a hash: Poly1305 under a nonce and key stream that no
 * other page shares, so that whoever lacks the vault key can't make a second page with the same tag, and nobody
 * has to read the bytes twice.
 */
export interface Entry extends Header {
  readonly epoch: number;
  readonly tag: Bytes;
}

const nameless = (kind: Kind): Entry => ({
  kind,
  generation: 0,
  owner: NO_OWNER,
  seq: 0,
  total: 0,
  epoch: 0,
  tag: new Uint8Array(TAG),
});
export const UNKNOWN = nameless(KIND.unknown);
export const UNCLEAR = nameless(KIND.unclear);

/** Bytes of one entry: kind u8, unused 3, epoch u32, generation u64, tag 16, owner 16, seq u32, total u32. */
export const ENTRY_BYTES = 56;

export const putEntry = (out: Uint8Array, at: number, entry: Entry): void => {
  const to = view(out);
  out[at] = entry.kind;
  to.setUint32(at + 4, entry.epoch, true);
  putU64(to, at + 8, entry.generation);
  out.set(entry.tag, at + 16);
  putId(out, at + 32, entry.owner);
  to.setUint32(at + 48, entry.seq, true);
  to.setUint32(at + 52, entry.total, true);
};

export const getEntry = (from: Uint8Array, at: number): Entry => {
  const source = view(from);
  return {
    kind: (from[at]! > KIND.unclear ? KIND.unknown : from[at]) as Kind,
    epoch: source.getUint32(at + 4, true),
    generation: getU64(source, at + 8),
    tag: from.slice(at + 16, at + 32) as Bytes,
    owner: getId(from, at + 32),
    seq: source.getUint32(at + 48, true),
    total: source.getUint32(at + 52, true),
  };
};
