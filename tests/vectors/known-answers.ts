import type { CryptoPort } from '../../src/crypto/port.ts';
import { concat, utf8 } from '../../src/lib/bytes.ts';
import vectors from './crypto.json' with { type: 'json' };

type Bytes = Uint8Array<ArrayBuffer>;

const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const toHex = (bytes: Uint8Array | null): string =>
  bytes ? Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('') : 'none';
const flipped = (bytes: Bytes, at: number): Bytes => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

/** What was computed, and what is published. */
export interface KnownAnswer {
  readonly name: string;
  readonly computed: string;
  readonly published: string;
}

/** Every vector of crypto.json through a crypto room, wherever that runs: in Node, or in a browser's workers. */
export async function knownAnswers(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const parts = [opening, deriving, slots, boxes, macs, streams];
  const answers: KnownAnswer[] = [];
  for (const part of parts) answers.push(...(await part(crypto)));
  return answers;
}

/** XChaCha20-Poly1305. What opens is what `seal` makes under that nonce: there is no other that does. */
async function opening(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const { valid, changes } = vectors.xchacha20poly1305;
  const parts = {
    key: fromHex(valid.key),
    nonce: fromHex(valid.nonce),
    sealed: fromHex(valid.sealed),
    ad: fromHex(valid.ad),
  };
  const open = async ({ key, nonce, sealed, ad }: typeof parts) => {
    const one = await crypto.openWithKey(key, concat(nonce, sealed), ad);
    const [page = null] = await crypto.openPages(key, [concat(nonce, sealed)], [ad]);
    return `${toHex(one)} ${toHex(page)}`;
  };
  const answers = [
    { name: 'opens', computed: await open(parts), published: `${valid.plaintext} ${valid.plaintext}` },
  ];
  for (const { field, at } of changes) {
    const name = field as keyof typeof parts;
    const computed = await open({ ...parts, [name]: flipped(parts[name], at) });
    answers.push({ name: `opens nothing with ${field} changed at ${at}`, computed, published: 'none none' });
  }
  const sealed = await crypto.sealWithKey(parts.key, fromHex(valid.plaintext), parts.ad);
  const computed = toHex(await crypto.openWithKey(parts.key, sealed, parts.ad));
  return [...answers, { name: 'opens what it seals', computed, published: valid.plaintext }];
}

/** Argon2id, published and from a second implementation. */
async function deriving(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const answers: KnownAnswer[] = [];
  for (const { salt, passes, memory, key, holds } of vectors.argon2id.cases) {
    const derived = toHex(await crypto.deriveKey(new Uint8Array(0), fromBase64(salt), { passes, memory }));
    const same = derived === toHex(fromBase64(key));
    answers.push({ name: `Argon2id, ${memory} bytes`, computed: String(same), published: String(holds) });
  }
  for (const { secret, passes, memory, key } of vectors.second.argon2id) {
    const salt = fromHex(vectors.second.salt);
    const computed = toHex(await crypto.deriveKey(utf8(secret), salt, { passes, memory }));
    answers.push({ name: `Argon2id, second, ${memory} bytes`, computed, published: key });
  }
  return answers;
}

/** A slot: Argon2id seeds an X25519 pair, whose box opens. */
async function slots(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const { salt, slot } = vectors.second;
  const sealed = fromHex(slot.sealed);
  const settings = { passes: 1, memory: 8192 };
  const { publicKey, opened } = await crypto.openSlots(utf8(slot.secret), fromHex(salt), settings, [
    flipped(sealed, 40),
    sealed,
  ]);
  return [
    { name: 'a slot’s public key', computed: toHex(publicKey), published: slot.publicKey },
    {
      name: 'a slot',
      computed: opened.map(toHex).join(),
      published: `none,${toHex(utf8(slot.content))}`,
    },
  ];
}

/** An anonymous box to a published key opens with its published other half. */
async function boxes(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const pair = (who: 'alice' | 'bob') => ({
    publicKey: fromHex(vectors.x25519[who].publicKey),
    secretKey: fromHex(vectors.x25519[who].secretKey),
  });
  const box = await crypto.sealTo(pair('alice').publicKey, utf8('box'));
  const opened = [await crypto.openSealed(pair('alice'), box), await crypto.openSealed(pair('bob'), box)];
  return [{ name: 'X25519', computed: opened.map(toHex).join(), published: `${toHex(utf8('box'))},none` }];
}

async function macs(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const { key, macs } = vectors.blake2b;
  const answers: KnownAnswer[] = [];
  for (const { length, mac } of macs) {
    const message = Uint8Array.from({ length }, (_, i) => i);
    const computed = toHex(await crypto.mac(fromHex(key), message));
    answers.push({ name: `BLAKE2b of ${length} bytes`, computed, published: mac });
  }
  return answers;
}

/** A stream of chunks, of which a backup is made. */
async function streams(crypto: CryptoPort): Promise<KnownAnswer[]> {
  const { key, header, chunks } = vectors.secretstream;
  const answers: KnownAnswer[] = [];
  let state = await crypto.openStream(fromHex(key), fromHex(header));
  for (const [i, { plaintext, sealed }] of chunks.entries()) {
    const pulled = await crypto.pullStream(state, fromHex(sealed));
    const computed = `${toHex(pulled?.plaintext ?? null)} ${pulled?.last}`;
    const published = `${plaintext} ${i === chunks.length - 1}`;
    answers.push({ name: `chunk ${i} of a stream`, computed, published });
    state = pulled?.state ?? state;
  }
  return answers;
}
