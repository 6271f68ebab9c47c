/** What Argon2id is asked for: passes, and memory in bytes. */
export interface KdfSettings {
  readonly passes: number;
  readonly memory: number;
}

/** 64 MiB and 3 passes: the second choice of RFC 9106, section 4, with one lane (libsodium has no more). */
export const KDF: KdfSettings = { passes: 3, memory: 64 * 1024 * 1024 };

/** Argon2id salt, bytes (libsodium's `crypto_pwhash_SALTBYTES`). */
export const SALT_BYTES = 16;
/** Every symmetric key and every X25519 key, bytes. */
export const KEY_BYTES = 32;
/** XChaCha20 nonce, bytes. */
export const NONCE_BYTES = 24;
/** Poly1305 tag, bytes. */
export const TAG_BYTES = 16;
/** What `mac` gives, bytes. */
export const MAC_BYTES = 32;
/** What an anonymous box adds to its content: an ephemeral public key and a tag, bytes. */
export const SEAL_BYTES = 48;
/** A stream's own header, bytes. */
export const STREAM_HEADER_BYTES = 24;
/** What a stream adds to each chunk, bytes. */
export const STREAM_BYTES = 17;

type Bytes = Uint8Array<ArrayBuffer>;

/** An X25519 key pair, 32 bytes each. */
export interface KeyPair {
  readonly publicKey: Bytes;
  readonly secretKey: Bytes;
}

/** What a secret derives and opens. `opened` is as long as `slots`; null where a slot is not for this secret. */
export interface OpenedSlots {
  readonly publicKey: Bytes;
  readonly opened: ReadonlyArray<Bytes | null>;
}

/**
 * All cryptography of Holdfast. Every method may throw AppError('too-old') where WebAssembly or workers are
 * missing, and 'stopped' where their files did not come: the next call tries anew. "null" always means "does not open with this", never "broken".
 *
 * Inputs are copied, never changed, except where a method says that it takes them over.
 */
export interface CryptoPort {
  /** Starts the worker that derives keys, so that it is ready when the person has finished typing. Optional. */
  warm(): void;

  /** Argon2id of a secret: 32 bytes. `salt` is 16 bytes. Default settings are `KDF`. */
  deriveKey(secret: Uint8Array, salt: Uint8Array, settings?: KdfSettings): Promise<Bytes>;

  /**
   * Derives a single-use key from `secret` and `salt` and seals `plaintext` (XChaCha20-Poly1305, `ad`
   * authenticated). The result has no nonce in it: it is ciphertext and tag, plaintext + 16 bytes.
   *
   * The nonce is all zero. That is allowed here and only here, because the key seals exactly one message:
   * `salt` MUST be fresh random bytes for every call. `key` reopens the result with `openSingleUse`.
   */
  sealWithSecret(
    secret: Uint8Array,
    salt: Uint8Array,
    plaintext: Uint8Array,
    ad: Uint8Array,
  ): Promise<{ sealed: Bytes; key: Bytes }>;

  /** Opens what `sealWithSecret` sealed. null when the secret (or the ad, or a byte) is not the one. */
  openWithSecret(
    secret: Uint8Array,
    salt: Uint8Array,
    sealed: Uint8Array,
    ad: Uint8Array,
  ): Promise<{ plaintext: Bytes; key: Bytes } | null>;

  /** Opens what `sealWithSecret` sealed with the key that it returned: no second derivation. */
  openSingleUse(key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Promise<Bytes | null>;

  /** XChaCha20-Poly1305 under a fresh random nonce: nonce, ciphertext, tag (plaintext + 40 bytes). */
  sealWithKey(key: Uint8Array, plaintext: Uint8Array, ad: Uint8Array): Promise<Bytes>;

  /** Opens what `sealWithKey` sealed; null when it does not open. */
  openWithKey(key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Promise<Bytes | null>;

  /** A fresh random X25519 key pair. */
  keyPair(): Promise<KeyPair>;

  /** Anonymous box (`crypto_box_seal`) to a public key: content + 48 bytes. Throws AppError('garbled') for one of low order. */
  sealTo(publicKey: Uint8Array, plaintext: Uint8Array): Promise<Bytes>;

  /** Opens an anonymous box; null when it is for another key. */
  openSealed(keys: KeyPair, sealed: Uint8Array): Promise<Bytes | null>;

  /** A message authentication code: BLAKE2b-256 keyed with 32 bytes. */
  mac(key: Uint8Array, message: Uint8Array): Promise<Bytes>;

  /**
   * Argon2id of a secret seeds an X25519 key pair that tries **every** slot, whether or not an earlier one
   * opened, so that the time taken tells nothing. The secret half never leaves the worker, which ends here.
   * Throws AppError('not-ours') for settings outside what Holdfast ever wrote, before allocating.
   */
  openSlots(
    secret: Uint8Array,
    salt: Uint8Array,
    settings: KdfSettings,
    slots: readonly Uint8Array[],
  ): Promise<OpenedSlots>;

  /** `sealWithKey` for many pages in one message. Takes the plaintexts over: their buffers are gone after. */
  sealPages(key: Uint8Array, plaintexts: readonly Bytes[], ads: readonly Uint8Array[]): Promise<Bytes[]>;

  /** `openWithKey` for many pages in one message. Takes the pages over: their buffers are gone after. */
  openPages(
    key: Uint8Array,
    pages: readonly Bytes[],
    ads: readonly Uint8Array[],
  ): Promise<Array<Bytes | null>>;

  /**
   * Begins a stream of chunks (libsodium's `crypto_secretstream_xchacha20poly1305`) under a key. Each chunk opens only
   * after the one that was sealed before it. `state` is a secret, as the key is; each call gives the next one.
   */
  beginStream(key: Uint8Array): Promise<{ state: Bytes; header: Bytes }>;

  /** Seals the next chunk: plaintext + 17 bytes. Takes the plaintext over. Nothing can follow the `last`. */
  pushStream(state: Uint8Array, plaintext: Bytes, last: boolean): Promise<{ state: Bytes; sealed: Bytes }>;

  /** The state that reads what `beginStream` began. Any header will do: whether it is the one, the first chunk says. */
  openStream(key: Uint8Array, header: Uint8Array): Promise<Bytes>;

  /** Opens the next chunk; null when it is not the next one. Takes the chunk over. */
  pullStream(
    state: Uint8Array,
    sealed: Bytes,
  ): Promise<{ state: Bytes; plaintext: Bytes; last: boolean } | null>;

  /** Ends every worker, and with it every key and plaintext it saw. A later call starts a fresh one. */
  close(): void;
}
