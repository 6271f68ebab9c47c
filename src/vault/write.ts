import { randomBytes } from '../lib/bytes.ts';
import { type Commit, PAGE_BYTES, type Page } from '../store/pages.ts';
import { encodeIndex, encodeRoot, type SlotOwner } from './bodies.ts';
import {
  associated,
  type Bytes,
  blockOf,
  type Entry,
  encodePage,
  indexPage,
  KIND,
  NO_OWNER,
  NONCE,
  type PlainPage,
  ROOT,
  TAG,
} from './format.ts';
import type { Plan } from './plan.ts';
import { currentKey, type Io, sizeOf, type Tree } from './tree.ts';

/** What a save changes besides records and blobs. */
export interface Extra {
  /** A new vault key: from now on pages are sealed with it. */
  readonly key?: { readonly epoch: number; readonly bytes: Bytes };
  readonly slots?: readonly SlotOwner[];
  /** More to write and to expect in the same transaction: the slot table, an inbox. */
  readonly also?: Pick<Commit, 'writes' | 'expect' | 'keep'>;
}

/** A tree's next state, being sealed. */
interface Next {
  readonly tree: Tree;
  readonly io: Io;
  readonly generation: number;
  readonly epoch: number;
  readonly key: Bytes;
  readonly entries: Map<number, Entry>;
  readonly indexes: Map<number, Entry>;
  readonly writes: Array<readonly [number, Page]>;
}

/** Seals pages under the next generation and returns what their parent says about each. */
const sealAll = async (next: Next, pages: ReadonlyArray<readonly [number, PlainPage]>): Promise<Entry[]> => {
  const { tree, io, generation, epoch } = next;
  if (pages.length === 0) return [];
  const sealed = await io.crypto.sealPages(
    next.key,
    pages.map(([, page]) => encodePage(page, generation)),
    pages.map(([n]) => associated(tree.lane, n, epoch)),
  );
  return pages.map(([n, { kind, owner, seq, total }], i) => {
    const page = sealed[i]!;
    next.writes.push([n, page]);
    return { kind, owner, seq, total, generation, epoch, tag: page.slice(-TAG) };
  });
};

const branch = (kind: typeof KIND.index | typeof KIND.root, body: Bytes, total: number): PlainPage => ({
  kind,
  owner: NO_OWNER,
  seq: 0,
  total,
  body,
});

const sealData = async (next: Next, plan: Plan): Promise<void> => {
  const pages = [...plan.pages];
  const entries = await sealAll(next, pages);
  pages.forEach(([n], i) => {
    next.entries.set(n, entries[i]!);
  });
  for (const n of plan.freed) {
    next.entries.delete(n);
    next.writes.push([n, randomBytes(PAGE_BYTES)]);
  }
};

/** How many indexes the tree needs. One that is left of what once was there would tell who made the lane grow. */
const blocksOf = ({ entries }: Next): number => {
  let last = 0;
  for (const n of entries.keys()) last = Math.max(last, blockOf(n));
  return last + 1;
};

const sealIndexes = async (next: Next, plan: Plan, extra: Extra): Promise<void> => {
  const count = blocksOf(next);
  const touched = [...next.tree.stale, ...[...plan.pages.keys(), ...plan.freed].map(blockOf)];
  for (const k of new Set([...touched, ...next.indexes.keys()])) {
    if (k < count) continue;
    next.indexes.delete(k);
    next.writes.push([indexPage(k), randomBytes(PAGE_BYTES)]);
  }
  const blocks = new Set([...touched, ...(extra.key ? next.indexes.keys() : [])].filter(k => k < count));
  // A change of the root alone would leave an older root that fits its indexes as well as the new one.
  // And the first index says how many there are, for when the root is lost.
  if (blocks.size === 0 || count !== next.tree.indexes.size) blocks.add(0);
  const all = [...blocks];
  const entries = await sealAll(
    next,
    all.map(k => [indexPage(k), branch(KIND.index, encodeIndex(k, next.entries), count)] as const),
  );
  all.forEach((k, i) => void next.indexes.set(k, entries[i]!));
};

