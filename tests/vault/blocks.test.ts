import { expect, it } from 'vitest';
import { PAGE_BYTES } from '../../src/store/pages.ts';
import { PER_INDEX } from '../../src/vault/format.ts';
import { newVault, pattern, reopen } from './helpers.ts';

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
}, 120_000);
