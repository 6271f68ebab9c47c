import type { CryptoPort } from '../crypto/port.ts';
import { concat, utf8 } from '../lib/bytes.ts';
import { messageType, typeByte } from './message.ts';
import { wordsOf } from './words.ts';

/** Constant, so that both sides get the same words; what makes them differ is the key. 16 bytes. */
const SALT = utf8('holdfast check 1');

/** A reader's public key as a message. */
export const keyMessage = (publicKey: Uint8Array): Uint8Array<ArrayBuffer> =>
  concat(Uint8Array.of(typeByte('key')), publicKey);

/** The public key in such a message; `null` for another message. Throws as `messageType` does. */
export const readerKeyIn = (message: Uint8Array): Uint8Array<ArrayBuffer> | null =>
  messageType(message) === 'key' ? Uint8Array.from(message.subarray(1)) : null;

/**
 * Four words that two people compare to know that both have the same key. They are derived through Argon2id, so each
 * key that an impostor tries costs as much as one guess of a code word: 40 bits for a key with all four words the same,
 * some 20 years of one large GPU (SECURITY.md). The salt is one for all, or both sides would have to agree on it: such a
 * search is of use more than once, and three equal words cost days. So all four are to be looked at.
 */
export const checkWords = async (
  crypto: Pick<CryptoPort, 'deriveKey'>,
  publicKey: Uint8Array,
): Promise<string[]> => wordsOf(await crypto.deriveKey(publicKey, SALT));
