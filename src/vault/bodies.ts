import { AppError } from '../lib/error.ts';
import {
  BODY_BYTES,
  type Bytes,
  blockOf,
  ENTRY_BYTES,
  type Entry,
  getEntry,
  hexOf,
  indexPage,
  KIND,
  PER_INDEX,
  putEntry,
  putId,
  UNCLEAR,
  UNKNOWN,
} from './format.ts';

/** A record may have this many bytes at most. */
export const MAX_RECORD = 60_000;
/** What a record costs on its page besides its bytes: an id and a length. */
export const RECORD_OVERHEAD = 18;
/** Bytes for records and their overhead on one page; two more hold their number. */
export const RECORDS_ROOM = BODY_BYTES - 2;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Body of a record page: count u16, ids (16 each), lengths (u16 each), then the contents one after the other. */
export const encodeRecords = (records: ReadonlyArray<readonly [string, Uint8Array]>): Bytes => {
  const total = records.reduce((sum, [, bytes]) => sum + bytes.length + RECORD_OVERHEAD, 2);
  const body = new Uint8Array(total);
  const out = view(body);
  out.setUint16(0, records.length, true);
  let at = 2 + records.length * RECORD_OVERHEAD;
  records.forEach(([id, bytes], i) => {
    putId(body, 2 + 16 * i, id);
    out.setUint16(2 + 16 * records.length + 2 * i, bytes.length, true);
    body.set(bytes, at);
    at += bytes.length;
  });
  return body;
};

/** Hands each record of a page to `take`, as views into `body`. Throws AppError('damaged') on nonsense. */
export const decodeRecords = (body: Bytes, take: (id: string, bytes: Bytes) => void): void => {
  if (body.length < 2) throw new AppError('damaged');
  const from = view(body);
  const count = from.getUint16(0, true);
  let at = 2 + count * RECORD_OVERHEAD;
  if (at > body.length) throw new AppError('damaged');
  // All ids in one go: one conversion and cheap slices instead of one conversion each.
  const ids = hexOf(body.subarray(2, 2 + 16 * count));
  for (let i = 0; i < count; i++) {
    const length = from.getUint16(2 + 16 * count + 2 * i, true);
    if (at + length > body.length) throw new AppError('damaged');
    take(ids.slice(32 * i, 32 * i + 32), body.subarray(at, at + length));
    at += length;
  }
};

/** Body of the k-th index page: one entry for each page it names, zeros for the free ones. */
export const encodeIndex = (k: number, entries: ReadonlyMap<number, Entry>): Bytes => {
  const body = new Uint8Array(PER_INDEX * ENTRY_BYTES);
  for (let i = 0; i < PER_INDEX; i++) {
    const entry = entries.get(indexPage(k) + 1 + i);
    if (entry) putEntry(body, i * ENTRY_BYTES, entry);
  }
  return body;
};

/** The entries of the k-th index page by page number, without the free pages. */
export const decodeIndex = (k: number, body: Bytes): Map<number, Entry> => {
  if (body.length !== PER_INDEX * ENTRY_BYTES) throw new AppError('damaged');
  const entries = new Map<number, Entry>();
  for (let i = 0; i < PER_INDEX; i++) {
    if (body[i * ENTRY_BYTES] !== KIND.free) {
      entries.set(indexPage(k) + 1 + i, getEntry(body, i * ENTRY_BYTES));
    }
  }
  return entries;
};

/** What a secret is for; on disk as its place here. At most one of each in a space. */
export const USES = ['pin', 'erase', 'recovery', 'passkey'] as const;
/** `pin`: the PIN or words typed every day. `erase`: opens nothing, and has everything erased. */
export type SlotUse = (typeof USES)[number];

/** Who can open the space: the slot's number in the table, the public key it is sealed to, and what for. */
export interface SlotOwner {
  readonly slot: number;
  readonly publicKey: Bytes;
  readonly use: SlotUse;
}

/** What a secret is for, by its number on disk. Throws AppError('too-new') for one that only a later version knows. */
export const useAt = (code: number): SlotUse => {
  const use = USES[code];
  if (!use) throw new AppError('too-new');
  return use;
};

