import { utf8 } from '../lib/bytes.ts';
import { byteRoom } from '../lib/digits.ts';

/*
 * How much a QR code holds at error correction L (ISO/IEC 18004, tables 3 and 7), by arithmetic alone, so that
 * whoever only asks for room loads no code that draws.
 */

/** The largest code that ordinary phones read (what SMART Health Cards settled on). */
export const MOST_VERSION = 22;
/** Data bytes of versions 1–40 at error correction L. */
const DATA_BYTES = [
  19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861, 932, 1006,
  1094, 1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702, 2812, 2956,
] as const;
const MODE = 4;

const dataBits = (version: number): number => DATA_BYTES[version - 1]! * 8;
/** Mode and character count, bits. */
const byteHead = (version: number): number => MODE + (version < 10 ? 8 : 16);
const numericHead = (version: number): number => MODE + (version < 10 ? 10 : version < 27 ? 12 : 14);
/** Three digits take 10 bits, a rest of one 4, of two 7. */
const digitBits = (count: number): number => Math.floor(count / 3) * 10 + [0, 4, 7][count % 3]!;

/** Bytes that byte mode would hold in a version 22-L code after a prefix of `prefixLength` bytes (a fraction). */
export const rawRoom = (prefixLength: number): number =>
  (dataBits(MOST_VERSION) - byteHead(MOST_VERSION)) / 8 - prefixLength;

/** Bytes of a link's payload that a version 22-L code holds after a prefix of `prefixLength` bytes. */
export function roomFor(prefixLength: number): number {
  const bits = rawRoom(prefixLength) * 8 - numericHead(MOST_VERSION);
  if (bits <= 0) return 0;
  const rest = bits % 10;
  return byteRoom(Math.floor(bits / 10) * 3 + (rest >= 7 ? 2 : rest >= 4 ? 1 : 0));
}

/** A link's own prefix, up to and with `#`, and its digits. */
export function linkHalves(link: string): { prefix: Uint8Array<ArrayBuffer>; digits: string } {
  const at = link.indexOf('#') + 1;
  return { prefix: utf8(link.slice(0, at)), digits: link.slice(at) };
}

/** QR version (1–40) that a link needs at error correction L; `null` where none holds it. */
export function versionOf(link: string): number | null {
  const { prefix, digits } = linkHalves(link);
  for (let version = 1; version <= DATA_BYTES.length; version++) {
    const bits = byteHead(version) + prefix.length * 8 + numericHead(version) + digitBits(digits.length);
    if (bits <= dataBits(version)) return version;
  }
  return null;
}
