import { expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import type { Page, PageKey, Store } from '../../src/store/pages.ts';
import { associated, decodePage } from '../../src/vault/format.ts';
import { loadTree } from '../../src/vault/load.ts';
import { createSpace } from '../../src/vault/open.ts';
import type { Change } from '../../src/vault/plan.ts';
import { readSlots, trySecret } from '../../src/vault/slots.ts';
import type { Tree } from '../../src/vault/tree.ts';
import { CHEAP, newStore, PIN, pattern, reopen } from './helpers.ts';

// Whoever has one copy of the storage and one PIN sees what that PIN opens, and must not see whether there is more.

const OTHER = utf8('582914');
const id = (n: number): string => n.toString(16).padStart(32, '0');
const PHOTO = id(100);
const LARGE = id(101);
const LARGE_BYTES = 1_500_000;

const save = async (store: Store, secret: Uint8Array<ArrayBuffer>, ...changes: Change[]): Promise<void> => {
  const vault = await reopen(store, secret);
  await vault.save(changes);
  vault.lock();
};
const record = (n: number): Change => ({ op: 'put', id: id(n), bytes: pattern(50_000, n) });
const photo = (of: string, length: number): Change => ({ op: 'putBlob', id: of, bytes: pattern(length, 7) });

/** An install in which `between` is done between the saves of the space that the PIN opens. */
const install = async (second: boolean, between: (store: Store, round: number) => Promise<void>) => {
  const store = newStore();
  const making = second ? { second: OTHER, settings: CHEAP } : { settings: CHEAP };
  (await createSpace(store, createLocalCrypto(), PIN, making)).lock();
  for (let round = 0; round < 4; round++) {
    await save(store, PIN, record(round));
    await between(store, round);
  }
  await save(store, PIN, photo(PHOTO, 100_000));
  await save(store, PIN, { op: 'remove', id: id(1) });
  await between(store, 4);
  return store;
};

/** Nothing but what is kept. */
const small = () => install(false, async () => undefined);
/** One space, which once had a large photo. */
const grown = () =>
  install(false, async (store, round) => {
    if (round < 4) return;
    await save(store, PIN, photo(LARGE, LARGE_BYTES));
    await save(store, PIN, { op: 'removeBlob', id: LARGE });
  });
/** Another space has it. */
const two = () =>
  install(true, async (store, round) => {
    await save(store, OTHER, record(round));
    // As long as `grown`, whose other pages are below it.
    const length = LARGE_BYTES + (round === 4 ? 65_000 : 0);
    await save(store, OTHER, photo(LARGE, length));
  });

type Copy = ReadonlyArray<readonly [PageKey, Page]>;

const copyOf = async (store: Store): Promise<Copy> => {
  const keys: PageKey[] = ['slots', 'slots2'];
  for (const lane of [0, 1]) for (let n = 0; n < (await store.extent(lane)); n++) keys.push([lane, n]);
  return Promise.all(keys.map(async key => [key, (await store.read(key))!] as const));
};
/** Made once, and each test has its own copies. */
const made = Promise.all([small, grown, two].map(async make => copyOf(await make())));
const copies = async () => {
  const stores: Store[] = [];
  for (const copy of await made) {
    const store = newStore();
    await store.commit({ writes: copy.map(([key, page]) => [key, page.slice()]) });
    stores.push(store);
  }
  return stores as [Store, Store, Store];
};

const treeOf = async (store: Store): Promise<Tree> => {
  const crypto = createLocalCrypto();
  const unsealed = (await trySecret(crypto, (await readSlots(store, CHEAP))!, PIN)).found!;
  return (await loadTree({ store, crypto }, unsealed)).tree;
};

/** What each page of the PIN's lane is to whoever has its keys, as a kind, for those that open. */
const openIn = async (store: Store): Promise<Record<number, number>> => {
  const crypto = createLocalCrypto();
  const { lane, keys } = await treeOf(store);
  const open: Record<number, number> = {};
  const pages = await store.readRuns(lane, [[0, (await store.extent(lane)) - 1]]);
  for (const [n, page] of pages.entries()) {
    for (const [epoch, key] of keys) {
      const [plain] = page ? await crypto.openPages(key, [page.slice()], [associated(lane, n, epoch)]) : [];
      if (plain) open[n] = decodePage(plain).kind;
    }
  }
  return open;
};

const lengthOf = async (store: Store): Promise<number> => store.extent(0);

it('what opens is what is kept, whatever the lane’s other pages were for', async () => {
  const [none, own, other] = await copies();
  expect(await lengthOf(other)).toBe(await lengthOf(own));
  expect(await lengthOf(own)).toBeGreaterThan((await lengthOf(none)) + 10);
  const open = await openIn(none);
  // Root, index, three records, and a photo of two pages.
  expect(Object.values(open).sort()).toEqual([1, 2, 3, 3, 3, 4, 4]);
  expect(await openIn(own)).toEqual(open);
  expect(await openIn(other)).toEqual(open);
});

const RECORD = 2;
const PHOTO_PAGE = 6;
type Harm = ReadonlyArray<readonly ['flip' | 'remove', number]>;

const harm = async (store: Store, harms: Harm): Promise<void> => {
  const { lane } = await treeOf(store);
  for (const [how, n] of harms) {
    const page = (await store.read([lane, n]))!;
    page[5000]! ^= 1;
    if (how === 'flip') await store.commit({ writes: [[[lane, n], page]] });
    else await store.commit({ writes: [], deletes: [[lane, n]] });
  }
};

/** All that the app is told of an install: what is damaged, which records and photos there are. */
const told = async (store: Store) => {
  const vault = await reopen(store);
  const first = [...vault.damage];
  const photo = await vault.readBlob(PHOTO).then(
    bytes => bytes && Buffer.compare(bytes, pattern(100_000, 7)),
    error => error.code,
  );
  await vault.checkBlobs();
  const all = { first, damage: [...vault.damage], records: [...vault.records.keys()].sort(), photo };
  vault.lock();
  return all;
};

/** Told at once, then after saves that go around the damage; and what opens at the end. */
const course = async (store: Store, harms: Harm) => {
  await harm(store, harms);
  const before = await told(store);
  await save(store, PIN, record(20));
  await save(store, PIN, record(21));
  const after = await told(store);
  return { before, after, open: await openIn(store), length: await lengthOf(store) };
};

it.each<[string, Harm, number[], number[]]>([
  ['the index', [['flip', 1]], [1], []],
  ['no index', [['remove', 1]], [1], []],
  ['the root', [['flip', 0]], [0], []],
  ['no root', [['remove', 0]], [0], []],
  [
    'root and index',
    [
      ['flip', 0],
      ['flip', 1],
    ],
    [0, 1],
    [],
  ],
  [
    'the index and a record',
    [
      ['flip', 1],
      ['flip', RECORD],
    ],
    [1, RECORD],
    [RECORD],
  ],
  [
    'the root and a record',
    [
      ['flip', 0],
      ['flip', RECORD],
    ],
    [0, RECORD],
    [RECORD],
  ],
  [
    'the root, and a record that is gone',
    [
      ['flip', 0],
      ['remove', RECORD],
    ],
    [0, RECORD],
    [RECORD],
  ],
  [
    'the index and a photo',
    [
      ['flip', 1],
      ['flip', PHOTO_PAGE],
    ],
    [1, PHOTO_PAGE],
    [PHOTO_PAGE],
  ],
])('damage to %s is told the same, and names what is damaged and no more', async (_, harms, named, later) => {
  const [, oneSpace, twoSpaces] = await copies();
  const [own, other] = [await course(oneSpace, harms), await course(twoSpaces, harms)];
  expect(other).toEqual(own);
  expect(own.before.first.map(one => one.page).sort((a, b) => Number(a) - Number(b))).toEqual(named);
  expect(own.after.first.map(one => one.page)).toEqual(later);
  expect(own.before.photo).toBe(named.includes(PHOTO_PAGE) ? 'damaged' : 0);
});

it('with root and index gone, pages that may be broken are not written over, later either', async () => {
  const [, store] = await copies();
  await harm(store, [
    ['flip', 0],
    ['flip', 1],
    ['flip', RECORD],
  ]);
  const { lane } = await treeOf(store);
  const before = await store.readRuns(lane, [[0, (await lengthOf(store)) - 1]]);
  const closed = before.map((_, n) => n).filter(n => n > 1);
  for (const n of Object.keys(await openIn(store))) closed.splice(closed.indexOf(Number(n)), 1);
  expect(closed).toContain(RECORD);
  // The index goes bad a second time: what the root says of it is enough to leave them alone.
  await save(store, PIN, record(20));
  await harm(store, [['flip', 1]]);
  for (const n of [21, 22, 23]) await save(store, PIN, record(n));
  expect((await told(store)).damage).toEqual([]);
  for (const n of closed) expect(Buffer.compare((await store.read([lane, n]))!, before[n]!)).toBe(0);
});
