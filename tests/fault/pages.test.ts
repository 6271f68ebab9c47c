import { describe, expect, it } from 'vitest';
import { randomBytes, utf8 } from '../../src/lib/bytes.ts';
import { PAGE_BYTES, type Page, type PageKey, type Store } from '../../src/store/pages.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { laneOf, newStore, newVault, PIN, pattern, reopen, tryOpen } from '../vault/helpers.ts';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const BLOB = 'b'.repeat(32);
// Records of 50,000 bytes take a page each: record n is on page FIRST + n.
const RECORDS = 4;
const FIRST = 2;
const BLOB_PAGES = [6, 7];
const record = (n: number, round = 0): Uint8Array<ArrayBuffer> => pattern(50_000, n + 100 * round);

interface Kept {
  readonly store: Store;
  readonly lane: number;
}

/** An install with four record pages (2 to 5) and a blob of two (6 and 7). */
const kept = async (): Promise<Kept> => {
  const { store, vault } = await newVault();
  const lane = await laneOf(store, vault);
  for (let n = 0; n < RECORDS; n++) await vault.save([{ op: 'put', id: id(n), bytes: record(n) }]);
  await vault.save([{ op: 'putBlob', id: BLOB, bytes: pattern(100_000, 7) }]);
  vault.lock();
  return { store, lane };
};

const page = async ({ store, lane }: Kept, n: number): Promise<Page> => (await store.read([lane, n]))!;
const put = ({ store, lane }: Kept, n: number, bytes: Page): Promise<void> =>
  store.commit({ writes: [[[lane, n], bytes]] });
const flip = async (from: Kept, n: number, at: number): Promise<void> => {
  const bytes = await page(from, n);
  bytes[at]! ^= 1 << (at % 8);
  await put(from, n, bytes);
};

const readable = (vault: Vault): number[] => {
  const found = Array.from({ length: RECORDS }, (_, n) => n).filter(n => vault.records.has(id(n)));
  for (const n of found) expect(Buffer.compare(vault.records.get(id(n))!, record(n))).toBe(0);
  return found;
};
const others = (...gone: number[]): number[] => [0, 1, 2, 3].filter(n => !gone.includes(n));
const blobOf = async (vault: Vault): Promise<boolean> => {
  const bytes = await vault.readBlob(BLOB).catch(() => null);
  return bytes !== null && Buffer.compare(bytes, pattern(100_000, 7)) === 0;
};

const positions = (): number[] =>
  process.env.HOLDFAST_LONG
    ? Array.from({ length: PAGE_BYTES }, (_, at) => at)
    : [0, 23, 24, 40, 65, 1000, 40_000, PAGE_BYTES - 17, PAGE_BYTES - 16, PAGE_BYTES - 1];

