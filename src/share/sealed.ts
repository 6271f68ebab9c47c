import type { CryptoPort, KeyPair } from '../crypto/port.ts';
import { concat } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { messageType, typeByte } from './message.ts';
import { decodeParcel, encodeParcel, type Parcel } from './parcel.ts';
import type { OpenedShare } from './port.ts';
import { shareId } from './share.ts';

/*
 * A share for one reader's key: first byte, then an anonymous box (an ephemeral X25519 key, fresh each time, and
 * XSalsa20-Poly1305) around the parcel behind that same byte, so that no other message can be passed off as one.
 */
const EPHEMERAL_BYTES = 32;
const TYPE = typeByte('sealed');

/** Seals a share to a reader's key. Throws AppError('garbled') for a key of low order, else as `encodeShare` does. */
export async function sealToReader(
  crypto: Pick<CryptoPort, 'sealTo'>,
  parcel: Parcel,
  readerKey: Uint8Array,
): Promise<{ id: string; bytes: Uint8Array<ArrayBuffer> }> {
  const box = await crypto.sealTo(readerKey, concat(Uint8Array.of(TYPE), encodeParcel(parcel)));
  return { id: await shareId(box.subarray(0, EPHEMERAL_BYTES)), bytes: concat(Uint8Array.of(TYPE), box) };
}

/**
 * Opens what `sealToReader` sealed.
 *
 * @throws AppError('other-key') when it is for another key, or was changed; 'too-new' and 'garbled' as `decodeParcel`
 * does, 'not-ours' and the like as `messageType` does
 */
export async function openSealedShare(
  crypto: Pick<CryptoPort, 'openSealed'>,
  keys: KeyPair,
  message: Uint8Array,
): Promise<OpenedShare> {
  if (messageType(message) !== 'sealed') throw new AppError('not-ours');
  const box = message.subarray(1);
  const opened = await crypto.openSealed(keys, box);
  if (opened?.[0] !== TYPE) throw new AppError('other-key');
  return { ...decodeParcel(opened.subarray(1)), id: await shareId(box.subarray(0, EPHEMERAL_BYTES)) };
}
