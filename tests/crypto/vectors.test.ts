import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import * as primitives from '../../src/crypto/primitives.ts';
import * as stream from '../../src/crypto/stream.ts';
import vectors from '../vectors/crypto.json' with { type: 'json' };
import { knownAnswers } from '../vectors/known-answers.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));

beforeAll(primitives.ready);

describe('XChaCha20-Poly1305', () => {
  const { valid, changes } = vectors.xchacha20poly1305;
  const [plaintext, ad, key, nonce, sealed] = [
    valid.plaintext,
    valid.ad,
    valid.key,
    valid.nonce,
    valid.sealed,
  ].map(bytes) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

  it('seals and opens the published message', () => {
    expect(primitives.seal(key, nonce, plaintext, ad)).toEqual(sealed);
    expect(primitives.open(key, nonce, sealed, ad)).toEqual(plaintext);
  });

  it('opens the published message on the path for pages', () => {
    const page = new Uint8Array([...nonce, ...sealed]);
    expect(primitives.openPages(key, [page], [ad])).toEqual([plaintext]);
  });

  it.each(changes)('opens nothing with $field changed at $at', ({ field, at }) => {
    const parts = {
      plaintext,
      ad: ad.slice(),
      key: key.slice(),
      nonce: nonce.slice(),
      sealed: sealed.slice(),
    };
    parts[field as 'ad']![at]! ^= 1;
    expect(primitives.open(parts.key, parts.nonce, parts.sealed, parts.ad)).toBeNull();
    const page = new Uint8Array([...parts.nonce, ...parts.sealed]);
    expect(primitives.openPages(parts.key, [page], [parts.ad])).toEqual([null]);
  });

  it('opens nothing cut short', () => {
    for (const length of [0, 15, 16, sealed.length - 1]) {
      expect(primitives.open(key, nonce, sealed.slice(0, length), ad)).toBeNull();
      const page = new Uint8Array([...nonce, ...sealed.slice(0, length)]);
      expect(primitives.openPages(key, [page], [ad])).toEqual([null]);
    }
    expect(primitives.openPages(key, [new Uint8Array(3)], [ad])).toEqual([null]);
  });
});

describe('Argon2id', () => {
  it.each(vectors.argon2id.cases)('$memory bytes, $passes passes: $holds', ({
    salt,
    passes,
    memory,
    key,
    holds,
  }) => {
    const derived = primitives.deriveKey(new Uint8Array(0), fromBase64(salt), { passes, memory });
    expect(Buffer.compare(derived, fromBase64(key)) === 0).toBe(holds);
  });

  it.each([
    [11, 8192],
    [0, 8192],
    [1, 256 * 1024 * 1024 + 1],
    [1, 4 * 1024 ** 3],
    [1, 0],
    [Number.NaN, 8192],
  ])('refuses %d passes over %d bytes', (passes, memory) => {
    expect(() => primitives.deriveKey(new Uint8Array(1), new Uint8Array(16), { passes, memory })).toThrow(
      expect.objectContaining({ code: 'not-ours' }),
    );
  });
});

describe('a second implementation', () => {
  const { salt, argon2id, slot } = vectors.second;
  const utf8 = new TextEncoder();

  it.each(argon2id)('derives the same key with $passes passes over $memory bytes', ({
    secret,
    passes,
    memory,
    key,
  }) => {
    const derived = primitives.deriveKey(utf8.encode(secret), bytes(salt), { passes, memory });
    expect(Buffer.from(derived).toString('hex')).toBe(key);
  });

  it('has the same key pair for a secret, and seals what a slot opens', () => {
    const settings = { passes: 1, memory: 8192 };
    const sealed = bytes(slot.sealed);
    const other = sealed.slice();
    other[40]! ^= 1;
    const all = [other, sealed, new Uint8Array(sealed.length)];
    const { publicKey, opened } = primitives.openSlots(utf8.encode(slot.secret), bytes(salt), settings, all);
    expect(Buffer.from(publicKey).toString('hex')).toBe(slot.publicKey);
    expect(opened.map(one => one && new TextDecoder().decode(one))).toEqual([null, slot.content, null]);
  });
});

