import { type KdfSettings, KEY_BYTES, SALT_BYTES, SEAL_BYTES, STREAM_HEADER_BYTES } from '../crypto/port.ts';
import { fromUtf8, utf8 } from '../lib/bytes.ts';
import { crc32 } from '../lib/crc.ts';
import { AppError } from '../lib/error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/*
 * The header of a backup, version 1: 512 bytes. docs/backup-format.md says it byte by byte.
 *
 *     0  05 "HFB"       4  version u8       5  unused 3     8  made u32, as the number YYYYMMDD
 *     12 four openers of 116 bytes:
 *          0 use u8   1 unused 3   4 passes u32   8 memory u32   12 salt 16   28 kit 8   36 box 80
 *     476 stream header 24   500 length of the file u64   508 CRC-32 of all before, u32
 *
 * The first byte says what it is among all messages of ours (`share/message.ts`), so a moving code carries the file as
 * it is. The stream's key comes from the first 476 bytes, so no other header goes with it.
 */
const MAGIC = /* @__PURE__ */ Uint8Array.of(5, 0x48, 0x46, 0x42);
const VERSION = 1;
const VERSION_AT = 4;
const MADE_AT = 8;
const OPENERS_AT = 12;
const OPENER_BYTES = 116;
/** How many openers there is room for. */
export const MOST_OPENERS = 4;
const STREAM_AT = OPENERS_AT + MOST_OPENERS * OPENER_BYTES;
const LENGTH_AT = STREAM_AT + STREAM_HEADER_BYTES;
const SUM_AT = LENGTH_AT + 8;
export const HEADER_BYTES = SUM_AT + 4;
const KIT_CHARACTERS = 8;
const BOX_BYTES = KEY_BYTES + SEAL_BYTES;

/** Argon2id beyond these would freeze a phone: whoever wrote them meant it. As `crypto/primitives.ts` has it. */
const MOST_MEMORY = 256 * 1024 * 1024;
const MOST_PASSES = 10;

const USES = ['recovery', 'passphrase'] as const;
/** What a backup opens with: a kit's words or cards, or a passphrase of its own. */
export type Use = (typeof USES)[number];

/** One way to open a backup: whoever derives this salt's key pair from the right secret opens the box. */
export interface SealedOpener {
  readonly use: Use;
  readonly settings: KdfSettings;
  readonly salt: Bytes;
  /** Names the kit, 8 characters; empty for a passphrase. */
  readonly kit: string;
  /** The file's key, sealed. */
  readonly box: Bytes;
}

/** What a header says. */
export interface Header {
  /** The civil day it was made, `YYYY-MM-DD`. */
  readonly made: string;
  readonly openers: readonly SealedOpener[];
  /** What the stream's key is bound to. */
  readonly bound: Bytes;
  readonly stream: Bytes;
  /** Bytes of the whole file. */
  readonly length: number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The part of a header that the stream's key is bound to. */
export const encodeBound = (made: string, openers: readonly SealedOpener[]): Bytes => {
  const bytes = new Uint8Array(STREAM_AT);
  bytes.set(MAGIC);
  bytes[VERSION_AT] = VERSION;
  view(bytes).setUint32(MADE_AT, Number(made.replaceAll('-', '')), true);
  for (const [place, { use, settings, salt, kit, box }] of openers.entries()) {
    const at = OPENERS_AT + place * OPENER_BYTES;
    bytes[at] = USES.indexOf(use) + 1;
    view(bytes).setUint32(at + 4, settings.passes, true);
    view(bytes).setUint32(at + 8, settings.memory, true);
    bytes.set(salt, at + 12);
    bytes.set(utf8(kit), at + 28);
    bytes.set(box, at + 36);
  }
  return bytes;
};

/** The whole header: what the stream is bound to, the stream's own header, and how long the file is. */
export const encodeHeader = (bound: Bytes, stream: Bytes, length: number): Bytes => {
  const bytes = new Uint8Array(HEADER_BYTES);
  bytes.set(bound);
  bytes.set(stream, STREAM_AT);
  view(bytes).setBigUint64(LENGTH_AT, BigInt(length), true);
  view(bytes).setUint32(SUM_AT, crc32(bytes.subarray(0, SUM_AT)), true);
  return bytes;
};

const mustBe = (right: boolean): void => {
  if (!right) throw new AppError('garbled');
};

const decodeOpener = (bytes: Bytes): SealedOpener | null => {
  if (bytes[0] === 0) return null;
  const use = USES[bytes[0]! - 1];
  const settings = { passes: view(bytes).getUint32(4, true), memory: view(bytes).getUint32(8, true) };
  const { passes, memory } = settings;
  mustBe(
    use !== undefined && passes >= 1 && passes <= MOST_PASSES && memory >= 8192 && memory <= MOST_MEMORY,
  );
  const named = bytes.subarray(28, 28 + KIT_CHARACTERS);
  mustBe(use === 'passphrase' || named.every(byte => byte > 0x20 && byte < 0x7f));
  return {
    use: use!,
    settings,
    salt: bytes.slice(12, 12 + SALT_BYTES),
    kit: use === 'recovery' ? fromUtf8(named) : '',
    box: bytes.slice(36, 36 + BOX_BYTES),
  };
};

const decodeMade = (made: number): string => {
  const [year, month, day] = [Math.floor(made / 10_000), Math.floor(made / 100) % 100, made % 100];
  mustBe(year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31);
  return [String(year).padStart(4, '0'), ...[month, day].map(n => String(n).padStart(2, '0'))].join('-');
};

/**
 * What the first `HEADER_BYTES` of a file of this size say. Nothing is derived or allocated by what they claim.
 *
 * @param first as many of them as the file has
 * @throws AppError('not-ours') for another file, 'too-new' for a later version's, 'cut-short' when some of it is
 * missing, 'garbled' when it does not check out or asks for more than a phone has
 */
export const decodeHeader = (first: Bytes, size: number): Header => {
  if (!first.subarray(0, MAGIC.length).every((byte, at) => byte === MAGIC[at]))
    throw new AppError('not-ours');
  if (first.length > VERSION_AT && first[VERSION_AT]! > VERSION) throw new AppError('too-new');
  if (first.length < HEADER_BYTES) throw new AppError('cut-short');
  mustBe(view(first).getUint32(SUM_AT, true) === crc32(first.subarray(0, SUM_AT)));
  mustBe(first[VERSION_AT] === VERSION);
  const length = Number(view(first).getBigUint64(LENGTH_AT, true));
  const openers = Array.from({ length: MOST_OPENERS }, (_, place) => {
    const at = OPENERS_AT + place * OPENER_BYTES;
    return decodeOpener(first.slice(at, at + OPENER_BYTES));
  }).filter(opener => opener !== null);
  mustBe(openers.length > 0);
  const made = decodeMade(view(first).getUint32(MADE_AT, true));
  if (size < length) throw new AppError('cut-short');
  mustBe(size === length);
  const stream = first.slice(STREAM_AT, LENGTH_AT);
  return { made, openers, bound: first.slice(0, STREAM_AT), stream, length };
};
