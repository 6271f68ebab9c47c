import { expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { NONCE_BYTES } from '../../src/crypto/port.ts';
import { randomBytes } from '../../src/lib/bytes.ts';

const SEALED = process.env.HOLDFAST_LONG ? 1_000_000 : 50_000;
/** What one message to the worker carries. */
const AT_ONCE = 500;

const none = new Uint8Array(0);
const nonceOf = (sealed: Uint8Array): string =>
  Buffer.from(sealed.buffer, sealed.byteOffset, NONCE_BYTES).toString('latin1');

it(`${SEALED} encryptions under one key, page by page and one by one: no nonce twice`, {
  timeout: 600_000,
}, async () => {
  const crypto = createLocalCrypto();
  const key = randomBytes(32);
  const nonces = new Set<string>();
  const ads = Array.from({ length: AT_ONCE }, () => none);
  for (let done = 0; done < SEALED; done += 2 * AT_ONCE) {
    const plaintexts = Array.from({ length: AT_ONCE }, () => new Uint8Array(8));
    for (const page of await crypto.sealPages(key, plaintexts, ads)) nonces.add(nonceOf(page));
    for (let i = 0; i < AT_ONCE; i++) nonces.add(nonceOf(await crypto.sealWithKey(key, none, none)));
  }
  expect(nonces.size).toBe(SEALED);
});
