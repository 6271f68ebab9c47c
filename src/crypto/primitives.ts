import sodium from 'libsodium-wrappers-sumo';
import { AppError } from '../lib/error.ts';
import { type Raw, withMemory } from './memory.ts';
import {
  type KdfSettings,
  KEY_BYTES,
  type KeyPair,
  MAC_BYTES,
  NONCE_BYTES,
  type OpenedSlots,
  TAG_BYTES,
} from './port.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// Beyond these, a header is hostile or broken: a phone would freeze or run out of memory before it could say so.
const MOST_MEMORY = 256 * 1024 * 1024;
const MOST_PASSES = 10;

const bytes = (value: Uint8Array): Bytes => value as Bytes;

/** Resolves when libsodium's wasm runs. Throws AppError('too-old') where there is none, 'stopped' where it does not load. */
export const ready = async (): Promise<void> => {
  try {
    await sodium.ready;
  } catch (cause) {
    throw new AppError(typeof WebAssembly === 'undefined' ? 'too-old' : 'stopped', cause);
  }
};

/** Argon2id v1.3 (RFC 9106), one lane: 32 bytes. Throws AppError('not-ours') for hostile settings, before allocating. */
export const deriveKey = (secret: Uint8Array, salt: Uint8Array, settings: KdfSettings): Bytes => {
  const { passes, memory } = settings;
  if (!(passes >= 1 && passes <= MOST_PASSES && memory >= 8192 && memory <= MOST_MEMORY)) {
    throw new AppError('not-ours');
  }
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  return bytes(sodium.crypto_pwhash(KEY_BYTES, secret, salt, passes, memory, algorithm));
};

/** XChaCha20-Poly1305-IETF: ciphertext and tag, without the nonce. */
export const seal = (key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, ad: Uint8Array): Bytes =>
  bytes(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, ad, null, nonce, key));

/** Opens what `seal` sealed; null when it does not open. */
export const open = (
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  ad: Uint8Array,
): Bytes | null => {
  if (sealed.length < TAG_BYTES) return null;
  try {
    return bytes(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, ad, nonce, key));
  } catch {
    return null;
  }
};

/** A fresh random X25519 key pair. */
export const keyPair = (): KeyPair => {
  const pair = sodium.crypto_box_keypair();
  return { publicKey: bytes(pair.publicKey), secretKey: bytes(pair.privateKey) };
};

/** The X25519 key pair that 32 bytes of seed give (`crypto_box_seed_keypair`). */
const seededKeyPair = (seed: Uint8Array): KeyPair => {
  const pair = sodium.crypto_box_seed_keypair(seed);
  return { publicKey: bytes(pair.publicKey), secretKey: bytes(pair.privateKey) };
};

/** Keyed BLAKE2b-256 (`crypto_generichash`, RFC 7693): 32 bytes. */
export const mac = (key: Uint8Array, message: Uint8Array): Bytes =>
  bytes(sodium.crypto_generichash(MAC_BYTES, message, key));

/** Anonymous box to a public key: content + 48 bytes. Throws AppError('garbled') for a key of low order. */
export const sealTo = (publicKey: Uint8Array, plaintext: Uint8Array): Bytes => {
  try {
    return bytes(sodium.crypto_box_seal(plaintext, publicKey));
  } catch (cause) {
    throw new AppError('garbled', cause);
  }
};

/** Opens an anonymous box; null when it is for another key. */
export const openSealed = (keys: KeyPair, sealed: Uint8Array): Bytes | null => {
  try {
    return bytes(sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.secretKey));
  } catch {
    return null;
  }
};

/** Derives a key pair and tries every slot with it, see `CryptoPort.openSlots`. */
export const openSlots = (
  secret: Uint8Array,
  salt: Uint8Array,
  settings: KdfSettings,
  slots: readonly Uint8Array[],
): OpenedSlots => {
  const seed = deriveKey(secret, salt, settings);
  const pair = seededKeyPair(seed);
  const opened = slots.map(slot => openSealed(pair, slot));
  seed.fill(0);
  pair.secretKey.fill(0);
  return { publicKey: pair.publicKey, opened };
};

interface Places {
  readonly key: number;
  readonly nonce: number;
  readonly ad: number;
  readonly text: number;
}

/**
 * Runs `work` over messages of one size in one piece of wasm memory, in place. The wrappers would allocate and
 * copy each page five times; over some fifty pages that is a fifth of the time to unlock.
 */
const inPlace = <T>(key: Uint8Array, room: number, work: (raw: Raw, at: Places) => T): T =>
  withMemory(KEY_BYTES + NONCE_BYTES + 256 + room, (raw, base) => {
    const nonce = base + KEY_BYTES;
    raw.HEAPU8.set(key, base);
    return work(raw, { key: base, nonce, ad: nonce + NONCE_BYTES, text: nonce + NONCE_BYTES + 256 });
  });

const longest = (all: readonly Uint8Array[]): number =>
  all.reduce((most, one) => Math.max(most, one.length), 0);

/** Seals each plaintext under its own random nonce: nonce, ciphertext, tag. `ads` are at most 256 bytes each. */
export const sealPages = (
  key: Uint8Array,
  plaintexts: readonly Uint8Array[],
  ads: readonly Uint8Array[],
): Bytes[] =>
  inPlace(key, longest(plaintexts) + TAG_BYTES, (raw, at) =>
    plaintexts.map((plaintext, i) => {
      const ad = ads[i]!;
      const page = new Uint8Array(NONCE_BYTES + plaintext.length + TAG_BYTES);
      crypto.getRandomValues(page.subarray(0, NONCE_BYTES));
      raw.HEAPU8.set(page.subarray(0, NONCE_BYTES), at.nonce);
      raw.HEAPU8.set(ad, at.ad);
      raw.HEAPU8.set(plaintext, at.text);
      const done = raw._crypto_aead_xchacha20poly1305_ietf_encrypt(
        ...[at.text, 0, at.text, plaintext.length, 0, at.ad, ad.length, 0, 0, at.nonce, at.key],
      );
      if (done !== 0) throw new AppError('stopped');
      page.set(raw.HEAPU8.subarray(at.text, at.text + plaintext.length + TAG_BYTES), NONCE_BYTES);
      return page;
    }),
  );

/**
 * Opens what `sealPages` sealed; null for a page that does not open. The plaintext is written over the page it
 * came from, so `pages` are used up.
 */
export const openPages = (
  key: Uint8Array,
  pages: readonly Bytes[],
  ads: readonly Uint8Array[],
): Array<Bytes | null> =>
  inPlace(key, longest(pages), (raw, at) =>
    pages.map((page, i) => {
      const ad = ads[i]!;
      const sealed = page.length - NONCE_BYTES;
      if (sealed < TAG_BYTES) return null;
      raw.HEAPU8.set(page.subarray(0, NONCE_BYTES), at.nonce);
      raw.HEAPU8.set(ad, at.ad);
      raw.HEAPU8.set(page.subarray(NONCE_BYTES), at.text);
      const done = raw._crypto_aead_xchacha20poly1305_ietf_decrypt(
        ...[at.text, 0, 0, at.text, sealed, 0, at.ad, ad.length, 0, at.nonce, at.key],
      );
      if (done !== 0) return null;
      const plain = page.subarray(0, sealed - TAG_BYTES);
      plain.set(raw.HEAPU8.subarray(at.text, at.text + plain.length));
      return plain;
    }),
  );
