import { AppError } from '../lib/error.ts';
import { withMemory } from './memory.ts';
import { KEY_BYTES, STREAM_BYTES, STREAM_HEADER_BYTES } from './port.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/*
 * libsodium's crypto_secretstream_xchacha20poly1305 without anything that stays: its state of 52 bytes (key, nonce
 * with counter, padding) goes in and comes out with each call, so a worker that is replaced loses no stream.
 */
const STATE_BYTES = 52;
/** `crypto_secretstream_xchacha20poly1305_TAG_MESSAGE` and `_FINAL` */
const TAG = { message: 0, final: 3 };

const must = (done: number): void => {
  if (done !== 0) throw new AppError('stopped');
};

/** Begins a stream to be written: see `CryptoPort.beginStream`. */
export const beginStream = (key: Uint8Array): { state: Bytes; header: Bytes } =>
  withMemory(STATE_BYTES + STREAM_HEADER_BYTES + KEY_BYTES, (raw, state) => {
    const [header, at] = [state + STATE_BYTES, state + STATE_BYTES + STREAM_HEADER_BYTES];
    raw.HEAPU8.set(key, at);
    must(raw._crypto_secretstream_xchacha20poly1305_init_push(state, header, at));
    return { state: raw.HEAPU8.slice(state, header), header: raw.HEAPU8.slice(header, at) } as {
      state: Bytes;
      header: Bytes;
    };
  });

/** Begins a stream to be read: see `CryptoPort.openStream`. */
export const openStream = (key: Uint8Array, header: Uint8Array): Bytes =>
  withMemory(STATE_BYTES + STREAM_HEADER_BYTES + KEY_BYTES, (raw, state) => {
    const [head, at] = [state + STATE_BYTES, state + STATE_BYTES + STREAM_HEADER_BYTES];
    raw.HEAPU8.set(header, head);
    raw.HEAPU8.set(key, at);
    must(raw._crypto_secretstream_xchacha20poly1305_init_pull(state, head, at));
    return raw.HEAPU8.slice(state, head) as Bytes;
  });

/** Seals the next chunk: see `CryptoPort.pushStream`. */
export const pushStream = (
  state: Uint8Array,
  plaintext: Uint8Array,
  last: boolean,
): { state: Bytes; sealed: Bytes } => {
  const room = plaintext.length + STREAM_BYTES;
  return withMemory(STATE_BYTES + plaintext.length + room, (raw, at) => {
    const text = at + STATE_BYTES;
    const sealed = text + plaintext.length;
    raw.HEAPU8.set(state, at);
    raw.HEAPU8.set(plaintext, text);
    const tag = last ? TAG.final : TAG.message;
    must(
      raw._crypto_secretstream_xchacha20poly1305_push(
        ...[at, sealed, 0, text, plaintext.length, 0, 0, 0, 0, tag],
      ),
    );
    return {
      state: raw.HEAPU8.slice(at, text) as Bytes,
      sealed: raw.HEAPU8.slice(sealed, sealed + room) as Bytes,
    };
  });
};

/** Opens the next chunk: see `CryptoPort.pullStream`. */
export const pullStream = (
  state: Uint8Array,
  sealed: Uint8Array,
): { state: Bytes; plaintext: Bytes; last: boolean } | null => {
  if (sealed.length < STREAM_BYTES) return null;
  const length = sealed.length - STREAM_BYTES;
  return withMemory(STATE_BYTES + 1 + sealed.length + length, (raw, at) => {
    const tag = at + STATE_BYTES;
    const from = tag + 1;
    const text = from + sealed.length;
    raw.HEAPU8.set(state, at);
    raw.HEAPU8.set(sealed, from);
    const done = raw._crypto_secretstream_xchacha20poly1305_pull(
      ...[at, text, 0, tag, from, sealed.length, 0, 0, 0, 0],
    );
    if (done !== 0) return null;
    return {
      state: raw.HEAPU8.slice(at, tag) as Bytes,
      plaintext: raw.HEAPU8.slice(text, text + length) as Bytes,
      last: raw.HEAPU8[tag] === TAG.final,
    };
  });
};
