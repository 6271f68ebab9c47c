import { randomBytes } from '../lib/bytes.ts';
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './port.ts';
import * as primitives from './primitives.ts';
import * as stream from './stream.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// See CryptoPort.sealWithSecret: only for keys that seal one message in their life.
const ZERO_NONCE = new Uint8Array(NONCE_BYTES);

/** What a worker (or a test in Node) can be asked to do, by name. */
export const ops = {
  /** Opens nothing once: the browser compiles each function of the wasm at its first call. */
  ready: (): null => {
    primitives.openPages(new Uint8Array(KEY_BYTES), [new Uint8Array(NONCE_BYTES + TAG_BYTES)], [ZERO_NONCE]);
    return null;
  },
  deriveKey: primitives.deriveKey,
  openSlots: primitives.openSlots,
  keyPair: primitives.keyPair,
  mac: primitives.mac,
  sealTo: primitives.sealTo,
  openSealed: primitives.openSealed,
  sealPages: primitives.sealPages,
  openPages: primitives.openPages,
  beginStream: stream.beginStream,
  pushStream: stream.pushStream,
  openStream: stream.openStream,
  pullStream: stream.pullStream,
  sealWithKey: (key: Uint8Array, plaintext: Uint8Array, ad: Uint8Array): Bytes => {
    const nonce = randomBytes(NONCE_BYTES);
    const sealed = primitives.seal(key, nonce, plaintext, ad);
    const all = new Uint8Array(NONCE_BYTES + sealed.length);
    all.set(nonce);
    all.set(sealed, NONCE_BYTES);
    return all;
  },
  openWithKey: (key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Bytes | null =>
    sealed.length < NONCE_BYTES
      ? null
      : primitives.open(key, sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), ad),
  sealSingleUse: (key: Uint8Array, plaintext: Uint8Array, ad: Uint8Array): Bytes =>
    primitives.seal(key, ZERO_NONCE, plaintext, ad),
  openSingleUse: (key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Bytes | null =>
    primitives.open(key, ZERO_NONCE, sealed, ad),
};

type Ops = typeof ops;
export type Op = keyof Ops;

/** Runs one of `ops` somewhere: in a worker, or here. */
export type Call = <K extends Op>(op: K, ...args: Parameters<Ops[K]>) => Promise<ReturnType<Ops[K]>>;