describe('X25519 boxes', () => {
  const pair = (who: 'alice' | 'bob') => ({
    publicKey: bytes(vectors.x25519[who].publicKey),
    secretKey: bytes(vectors.x25519[who].secretKey),
  });

  it('open with the published pair, not with the other, and not with halves of both', () => {
    const box = primitives.sealTo(pair('alice').publicKey, new Uint8Array([1, 2, 3]));
    expect(box).toHaveLength(51);
    expect(primitives.openSealed(pair('alice'), box)).toEqual(new Uint8Array([1, 2, 3]));
    expect(primitives.openSealed(pair('bob'), box)).toBeNull();
    expect(
      primitives.openSealed({ publicKey: pair('alice').publicKey, secretKey: pair('bob').secretKey }, box),
    ).toBeNull();
    box[50]! ^= 1;
    expect(primitives.openSealed(pair('alice'), box)).toBeNull();
    expect(primitives.openSealed(pair('alice'), new Uint8Array(3))).toBeNull();
  });
});

describe('keyed BLAKE2b', () => {
  const { key, macs } = vectors.blake2b;

  it.each(macs)('gives the published code of $length bytes, and another for another key', ({
    length,
    mac,
  }) => {
    const message = Uint8Array.from({ length }, (_, i) => i);
    expect(Buffer.from(primitives.mac(bytes(key), message)).toString('hex')).toBe(mac);
    const other = bytes(key);
    other[31]! ^= 1;
    expect(Buffer.from(primitives.mac(other, message)).toString('hex')).not.toBe(mac);
  });
});

describe('the known answers that browsers are held to as well', () => {
  const wrong = async (crypto: Parameters<typeof knownAnswers>[0]): Promise<string[]> =>
    (await knownAnswers(crypto)).filter(one => one.computed !== one.published).map(({ name }) => name);

  it('are those of Node too', async () => {
    expect(await wrong(createLocalCrypto())).toEqual([]);
  });

  it('notice a room that computes something else', async () => {
    const crypto = createLocalCrypto();
    const other = { ...crypto, mac: (key: Uint8Array) => crypto.mac(key, new Uint8Array(1)) };
    expect(await wrong(other)).toEqual(['BLAKE2b of 0 bytes', 'BLAKE2b of 255 bytes']);
  });
});

describe('secretstream', () => {
  const { key, header, chunks } = vectors.secretstream;
  const sealed = chunks.map(chunk => bytes(chunk.sealed));

  it('opens what a second implementation sealed, chunk by chunk, and knows the last', () => {
    let state = stream.openStream(bytes(key), bytes(header));
    for (const [at, chunk] of chunks.entries()) {
      const pulled = stream.pullStream(state, sealed[at]!)!;
      expect(Buffer.from(pulled.plaintext).toString('hex')).toBe(chunk.plaintext);
      expect(pulled.last).toBe(at === chunks.length - 1);
      state = pulled.state;
    }
  });

  it('opens no chunk out of turn, changed, cut or under another key or header, and is none the worse for it', () => {
    const begun = stream.openStream(bytes(key), bytes(header));
    const before = begun.slice();
    const other = bytes(key);
    other[0]! ^= 1;
    const [first, second] = sealed as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
    for (let at = 0; at < first.length; at++) {
      const wrong = first.slice();
      wrong[at]! ^= 1;
      expect(stream.pullStream(begun, wrong)).toBeNull();
      expect(stream.pullStream(begun, first.slice(0, at))).toBeNull();
    }
    expect(stream.pullStream(begun, second)).toBeNull();
    expect(stream.pullStream(stream.openStream(other, bytes(header)), first)).toBeNull();
    expect(begun).toEqual(before);
    const { state } = stream.pullStream(begun, first)!;
    expect(stream.pullStream(state, first)).toBeNull();
    expect(stream.pullStream(state, second)).not.toBeNull();
  });

  it('opens what it seals, whatever the size, and begins each stream anew', () => {
    const [one, two] = [stream.beginStream(bytes(key)), stream.beginStream(bytes(key))];
    expect(one.header).not.toEqual(two.header);
    let push = one.state;
    let pull = stream.openStream(bytes(key), one.header);
    for (const size of [0, 1, 15, 16, 17, 65_536, 70_000]) {
      const plaintext = Uint8Array.from({ length: size }, (_, i) => i);
      const pushed = stream.pushStream(push, plaintext, size === 70_000);
      const pulled = stream.pullStream(pull, pushed.sealed)!;
      expect(Buffer.compare(pulled.plaintext, plaintext)).toBe(0);
      expect(pulled.last).toBe(size === 70_000);
      [push, pull] = [pushed.state, pulled.state];
    }
  });
});