describe('a flipped byte', () => {
  it('of a record page is named, and the other records are there', { timeout: 900_000 }, async () => {
    const from = await kept();
    const whole = await page(from, FIRST + 1);
    for (const at of positions()) {
      await put(from, FIRST + 1, whole);
      await flip(from, FIRST + 1, at);
      const vault = await reopen(from.store);
      expect(vault.damage).toEqual([{ page: FIRST + 1, reason: 'altered' }]);
      expect(readable(vault)).toEqual(others(1));
    }
  });

  it.each([
    ['root', 0],
    ['index', 1],
  ])('of the %s is named, and every record and blob is there', async (_, n) => {
    const from = await kept();
    const whole = await page(from, n);
    for (const at of [0, 24, 30_000, PAGE_BYTES - 1]) {
      await put(from, n, whole);
      await flip(from, n, at);
      const vault = await reopen(from.store);
      expect(vault.damage).toEqual([{ page: n, reason: 'altered' }]);
      expect(readable(vault)).toEqual(others());
      expect(await blobOf(vault)).toBe(true);
    }
  });

  it('of a blob page is named when the blob is read, and the records are there', async () => {
    const from = await kept();
    await flip(from, BLOB_PAGES[1]!, 9999);
    const vault = await reopen(from.store);
    await expect(vault.readBlob(BLOB)).rejects.toMatchObject({ code: 'damaged' });
    await vault.checkBlobs();
    expect(vault.damage).toEqual([{ page: BLOB_PAGES[1], reason: 'altered' }]);
    expect(readable(vault)).toEqual(others());
  });

  it.each(['slots', 'slots2'])('of %s is named, opens all the same, and is mended by a save', async name => {
    for (const at of [0, 2, 28, 100, 30_000, PAGE_BYTES - 1]) {
      const from = await kept();
      const bytes = (await from.store.read(name))!;
      bytes[at]! ^= 1;
      await from.store.commit({ writes: [[name, bytes]] });
      const vault = await reopen(from.store);
      expect(vault.damage).toEqual([{ page: 'slots', reason: 'altered' }]);
      expect(readable(vault)).toEqual(others());
      await vault.save([]);
      expect((await reopen(from.store)).damage).toEqual([]);
    }
  });

  it('of both slot tables is said, not taken for a wrong secret', async () => {
    const from = await kept();
    for (const name of ['slots', 'slots2']) {
      const bytes = (await from.store.read(name))!;
      bytes[60]! ^= 1;
      await from.store.commit({ writes: [[name, bytes]] });
    }
    await expect(tryOpen(from.store, PIN)).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});

describe('two pages swapped', () => {
  it.each([
    [FIRST, FIRST + 2],
    [FIRST + 3, BLOB_PAGES[0]!],
    [1, FIRST],
    [0, FIRST + 1],
    [0, 1],
  ])('%i and %i are named, and the rest is there', async (a, b) => {
    const from = await kept();
    const [one, two] = [await page(from, a), await page(from, b)];
    await put(from, a, two);
    await put(from, b, one);
    const vault = await reopen(from.store);
    await vault.checkBlobs();
    const named = vault.damage.map(damage => damage.page);
    expect(named).toEqual(expect.arrayContaining([a, b]));
    expect(named).toHaveLength(2);
    if (a >= FIRST) expect(vault.damage[0]!.reason).toBe('swapped');
    expect(readable(vault)).toEqual(others(a - FIRST, b - FIRST));
  });

  it('across the lanes are named', async () => {
    const from = await kept();
    await put(from, FIRST, (await from.store.read([1 - from.lane, FIRST]))!);
    const vault = await reopen(from.store);
    expect(vault.damage).toEqual([{ page: FIRST, reason: 'altered' }]);
  });
});

describe('an older page put back', () => {
  it('of records is named and not taken for the newest', async () => {
    const from = await kept();
    const old = await page(from, FIRST);
    const before = await reopen(from.store);
    await before.save([{ op: 'put', id: id(0), bytes: record(0, 1) }]);
    await put(from, FIRST, old);
    const vault = await reopen(from.store);
    expect(vault.damage).toEqual([{ page: FIRST, reason: 'older' }]);
    expect(vault.records.has(id(0))).toBe(false);
    expect(readable(vault)).toEqual(others(0));
  });

  it('from a copy that went another way, of the very same generation, is noticed too', async () => {
    const from = await kept();
    const before = await Promise.all([0, 1, FIRST].map(n => page(from, n)));
    await (await reopen(from.store)).save([{ op: 'put', id: id(0), bytes: record(0, 1) }]);
    const other = await page(from, FIRST);
    for (const [i, n] of [0, 1, FIRST].entries()) await put(from, n, before[i]!);
    await (await reopen(from.store)).save([{ op: 'put', id: id(0), bytes: record(0, 2) }]);
    await put(from, FIRST, other);
    const vault = await reopen(from.store);
    expect(vault.damage).toEqual([{ page: FIRST, reason: 'altered' }]);
    expect(readable(vault)).toEqual(others(0));
  });

  it('as root after a change of the root alone is named', async () => {
    const from = await kept();
    const old = await page(from, 0);
    await (await reopen(from.store)).setSecret('recovery', utf8('twelve words'));
    await put(from, 0, old);
    expect((await reopen(from.store)).damage).toEqual([{ page: 0, reason: 'older' }]);
  });

  it('that still has a record which moved on, with the root gone, does not win over the newer one', async () => {
    const from = await kept();
    const before = await reopen(from.store);
    // Fillers take what is left of pages 2 to 4, so that record 9 shares page 5 with record 3.
    for (const n of [20, 21, 22]) await before.save([{ op: 'put', id: id(n), bytes: pattern(14_000, n) }]);
    await before.save([{ op: 'put', id: id(9), bytes: pattern(10_000, 1) }]);
    const shared = await page(from, FIRST + 3);
    await before.save([id(0), id(20)].map(gone => ({ op: 'remove', id: gone })));
    // It outgrows page 5 and goes to page 2, which became free.
    await before.save([{ op: 'put', id: id(9), bytes: pattern(40_000, 2) }]);
    await put(from, FIRST + 3, shared);
    await put(from, 0, randomBytes(PAGE_BYTES));
    const vault = await reopen(from.store);
    expect(Buffer.compare(vault.records.get(id(9))!, pattern(40_000, 2))).toBe(0);
    expect(readable(vault)).toEqual(others(0));
  });

  it.each([
    ['root', [0]],
    ['index', [1]],
    ['root and index', [0, 1]],
  ])('as %s is named, and the newest records are there', async (_, pages) => {
    const from = await kept();
    const old = await Promise.all(pages.map(n => page(from, n)));
    const before = await reopen(from.store);
    await before.save([{ op: 'put', id: id(1), bytes: record(1, 1) }]);
    await before.save([{ op: 'put', id: id(9), bytes: record(9) }]);
    for (const [i, n] of pages.entries()) await put(from, n, old[i]!);
    const vault = await reopen(from.store);
    expect(vault.damage).toEqual([{ page: pages.at(-1), reason: 'older' }]);
    expect(Buffer.compare(vault.records.get(id(1))!, record(1, 1))).toBe(0);
    expect(vault.records.has(id(9))).toBe(true);
    expect(await blobOf(vault)).toBe(true);
  });
});

describe('a missing page', () => {
  it.each([0, 1, FIRST, FIRST + 3, BLOB_PAGES[1]!])('%i is named, and the rest is there', async n => {
    const from = await kept();
    await from.store.commit({ writes: [], deletes: [[from.lane, n]] });
    const vault = await reopen(from.store);
    await vault.checkBlobs();
    expect(vault.damage).toEqual([{ page: n, reason: 'missing' }]);
    expect(readable(vault)).toEqual(others(n - FIRST));
    expect(await blobOf(vault)).toBe(n !== BLOB_PAGES[1]);
  });
});

describe('after damage', () => {
  it('saves go elsewhere: the damaged page stays as it is, named, and opens again once it is put right', async () => {
    const from = await kept();
    const whole = await page(from, FIRST + 1);
    await flip(from, FIRST + 1, 500);
    const broken = await page(from, FIRST + 1);
    const vault = await reopen(from.store);
    for (let n = 20; n < 24; n++) await vault.save([{ op: 'put', id: id(n), bytes: record(n) }]);
    await vault.setSecret('pin', utf8('changed'));
    expect(Buffer.compare(await page(from, FIRST + 1), broken)).toBe(0);
    const again = await reopen(from.store, utf8('changed'));
    expect(again.damage).toEqual([{ page: FIRST + 1, reason: 'altered' }]);
    await put(from, FIRST + 1, whole);
    const mended = await reopen(from.store, utf8('changed'));
    expect(mended.damage).toEqual([]);
    expect(readable(mended)).toEqual(others());
  });

  it('of an index and a page it named, saves still leave that page alone', async () => {
    const from = await kept();
    await flip(from, FIRST + 1, 500);
    await flip(from, 1, 500);
    const broken = await page(from, FIRST + 1);
    const vault = await reopen(from.store);
    expect(vault.damage.map(one => one.page).sort()).toEqual([1, FIRST + 1]);
    for (let n = 20; n < 24; n++) await vault.save([{ op: 'put', id: id(n), bytes: record(n) }]);
    expect(Buffer.compare(await page(from, FIRST + 1), broken)).toBe(0);
    expect((await reopen(from.store)).damage).toEqual([{ page: FIRST + 1, reason: 'altered' }]);
  });

  it('of the root generations go on: the root from before is older than what a save then writes', async () => {
    const from = await kept();
    const old = await page(from, 0);
    await put(from, 0, randomBytes(PAGE_BYTES));
    await (await reopen(from.store)).save([{ op: 'remove', id: id(3) }]);
    await put(from, 0, old);
    const vault = await reopen(from.store);
    expect(vault.damage).toEqual([{ page: 0, reason: 'older' }]);
    expect(readable(vault)).toEqual(others(3));
  });

  it.each([0, 1])('of page %i a save makes the tree whole again', async n => {
    const from = await kept();
    await put(from, n, randomBytes(PAGE_BYTES));
    const vault = await reopen(from.store);
    await vault.save([{ op: 'remove', id: id(3) }]);
    const again = await reopen(from.store);
    expect(again.damage).toEqual([]);
    expect(readable(again)).toEqual(others(3));
    expect(await blobOf(again)).toBe(true);
  });
});

describe('around a change of secret', () => {
  const changed = utf8('changed');

  it('a root that goes bad before the photos are sealed anew costs none of them', async () => {
    const from = await kept();
    await (await reopen(from.store)).setSecret('pin', changed);
    await (await reopen(from.store, changed)).setSecret('pin', utf8('again'));
    for (const n of [0, 1]) {
      const whole = await page(from, n);
      await put(from, n, randomBytes(PAGE_BYTES));
      if (n === 1) await put(from, 0, randomBytes(PAGE_BYTES));
      const vault = await reopen(from.store, utf8('again'));
      expect(readable(vault)).toEqual(others());
      expect(await blobOf(vault)).toBe(true);
      if (n === 0) await put(from, n, whole);
      else {
        await vault.save([]);
        const mended = await reopen(from.store, utf8('again'));
        expect(mended.damage).toEqual([]);
        expect(await blobOf(mended)).toBe(true);
      }
    }
  });

  it('a bad root locks no other secret out for good', async () => {
    const from = await kept();
    const vault = await reopen(from.store);
    await vault.setSecret('recovery', utf8('twelve words'));
    await put(from, 0, randomBytes(PAGE_BYTES));
    await (await reopen(from.store)).setSecret('pin', changed);
    expect(readable(await reopen(from.store, utf8('twelve words')))).toEqual(others());
  });

  it.each([
    'slots',
    'slots2',
  ])('%s put back from before it: the new secret opens, and it is named', async name => {
    const from = await kept();
    const old = (await from.store.read(name))!;
    await (await reopen(from.store)).setSecret('pin', changed);
    await from.store.commit({ writes: [[name, old]] });
    const vault = await reopen(from.store, changed);
    expect(vault.damage).toEqual([{ page: 'slots', reason: 'older' }]);
    expect(readable(vault)).toEqual(others());
    // A further secret is added to the newer copy, not to the older one.
    await vault.setSecret('recovery', utf8('twelve words'));
    expect(readable(await reopen(from.store, utf8('twelve words')))).toEqual(others());
    expect((await reopen(from.store, changed)).damage).toEqual([]);
    expect(await tryOpen(from.store, PIN)).toBeNull();
  });

  it('a lock in the middle of it leaves one secret, the old or the new, and all it opens', {
    timeout: 120_000,
  }, async () => {
    const outcomes = new Set<string>();
    // Turns of the event loop until the lock; the last waits for the change to be through.
    for (const wait of [0, 1, 2, 3, 4, 6, 8, 10, 12, 16, 0]) {
      const from = await kept();
      const vault = await reopen(from.store);
      const changing = vault.setSecret('pin', changed).then(
        () => 'new',
        () => 'either',
      );
      for (let i = 0; i < wait; i++) await new Promise(setImmediate);
      if (outcomes.size > 0 && wait === 0) await changing;
      vault.lock();
      const outcome = await changing;
      const [old, now] = await Promise.all([PIN, changed].map(secret => tryOpen(from.store, secret)));
      expect([old, now].filter(Boolean)).toHaveLength(1);
      if (outcome === 'new') expect(old).toBeNull();
      const opened = (old ?? now)!;
      expect(opened.damage).toEqual([]);
      expect(readable(opened)).toEqual(others());
      expect(await blobOf(opened)).toBe(true);
      outcomes.add(old ? 'old' : 'new');
    }
    expect([...outcomes].sort()).toEqual(['new', 'old']);
  });

  it('slots put back from before it, whoever knows the old secret reads no record', async () => {
    const from = await kept();
    const old = (await from.store.read('slots'))!;
    const before = await reopen(from.store);
    await before.setSecret('pin', changed);
    while (await before.rekeyStep());
    for (const name of ['slots', 'slots2']) await from.store.commit({ writes: [[name, old]] });
    const vault = await reopen(from.store);
    expect(vault.damage).not.toEqual([]);
    expect(vault.records.size).toBe(0);
    expect(vault.blobIds()).toEqual([]);
    // This one can't be told from a wrong secret: SECURITY.md says so.
    expect(await tryOpen(from.store, changed)).toBeNull();
  });
});

describe('a full disk or a lost database', () => {
  const failing = (store: Store, code: PageKey): Store => ({
    ...store,
    commit: async change => {
      const { AppError } = await import('../../src/lib/error.ts');
      if (change.writes.length > 0) throw new AppError(code as 'storage-full');
    },
  });

  it.each([
    'storage-full',
    'storage-failed',
  ])('%s at any write loses nothing, in memory or on disk', async code => {
    const { store } = await kept();
    const vault = (await tryOpen(failing(store, code), PIN))!;
    const said = expect.objectContaining({ code });
    await expect(vault.save([{ op: 'put', id: id(0), bytes: record(0, 5) }])).rejects.toEqual(said);
    await expect(vault.save([{ op: 'remove', id: id(1) }])).rejects.toEqual(said);
    await expect(vault.save([{ op: 'removeBlob', id: BLOB }])).rejects.toEqual(said);
    await expect(vault.setSecret('pin', utf8('new'))).rejects.toEqual(said);
    expect(readable(vault)).toEqual(others());
    expect(await blobOf(vault)).toBe(true);
    vault.lock();
    expect(readable(await reopen(store))).toEqual(others());
  });
});

describe('two vaults on one store', () => {
  it('the second save wins, the first one says taken-over, and nothing is mixed', async () => {
    const from = await kept();
    const [one, two] = [await reopen(from.store), await reopen(from.store)];
    await two.save([{ op: 'put', id: id(8), bytes: record(8) }]);
    await expect(one.save([{ op: 'remove', id: id(0) }])).rejects.toMatchObject({ code: 'taken-over' });
    await expect(one.setSecret('pin', utf8('x'))).rejects.toMatchObject({ code: 'taken-over' });
    await two.save([{ op: 'put', id: id(9), bytes: record(9) }]);
    const again = await reopen(from.store);
    expect(again.damage).toEqual([]);
    expect(readable(again)).toEqual(others());
    expect(again.records.size).toBe(RECORDS + 2);
    expect(one.records.size).toBe(RECORDS);
  });

  it('of which one erased everything: the other cannot bring half of it back', async () => {
    const from = await kept();
    const vault = await reopen(from.store);
    const { eraseInstall } = await import('../../src/vault/erase.ts');
    await eraseInstall(from.store);
    await expect(vault.save([])).rejects.toMatchObject({ code: 'erased' });
    expect(await tryOpen(from.store, PIN)).toBeNull();
    expect(await newStore().read('slots')).toBeNull();
  });
});
