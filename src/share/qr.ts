import { create, type QRCode, type QRCodeSegment } from 'qrcode';
import { utf8 } from '../lib/bytes.ts';
import { byteRoom } from '../lib/digits.ts';
import { AppError } from '../lib/error.ts';

/** The largest code that ordinary phones read (what SMART Health Cards settled on). */
export const MOST_VERSION = 22;
/** Error correction L at `MOST_VERSION`: data bits (ISO/IEC 18004, table 7). */
const DATA_BITS = 1006 * 8;
/** Mode and character count of a byte segment and of a numeric one at versions 10–26, bits. */
const BYTE_HEAD = 4 + 16;
const NUMERIC_HEAD = 4 + 12;
/** Light modules around a code that scanners need. */
const QUIET = 4;

/** A QR code as a picture: one path of filled rectangles in a square of `size` units, quiet zone included. */
export interface QrPicture {
  /** For `<path d>`; fill it dark, with `viewBox="0 0 size size"` and `shape-rendering="crispEdges"`. */
  d: string;
  size: number;
  /** QR version, 1–40. */
  version: number;
}

/** Bytes that byte mode would hold after a prefix of `prefixLength` bytes in a version 22-L code (a fraction). */
export const rawRoom = (prefixLength: number): number => (DATA_BITS - BYTE_HEAD - prefixLength * 8) / 8;

/** Bytes of a link's payload that a version 22-L code holds after a prefix of `prefixLength` bytes. */
export function roomFor(prefixLength: number): number {
  const bits = DATA_BITS - BYTE_HEAD - NUMERIC_HEAD - prefixLength * 8;
  if (bits <= 0) return 0;
  // Three digits in 10 bits; a rest of one in 4, of two in 7.
  const rest = bits % 10;
  return byteRoom(Math.floor(bits / 10) * 3 + (rest >= 7 ? 2 : rest >= 4 ? 1 : 0));
}

/** The prefix in byte mode, the digits in numeric mode. */
function segments(link: string): QRCodeSegment[] {
  const at = link.indexOf('#') + 1;
  return [
    { mode: 'byte', data: utf8(link.slice(0, at)) },
    { mode: 'numeric', data: link.slice(at) },
  ];
}

/** The code of a link. Throws AppError('too-big') over what QR holds at all. */
function codeOf(link: string): QRCode {
  try {
    return create(segments(link), { errorCorrectionLevel: 'L' });
  } catch (cause) {
    throw new AppError('too-big', cause);
  }
}

/** QR version (1–40) that a link needs at error correction L. Throws AppError('too-big'). */
export const versionOf = (link: string): number => codeOf(link).version;

/** Draws a link. Throws AppError('too-big') over version 40. */
export const linkQr = (link: string): QrPicture => picture(codeOf(link));

/**
 * Draws plain text for any camera: error correction M where that stays within `MOST_VERSION`, else L.
 * Throws AppError('too-big') over version 40.
 */
export function plainTextQr(text: string): QrPicture {
  const data: QRCodeSegment[] = [{ mode: 'byte', data: utf8(text) }];
  try {
    const careful = create(data, { errorCorrectionLevel: 'M' });
    if (careful.version <= MOST_VERSION) return picture(careful);
  } catch {
    // Too much for M: L holds more.
  }
  try {
    return picture(create(data, { errorCorrectionLevel: 'L' }));
  } catch (cause) {
    throw new AppError('too-big', cause);
  }
}

function picture({ modules, version }: QRCode): QrPicture {
  let d = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      const from = x;
      while (x < modules.size && modules.get(y, x)) x++;
      if (x > from) d += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`;
    }
  }
  return { d, size: modules.size + 2 * QUIET, version };
}
