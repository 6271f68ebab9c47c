import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import type { Page, PageKey, Store } from '../../src/store/pages.ts';
import { loadTree } from '../../src/vault/load.ts';
import type { Change } from '../../src/vault/plan.ts';
import { readSlots, trySecret } from '../../src/vault/slots.ts';
import type { Tree } from '../../src/vault/tree.ts';
import { CHEAP, newVault, PIN, pattern, tryOpen } from '../vault/helpers.ts';

const numRuns = process.env.HOLDFAST_LONG ? 3000 : 25;

const id = fc.integer({ min: 0, max: 9 }).map(n => n.toString(16).repeat(32));
const bytes = fc.tuple(fc.constantFrom(20, 9000, 30_000, 59_000), fc.nat(255)).map(([n, s]) => pattern(n, s));
const blob = fc.tuple(fc.constantFrom(10, 100_000), fc.nat(255)).map(([n, s]) => pattern(n, s));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('put' as const), id, bytes }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('putBlob' as const), id, bytes: blob }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('removeBlob' as const), id }) },
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('changeSecret' as const, 'rekeyStep' as const) },
);
const fault: fc.Arbitrary<Fault> = fc.record({
  how: fc.constantFrom('flip' as const, 'swap' as const, 'replay' as const, 'missing' as const),
  // Which page, which other, which byte or earlier day: taken modulo what there is.
  page: fc.nat(),
  other: fc.nat(),
  at: fc.nat(65_535),
});

interface Fault {
  readonly how: 'flip' | 'swap' | 'replay' | 'missing';
  readonly page: number;
  readonly other: number;
  readonly at: number;
}
type Snapshot = ReadonlyMap<string, Page>;
const keyOf = (name: string): PageKey =>
  name.includes(',') ? (name.split(',').map(Number) as [number, number]) : name;

const snapshot = async (store: Store): Promise<Snapshot> => {
  const all = new Map<string, Page>();
  for (const lane of [0, 1]) {
    const extent = await store.extent(lane);
    (await store.readRuns(lane, [[0, extent - 1]])).forEach((page, n) => {
      if (page) all.set(`${lane},${n}`, page);
    });
  }
  for (const name of ['slots', 'slots2']) all.set(name, (await store.read(name))!);
  return all;
};

const treeOf = async (store: Store, secret: Uint8Array): Promise<Tree> => {
  const crypto = createLocalCrypto();
  const unsealed = (await trySecret(crypto, (await readSlots(store, CHEAP))!, secret)).found!;
  return (await loadTree({ store, crypto }, unsealed)).tree;
};

/** The pages that hold something: what is done to one of them must be noticed. */
const namesInUse = (tree: Tree): Set<string> => {
  const used = [0, ...[...tree.indexes.keys()].map(k => 1 + k * 1151), ...tree.entries.keys()];
  return new Set(['slots', 'slots2', ...used.map(n => `${tree.lane},${n}`)]);
};

/** Does one thing to what is on disk; the names of the pages that are now not as they were. */
const strike = async (store: Store, days: readonly Snapshot[], used: Set<string>, what: Fault) => {
  const now = days.at(-1)!;
  // Mostly pages that hold something; an empty one in some eight.
  const names = [...[...now.keys()].filter(name => used.has(name)), ...now.keys()];
  const one = names[what.page % names.length]!;
  const write = (name: string, page: Page) => store.commit({ writes: [[keyOf(name), page.slice()]] });
  if (what.how === 'missing') {
    await store.commit({ writes: [], deletes: [keyOf(one)] });
    return [one];
  }
  if (what.how === 'flip') {
    const page = now.get(one)!.slice();
    page[what.at]! ^= 1 << (what.other % 8);
    await write(one, page);
    return [one];
  }
  if (what.how === 'swap') {
    const two = names[what.other % names.length]!;
    if (Buffer.compare(now.get(one)!, now.get(two)!) === 0) return [];
    await write(one, now.get(two)!);
    await write(two, now.get(one)!);
    return [one, two];
  }
  const before = days[what.other % days.length]!.get(one);
  if (!before || Buffer.compare(before, now.get(one)!) === 0) return [];
  await write(one, before);
  return [one];
};

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;

describe('whatever happens to a page', () => {
  it('it is noticed, nothing old or foreign is taken for true, and all else is there', {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), fault, async (steps, what) => {
        const { store, vault } = await newVault();
        let secret: Uint8Array<ArrayBuffer> = PIN;
        const days = [await snapshot(store)];
        for (const one of steps) {
          if (one === 'changeSecret') {
            secret = utf8(`${secret.length}`.padEnd(secret.length + 1));
            await vault.setSecret('pin', secret);
          } else if (one === 'rekeyStep') await vault.rekeyStep();
          else await vault.save(one);
          days.push(await snapshot(store));
        }
        const records = new Map([...vault.records].map(([key, value]) => [key, value.slice()]));
        const blobs = new Map<string, Uint8Array>();
        for (const key of vault.blobIds()) blobs.set(key, (await vault.readBlob(key))!);
        vault.lock();
        const tree = await treeOf(store, secret);
        const used = namesInUse(tree);
        const struck = await strike(store, days, used, what);
        const hit = struck.filter(name => used.has(name));

        const opened = await tryOpen(store, secret);
        expect(opened).not.toBeNull();
        await opened!.checkBlobs();
        if (hit.length > 0) expect(opened!.damage).not.toEqual([]);
        const hitPage = (n: number | undefined): boolean => struck.includes(`${tree.lane},${n}`);
        const check = async (now: typeof opened): Promise<void> => {
          for (const [key, value] of now!.records) expect(same(records.get(key), value)).toBe(true);
          for (const [key, value] of records)
            if (!hitPage(tree.where.get(key))) expect(same(now!.records.get(key), value)).toBe(true);
          for (const [key, value] of blobs) {
            const got = await now!.readBlob(key).catch(() => undefined);
            if (got) expect(same(got, value)).toBe(true);
            else expect(tree.blobs.get(key)!.some(hitPage)).toBe(true);
          }
          for (const key of now!.blobIds()) expect(blobs.has(key)).toBe(true);
        };
        await check(opened);
        // What is kept from now on must not cost what could still be read.
        const added = 'f'.repeat(32);
        await opened!.save([{ op: 'put', id: added, bytes: pattern(50_000, 1) }]);
        records.set(added, pattern(50_000, 1));
        opened!.lock();
        await check(await tryOpen(store, secret));
      }),
      { numRuns },
    );
  });
});
