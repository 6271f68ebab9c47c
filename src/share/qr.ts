import { create, type QRCode, type QRCodeSegment } from 'qrcode';
import { utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { alphanumericRoom, linkHalves, MOST_VERSION, versionOf } from './room.ts';

/** Light modules around a code that scanners need. */
const QUIET = 4;
const FRAME_MASK = 0;

/** A QR code as a picture: one path of filled rectangles in a square of `size` units, quiet zone included. */
export interface QrPicture {
  /** For `<path d>`; fill it dark, with `viewBox="0 0 size size"` and `shape-rendering="crispEdges"`. */
  d: string;
  size: number;
  /** QR version, 1–40. */
  version: number;
}

/** Draws a link: the prefix in byte mode, the digits in numeric mode. Throws AppError('too-big') over version 40. */
export function linkQr(link: string): QrPicture {
  const version = versionOf(link);
  if (version === null) throw new AppError('too-big');
  const { prefix, digits } = linkHalves(link);
  const segments: QRCodeSegment[] = [
    { mode: 'byte', data: prefix },
    { mode: 'numeric', data: digits },
  ];
  return picture(create(segments, { errorCorrectionLevel: 'L', version }));
}

/**
 * Draws a frame of a moving code: alphanumeric mode, error correction L, in this version whether it fills it or not.
 * The mask is always the same: trying all eight, as other codes do, takes longer than all the rest, and a frame's
 * bytes are as good as random. Throws AppError('too-big') when this version doesn't hold the text.
 */
export function frameQr(text: string, version: number): QrPicture {
  if (text.length > alphanumericRoom(version)) throw new AppError('too-big');
  const segments: QRCodeSegment[] = [{ mode: 'alphanumeric', data: text }];
  return picture(create(segments, { errorCorrectionLevel: 'L', version, maskPattern: FRAME_MASK }));
}

/**
 * Draws plain text for any camera: error correction M where that stays within `MOST_VERSION`, else L; `null` when
 * that is too much for a code that an ordinary phone reads.
 */
export function plainTextQr(text: string): QrPicture | null {
  const data: QRCodeSegment[] = [{ mode: 'byte', data: utf8(text) }];
  for (const errorCorrectionLevel of ['M', 'L'] as const) {
    const code = createOrNull(data, errorCorrectionLevel);
    if (code && code.version <= MOST_VERSION) return picture(code);
  }
  return null;
}

/** qrcode throws when no version holds the data. */
function createOrNull(data: QRCodeSegment[], errorCorrectionLevel: 'M' | 'L'): QRCode | null {
  try {
    return create(data, { errorCorrectionLevel });
  } catch {
    return null;
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
