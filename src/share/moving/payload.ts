import { concat } from '../../lib/bytes.ts';
import { crc32c } from '../../lib/crc.ts';
import { AppError } from '../../lib/error.ts';
import { symbolCount } from './fountain.ts';

/*
 * What the fountain carries: CRC-32C of the message (4 bytes, big-endian), then the message. Not the frames' own
 * CRC-32: an error that one polynomial divides goes unseen by it wherever it stands, so in both places.
 */
const SUM_BYTES = 4;

/** How many source symbols a message of `length` bytes makes. */
export const symbolsFor = (length: number): number => symbolCount(SUM_BYTES + length);

/** A message with its sum in front. */
export function withSum(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const sum = new Uint8Array(SUM_BYTES);
  new DataView(sum.buffer).setUint32(0, crc32c(message));
  return concat(sum, message);
}

/** The message of `length` bytes. Throws AppError('garbled') when it is not the one that was summed. */
export function withoutSum(payload: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const message = payload.slice(SUM_BYTES, SUM_BYTES + length);
  if (new DataView(payload.buffer).getUint32(0) !== crc32c(message)) throw new AppError('garbled');
  return message;
}
