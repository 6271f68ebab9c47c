import sodium from 'libsodium-wrappers-sumo';
import { AppError } from '../lib/error.ts';

/** The raw wasm module under the wrappers: only what pages and streams need. A length of 64 bits goes in as two halves. */
export interface Raw {
  readonly HEAPU8: Uint8Array;
  _malloc(length: number): number;
  _free(address: number): void;
  _crypto_aead_xchacha20poly1305_ietf_encrypt(...args: number[]): number;
  _crypto_aead_xchacha20poly1305_ietf_decrypt(...args: number[]): number;
  _crypto_secretstream_xchacha20poly1305_init_push(...args: number[]): number;
  _crypto_secretstream_xchacha20poly1305_init_pull(...args: number[]): number;
  _crypto_secretstream_xchacha20poly1305_push(...args: number[]): number;
  _crypto_secretstream_xchacha20poly1305_pull(...args: number[]): number;
}

/** Runs `work` with `size` bytes of wasm memory at `base`, which are wiped and given back after. */
export const withMemory = <T>(size: number, work: (raw: Raw, base: number) => T): T => {
  const raw = (sodium as unknown as { libsodium: Raw }).libsodium;
  const base = raw._malloc(size);
  if (base === 0) throw new AppError('stopped');
  try {
    return work(raw, base);
  } finally {
    raw.HEAPU8.fill(0, base, base + size);
    raw._free(base);
  }
};
