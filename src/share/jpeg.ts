/** Start of image; markers that stand alone: TEM, RST0–RST7 (ISO/IEC 10918-1, table B.1). */
const SOI = 0xffd8;
const ALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7]);
/** Frame headers are C0–CF but for DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * How many pixels a JPEG's frame header says it has (ISO/IEC 10918-1, B.2.2), without unpacking any: a small file can
 * hold a picture that fills a device's memory. `null` for what is no JPEG, or has no such header before its picture.
 */
export function jpegPixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== SOI) return null;
  for (let at = 2; at + 9 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    // Any marker may have fill bytes before it.
    if (marker === 0xff) at += 1;
    else if (ALONE.has(marker)) at += 2;
    else if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7) || null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** More than any photo that Holdfast keeps, pixels. */
const MOST_PIXELS = 4_000_000;

/** Holdfast sends JPEGs alone, and none as large: what says otherwise of itself is not unpacked. */
export const mayUnpack = (type: string, bytes: Uint8Array): boolean =>
  type === 'image/jpeg' && (jpegPixels(bytes) ?? Infinity) <= MOST_PIXELS;