/** The keys that pages still need, besides the newest. */
const ringOf = (next: Next): Map<number, Bytes> => {
  const ring = new Map<number, Bytes>();
  for (const { epoch, kind } of next.entries.values()) {
    const key = next.tree.keys.get(epoch);
    if (kind !== KIND.unknown && epoch !== next.epoch && key) ring.set(epoch, key);
  }
  return ring;
};

const commitOf = (next: Next, plan: Plan, extra: Extra): Commit => {
  const { tree, writes } = next;
  const written = new Set(writes.map(([n]) => n));
  const grown = Array.from({ length: Math.max(0, plan.count - tree.count) }, (_, i) => tree.count + i);
  const otherwise = (): Page => randomBytes(PAGE_BYTES);
  // The other lane's pages of the same numbers, as they are: which lane changed must not show in one copy.
  const mirrored = [...new Set([...written, ...grown])].map(n => ({
    key: [1 - tree.lane, n] as [number, number],
    otherwise,
  }));
  const own = grown
    .filter(n => !written.has(n))
    .map(n => ({ key: [tree.lane, n] as [number, number], otherwise }));
  return {
    writes: [
      ...writes.map(([n, page]) => [[tree.lane, n], page] as const satisfies Commit['writes'][number]),
      ...(extra.also?.writes ?? []),
    ],
    keep: [...mirrored, ...own, ...(extra.also?.keep ?? [])],
    expect: [{ key: [tree.lane, ROOT], head: tree.rootHead }, ...(extra.also?.expect ?? [])],
  };
};

const applyRecords = (tree: Tree, plan: Plan): void => {
  for (const [id, bytes] of plan.records) {
    tree.where.delete(id);
    if (bytes) tree.records.set(id, bytes);
    else tree.records.delete(id);
  }
  for (const [page, ids] of plan.ids) {
    tree.ids.delete(page);
    tree.fill.delete(page);
    if (ids.size === 0) continue;
    tree.ids.set(page, ids);
    let fill = 0;
    for (const id of ids) {
      tree.where.set(id, page);
      fill += sizeOf(tree.records.get(id)!);
    }
    tree.fill.set(page, fill);
  }
};

const apply = (
  next: Next,
  plan: Plan,
  ring: Map<number, Bytes>,
  rootHead: Bytes,
  slots: readonly SlotOwner[],
) => {
  const { tree } = next;
  // Locked while the transaction was under way: it is on disk, and nothing may come back into memory.
  if (tree.keys.size === 0) return;
  tree.generation = next.generation;
  tree.epoch = next.epoch;
  for (const [epoch, key] of tree.keys) if (!ring.has(epoch) && key !== next.key) key.fill(0);
  tree.keys = new Map([...ring, [next.epoch, next.key]]);
  tree.slots = slots;
  tree.count = plan.count;
  tree.rootHead = rootHead;
  tree.entries = next.entries;
  tree.indexes = next.indexes;
  tree.stale.clear();
  applyRecords(tree, plan);
  for (const [id, pages] of plan.blobs) {
    if (pages) tree.blobs.set(id, pages);
    else tree.blobs.delete(id);
  }
};

/**
 * Seals a plan's pages, their indexes and the root, writes them in one strict transaction, and only then brings
 * the tree up to date. Throws AppError('storage-full'), 'storage-failed' or 'taken-over': then the tree and the
 * disk are as they were.
 */
export const commitPlan = async (io: Io, tree: Tree, plan: Plan, extra: Extra = {}): Promise<void> => {
  const next: Next = {
    tree,
    io,
    generation: tree.generation + 1,
    epoch: extra.key?.epoch ?? tree.epoch,
    key: extra.key?.bytes ?? currentKey(tree),
    entries: new Map(tree.entries),
    indexes: new Map(tree.indexes),
    writes: [],
  };
  const slots = extra.slots ?? tree.slots;
  await sealData(next, plan);
  await sealIndexes(next, plan, extra);
  const ring = ringOf(next);
  const indexes = Array.from({ length: next.indexes.size }, (_, k) => next.indexes.get(k)!);
  await sealAll(next, [
    [ROOT, branch(KIND.root, encodeRoot({ slots, ring, indexes, named: next.entries }), 1)],
  ]);
  const rootHead = next.writes.at(-1)![1].slice(0, NONCE);
  await io.store.commit(commitOf(next, plan, extra));
  apply(next, plan, ring, rootHead, slots);
};
