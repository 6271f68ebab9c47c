import { expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { PAGE_BYTES, type Store } from '../../src/store/pages.ts';
import { associated, PER_INDEX } from '../../src/vault/format.ts';
import { readSlots, trySecret } from '../../src/vault/slots.ts';
import { CHEAP, newVault, PIN, pattern, reopen } from './helpers.ts';

/** The pages of the lane that open under its one key. */
const opening = async (store: Store, lane: number): Promise<number[]> => {
  const crypto = createLocalCrypto();
  const { found } = await trySecret(crypto, (await readSlots(store, CHEAP))!, PIN);
  const open: number[] = [];
  for (let n = 0; n < (await store.extent(lane)); n++) {
    const page = (await store.read([lane, n]))!;
    const [plain] = await crypto.openPages(found!.key, [page], [associated(lane, n, 1)]);
    if (plain) open.push(n);
  }
  return open;
};

it('a second index page is begun when the first is full, and each can be lost without the other', async () => {
  const { store, vault } = await newVault();
  const id = (n: number): string => n.toString(16).padStart(32, '0');
  // Three blobs of 28 MiB fill the first block of 1,150 pages.
  const length = 28 * 1024 * 1024;
  for (let n = 0; n < 3; n++) await vault.save([{ op: 'putBlob', id: id(n), bytes: pattern(length, n) }]);
  await vault.save([{ op: 'put', id: id(9), bytes: pattern(60_000, 9) }]);
  const again = await reopen(store);
  expect(again.damage).toEqual([]);
  expect(Buffer.compare((await again.readBlob(id(2)))!, pattern(length, 2))).toBe(0);
  expect(again.records.get(id(9))).toEqual(pattern(60_000, 9));
  const before = await store.read([0, 0]);
  await again.save([]);
  const lane = Buffer.compare(before!, (await store.read([0, 0]))!) === 0 ? 1 : 0;
  for (const index of [1, PER_INDEX + 2]) {
    const whole = (await store.read([lane, index]))!;
    await store.commit({ writes: [[[lane, index], new Uint8Array(PAGE_BYTES)]] });
    const damaged = await reopen(store);
    expect(damaged.damage).toEqual([{ page: index, reason: 'altered' }]);
    expect(damaged.blobIds()).toHaveLength(3);
    expect(damaged.records.size).toBe(1);
    // A save that changes neither block brings the lost index back.
    if (index !== 1) await damaged.save([]);
    else await store.commit({ writes: [[[lane, index], whole]] });
    expect((await reopen(store)).damage).toEqual([]);
  }
  // A lane that is longer than what is in it has no index that would say whose it was.
  const last = await reopen(store);
  await last.save([
    ...[0, 1, 2].map(n => ({ op: 'removeBlob' as const, id: id(n) })),
    { op: 'remove', id: id(9) },
  ]);
  await last.save([{ op: 'put', id: id(8), bytes: pattern(60_000, 8) }]);
  expect(await opening(store, lane)).toEqual([0, 1, 2]);
  // With the root gone, the first index says that there is nothing beyond it: all of that is free.
  await store.commit({ writes: [[[lane, 0], new Uint8Array(PAGE_BYTES)]] });
  const rootless = await reopen(store);
  expect(rootless.damage).toEqual([{ page: 0, reason: 'altered' }]);
  await rootless.save([{ op: 'putBlob', id: id(0), bytes: pattern(100_000, 0) }]);
  expect(await opening(store, lane)).toEqual([0, 1, 2, 3, 4]);
}, 120_000);
