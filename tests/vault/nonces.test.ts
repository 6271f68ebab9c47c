import { expect, it } from 'vitest';
import { NONCE_BYTES } from '../../src/crypto/port.ts';
import { randomBytes, utf8 } from '../../src/lib/bytes.ts';
import type { Store } from '../../src/store/pages.ts';
import { newStore, newVault, PIN, pattern, reopen } from './helpers.ts';

const ROUNDS = process.env.HOLDFAST_LONG ? 400 : 25;

/** A store that writes down, by its nonce, each page of a lane that is written. */
const watched = (store: Store, pages: Map<string, string[]>): Store => ({
  ...store,
  commit: change => {
    for (const [key, page] of change.writes) {
      if (!Array.isArray(key)) continue;
      const nonce = Buffer.from(page.subarray(0, NONCE_BYTES)).toString('hex');
      const rest = Buffer.from(page.subarray(NONCE_BYTES)).toString('latin1');
      const known = pages.get(nonce) ?? [];
      if (!known.includes(rest)) pages.set(nonce, [...known, rest]);
    }
    return store.commit(change);
  },
});

it(`${ROUNDS} rounds of saves, photos, changed secrets and locks: what has one nonce is one page`, {
  timeout: 600_000,
}, async () => {
  const pages = new Map<string, string[]>();
  // A lane's pages are written back as they are, so that a nonce may come again with the very same page.
  const store = watched(newStore(), pages);
  let { vault } = await newVault(store);
  let secret = PIN;
  for (let round = 0; round < ROUNDS; round++) {
    const id = (n: number) => ((round % 5) * 10 + n).toString(16).padStart(32, '0');
    await vault.save([{ op: 'put', id: id(1), bytes: pattern(40_000, round) }]);
    // The same content once more, in the same place.
    await vault.save([{ op: 'put', id: id(1), bytes: pattern(40_000, round) }]);
    await vault.save([{ op: 'putBlob', id: id(2), bytes: pattern(100_000, round) }]);
    if (round % 3 === 0) {
      secret = utf8(`another ${round}`);
      await vault.setSecret('pin', secret);
      while (await vault.rekeyStep());
    }
    await vault.save([
      { op: 'remove', id: id(1) },
      { op: 'removeBlob', id: id(2) },
    ]);
    vault.lock();
    vault = await reopen(store, secret);
  }
  expect(pages.size).toBeGreaterThan(ROUNDS * 10);
  expect([...pages.values()].filter(found => found.length > 1)).toHaveLength(0);
});

it('two pages under one nonce are noticed', async () => {
  const pages = new Map<string, string[]>();
  const store = watched(newStore(), pages);
  const one = randomBytes(65_536);
  const other = one.slice();
  other[65_535]! ^= 1;
  await store.commit({ writes: [[[0, 0], one]] });
  await store.commit({ writes: [[[1, 0], one]] });
  await store.commit({ writes: [[[0, 1], other]] });
  expect([...pages.values()].map(found => found.length)).toEqual([2]);
});