/** What a root holds: who opens the space, older keys still in use, and an entry for each index page. */
export interface Root {
  readonly slots: readonly SlotOwner[];
  readonly ring: ReadonlyMap<number, Bytes>;
  readonly indexes: readonly Entry[];
  /**
   * Which pages the indexes name, so that a lost index still leaves free pages told apart from broken ones: read back
   * as `UNKNOWN` or `UNCLEAR`. Null in roots of before this was written.
   */
  readonly named: ReadonlyMap<number, Entry> | null;
}

/** Two bits for each page that an index names. */
const USE_BYTES = Math.ceil(PER_INDEX / 4);
const USE = [null, UNKNOWN, UNCLEAR] as const;

const putUse = (out: Uint8Array, named: ReadonlyMap<number, Entry>): void => {
  for (const [n, { kind }] of named) {
    const i = n - indexPage(blockOf(n)) - 1;
    const use = USE.indexOf(kind === KIND.unclear ? UNCLEAR : UNKNOWN);
    out[blockOf(n) * USE_BYTES + (i >> 2)]! |= use << (2 * (i & 3));
  }
};

const useIn = (from: Uint8Array): Map<number, Entry> => {
  const named = new Map<number, Entry>();
  for (let k = 0; k < from.length / USE_BYTES; k++) {
    for (let i = 0; i < PER_INDEX; i++) {
      const entry = USE[(from[k * USE_BYTES + (i >> 2)]! >> (2 * (i & 3))) & 3];
      if (entry) named.set(indexPage(k) + 1 + i, entry);
    }
  }
  return named;
};

/**
 * Body of a root: three counts u16; slots (u8: number in the low four bits, use in the high four; key 32); ring (epoch
 * u32 + key 32); index entries; and for each index 288 bytes of two bits a page: 0 free, 1 in use, 2 unclear.
 */
export const encodeRoot = ({ slots, ring, indexes, named }: Root): Bytes => {
  const namedAt = 6 + slots.length * 33 + ring.size * 36 + indexes.length * ENTRY_BYTES;
  const body = new Uint8Array(namedAt + indexes.length * USE_BYTES);
  if (named) putUse(body.subarray(namedAt), named);
  const out = view(body);
  [slots.length, ring.size, indexes.length].forEach((count, i) => void out.setUint16(2 * i, count, true));
  let at = 6;
  for (const { slot, publicKey, use } of slots) {
    body[at] = slot | (USES.indexOf(use) << 4);
    body.set(publicKey, at + 1);
    at += 33;
  }
  for (const [epoch, key] of ring) {
    out.setUint32(at, epoch, true);
    body.set(key, at + 4);
    at += 36;
  }
  for (const entry of indexes) {
    putEntry(body, at, entry);
    at += ENTRY_BYTES;
  }
  return body;
};

/** Reads a root's body. Throws AppError('damaged') on nonsense. */
export const decodeRoot = (body: Bytes): Root => {
  if (body.length < 6) throw new AppError('damaged');
  const from = view(body);
  const [slotCount, ringCount, indexCount] = [0, 2, 4].map(at => from.getUint16(at, true)) as [
    number,
    number,
    number,
  ];
  const ringAt = 6 + slotCount * 33;
  const indexAt = ringAt + ringCount * 36;
  const namedAt = indexAt + indexCount * ENTRY_BYTES;
  const before = body.length === namedAt;
  if (!before && body.length !== namedAt + indexCount * USE_BYTES) throw new AppError('damaged');
  const slots = Array.from({ length: slotCount }, (_, i) => ({
    slot: body[6 + i * 33]! & 15,
    use: useAt(body[6 + i * 33]! >> 4),
    publicKey: body.slice(7 + i * 33, 39 + i * 33),
  }));
  const ring = new Map<number, Bytes>();
  for (let at = ringAt; at < indexAt; at += 36)
    ring.set(from.getUint32(at, true), body.slice(at + 4, at + 36));
  const indexes = Array.from({ length: indexCount }, (_, i) => getEntry(body, indexAt + i * ENTRY_BYTES));
  return { slots, ring, indexes, named: before ? null : useIn(body.subarray(namedAt)) };
};
