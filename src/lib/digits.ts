import { AppError } from './error.ts';

/*
 * Bytes as decimal digits, for QR's numeric mode: 22 bytes are one big-endian number of 53 digits
 * (256²² < 10⁵³), a loss of 0.03% against bits, where base64url in byte mode loses 25%.
 */
export const CHUNK_BYTES = 22;
export const CHUNK_DIGITS = 53;

/** Fewest decimal digits that hold any `length` bytes (0–22). */
const digitsFor = (length: number): number => Math.ceil(length * 8 * Math.log10(2));

/** How many digits `bytesToDigits` makes of `length` bytes. */
export const digitCount = (length: number): number =>
  Math.floor(length / CHUNK_BYTES) * CHUNK_DIGITS + digitsFor(length % CHUNK_BYTES);

/** The most bytes that `count` digits hold. */
export const byteRoom = (count: number): number => {
  const left = count % CHUNK_DIGITS;
  let bytes = 0;
  while (bytes < CHUNK_BYTES - 1 && digitsFor(bytes + 1) <= left) bytes++;
  return Math.floor(count / CHUNK_DIGITS) * CHUNK_BYTES + bytes;
};

/** Decimal digits of bytes, `digitCount(bytes.length)` of them. */
export const bytesToDigits = (bytes: Uint8Array): string => {
  let digits = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    let value = 0n;
    for (const byte of chunk) value = value * 256n + BigInt(byte);
    digits += value.toString().padStart(digitCount(chunk.length), '0');
  }
  return digits;
};

/**
 * The bytes that `bytesToDigits` was given. Throws AppError('cut-short') for a count of digits that no bytes
 * make, 'garbled' for a number that no bytes make. `digits` must be `0`–`9` only.
 */
export const digitsToBytes = (digits: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(byteRoom(digits.length));
  if (digitCount(bytes.length) !== digits.length) throw new AppError('cut-short');
  for (let at = 0, from = 0; at < bytes.length; at += CHUNK_BYTES, from += CHUNK_DIGITS) {
    let value = BigInt(digits.slice(from, from + CHUNK_DIGITS));
    for (let byte = Math.min(at + CHUNK_BYTES, bytes.length) - 1; byte >= at; byte--) {
      bytes[byte] = Number(value & 255n);
      value >>= 8n;
    }
    if (value !== 0n) throw new AppError('garbled');
  }
  return bytes;
};
