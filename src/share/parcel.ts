import type { FileValue } from '../domain/item.ts';
import type { Kind } from '../domain/kind.ts';
import { kindOf } from '../domain/kinds.ts';
import type { Share, SharedFile } from '../domain/share.ts';
import { concat } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { decodeShare, encodeShare } from './envelope.ts';

/*
 * What is sealed: an envelope (version 1) by itself, or a parcel (version 2) around it. A parcel is `version` (4 bits)
 * and flags (4 bits), the reply key (32 bytes), then the envelope to the end; with files first the envelope's length
 * (4 bytes, big-endian as all numbers here) and after it file by file: item (2), field (1), type (1), width (2),
 * height (2), length (4), bytes.
 */
const VERSION = 2;
const HAS_REPLY = 1;
const HAS_FILES = 2;
const REPLY_BYTES = 32;
const FILE_HEAD = 12;
const TYPES: readonly FileValue['type'][] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
const MOST_FILES = 100;

/** What a parcel without files adds to its envelope, bytes. */
export const PARCEL_COST = 1 + REPLY_BYTES;

/** All that a share brings: what is shown, where an answer goes, and photos. */
export interface Parcel {
  share: Share;
  /** The X25519 public key that an answer is sealed to; `null` in shares of version 1. */
  reply: Uint8Array<ArrayBuffer> | null;
  files: readonly SharedFile[];
}

const kindAt = (share: Share, item: number): Kind => {
  const kind = kindOf(share.items[item]?.kind ?? '');
  if (!kind) throw new AppError('garbled');
  return kind;
};

const fileBytes = (share: Share, { item, field, type, width, height, bytes }: SharedFile): Uint8Array[] => {
  const head = new DataView(new ArrayBuffer(FILE_HEAD));
  head.setUint16(0, item);
  head.setUint8(
    2,
    kindAt(share, item).fields.findIndex(({ name }) => name === field),
  );
  head.setUint8(3, TYPES.indexOf(type));
  head.setUint16(4, width ?? 0);
  head.setUint16(6, height ?? 0);
  head.setUint32(8, bytes.length);
  return [new Uint8Array(head.buffer), bytes];
};

const lengthOf = (bytes: Uint8Array): Uint8Array => {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, bytes.length);
  return head;
};

/** The bytes of a parcel. Throws AppError as `encodeShare` does. */
export function encodeParcel({ share, reply, files }: Parcel): Uint8Array<ArrayBuffer> {
  const envelope = encodeShare(share);
  const flags = (reply ? HAS_REPLY : 0) + (files.length > 0 ? HAS_FILES : 0);
  return concat(
    Uint8Array.of(VERSION * 16 + flags),
    reply ?? new Uint8Array(0),
    ...(files.length > 0 ? [lengthOf(envelope)] : []),
    envelope,
    ...files.flatMap(file => fileBytes(share, file)),
  );
}

/** The parcel of `encodeParcel`'s bytes, or of an envelope alone. Throws AppError('too-new' | 'garbled'). */
export function decodeParcel(bytes: Uint8Array): Parcel {
  const first = bytes[0] ?? 0;
  if (first >> 4 === 1) return { share: decodeShare(bytes), reply: null, files: [] };
  if (first >> 4 > VERSION) throw new AppError('too-new');
  if (first >> 4 < VERSION || first & ~(HAS_REPLY + HAS_FILES) & 15) throw new AppError('garbled');
  const cut = new Cutter(bytes.subarray(1));
  const reply = first & HAS_REPLY ? Uint8Array.from(cut.take(REPLY_BYTES)) : null;
  if (!(first & HAS_FILES)) return { share: decodeShare(cut.rest()), reply, files: [] };
  const share = decodeShare(cut.take(cut.uint32()));
  const files: SharedFile[] = [];
  while (!cut.done) {
    if (files.length === MOST_FILES) throw new AppError('garbled');
    files.push(readFile(cut, share));
  }
  return { share, reply, files };
}

function readFile(cut: Cutter, share: Share): SharedFile {
  const head = cut.take(FILE_HEAD);
  const view = new DataView(head.buffer, head.byteOffset, FILE_HEAD);
  const item = view.getUint16(0);
  const field = kindAt(share, item).fields[view.getUint8(2)];
  const type = TYPES[view.getUint8(3)];
  if (field?.type !== 'file' || field.neverShared || !type) throw new AppError('garbled');
  const [width, height] = [view.getUint16(4), view.getUint16(6)];
  const bytes = Uint8Array.from(cut.take(view.getUint32(8)));
  return { item, field: field.name, type, ...(width && height ? { width, height } : {}), bytes };
}

/** Takes bytes from the front; no more than there are. */
class Cutter {
  #left: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#left = bytes;
  }

  get done(): boolean {
    return this.#left.length === 0;
  }

  take(count: number): Uint8Array {
    if (count > this.#left.length) throw new AppError('garbled');
    const taken = this.#left.subarray(0, count);
    this.#left = this.#left.subarray(count);
    return taken;
  }

  uint32(): number {
    const head = this.take(4);
    return new DataView(head.buffer, head.byteOffset, 4).getUint32(0);
  }

  rest(): Uint8Array {
    return this.take(this.#left.length);
  }
}
