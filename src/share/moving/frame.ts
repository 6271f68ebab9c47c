import { alphanumericToBytes, bytesIn, bytesToAlphanumeric } from '../../lib/alphanumeric.ts';
import { concat } from '../../lib/bytes.ts';
import { crc32 } from '../../lib/crc.ts';
import { AppError } from '../../lib/error.ts';
import { alphanumericRoom } from '../room.ts';
import { SYMBOL_BYTES } from './fountain.ts';

/*
 * One picture of a moving code, as QR alphanumeric text of these bytes, big-endian:
 * format (1), message id (4), message length (3), index of the first symbol (3), symbols with indices in a row
 * (251 each), CRC-32 of all before it (4). How many symbols there are follows from the text's length.
 *
 * Formats count from 245, so that every frame begins with $ or %, and nothing that people scan does. Every later
 * format keeps the text's coding and the checksum at the end: that is how a frame too new is told from a stranger's.
 */
const FORMAT = 245;
const HEAD_BYTES = 11;
const CHECK_BYTES = 4;
/** Frames and nothing else begin like this and have this alphabet alone. */
const FRAME = /^[$%][0-9A-Z $%*+\-./:]*$/;
/** The most characters that any QR code holds in alphanumeric mode: version 40-L. */
const MOST_CHARS = 4296;
/** Symbol indices end here, exclusively. At 50 symbols a second that is four days. */
export const INDEX_END = 2 ** 24;
/** Bytes that a moving code carries at most: 256 KiB, and a little beside them for the seal. */
export const MOST_MESSAGE = 262_144 + 4096;

/** What a frame says. */
export interface FrameParts {
  /** Which message: random, 32 bits. */
  readonly id: number;
  /** Bytes of the message, 1 … `MOST_MESSAGE`. */
  readonly length: number;
  /** Index of the first symbol; the others follow. */
  readonly first: number;
  /** One at least, `SYMBOL_BYTES` each. */
  readonly symbols: readonly Uint8Array[];
}

/** Symbols that one frame holds in a QR code of this version at error correction L; 0 for none. */
export const symbolsIn = (version: number): number =>
  Math.max(0, Math.floor((bytesIn(alphanumericRoom(version)) - HEAD_BYTES - CHECK_BYTES) / SYMBOL_BYTES));

/** The text of a frame. */
export function makeFrame({ id, length, first, symbols }: FrameParts): string {
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  // Three-byte numbers: the byte in front is written over by what stands before them.
  view.setUint32(7, first);
  view.setUint32(4, length);
  view.setUint32(1, id);
  view.setUint8(0, FORMAT);
  const body = concat(head, ...symbols);
  const check = new Uint8Array(CHECK_BYTES);
  new DataView(check.buffer).setUint32(0, crc32(body));
  return bytesToAlphanumeric(concat(body, check));
}

/** A text's bytes without the checksum, if it holds. */
function checked(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > MOST_CHARS || !FRAME.test(text)) return null;
  const bytes = alphanumericToBytes(text);
  const end = (bytes?.length ?? 0) - CHECK_BYTES;
  if (!bytes || end < 1 || bytes[0]! < FORMAT) return null;
  const body = bytes.subarray(0, end);
  return new DataView(bytes.buffer).getUint32(end) === crc32(body) ? body : null;
}

/** Whether a scanned text is a frame of a moving code, of this format or a later one. Others are told at a glance. */
export const isFrame = (text: string): boolean => checked(text) !== null;

/**
 * What a scanned text says as a frame; null for what is none, or does not check out. Throws AppError('too-new') for a
 * frame of a later format.
 */
export function readFrame(text: string): FrameParts | null {
  const body = checked(text);
  if (!body) return null;
  if (body[0] !== FORMAT) throw new AppError('too-new');
  const count = (body.length - HEAD_BYTES) / SYMBOL_BYTES;
  if (count < 1 || !Number.isInteger(count)) return null;
  const view = new DataView(body.buffer);
  const length = view.getUint32(4) & 0xff_ffff;
  const first = view.getUint32(7) & 0xff_ffff;
  if (length < 1 || length > MOST_MESSAGE || first + count > INDEX_END) return null;
  const symbols = Array.from({ length: count }, (_, at) =>
    body.subarray(HEAD_BYTES + at * SYMBOL_BYTES, HEAD_BYTES + (at + 1) * SYMBOL_BYTES),
  );
  return { id: view.getUint32(1), length, first, symbols };
}
