import type { Page } from '../store/pages.ts';
import { decodeIndex, decodeRoot, type SlotOwner } from './bodies.ts';
import { type Bytes, blockOf, blocksIn, type Entry, indexPage, KIND, ROOT } from './format.ts';
import { isDamaged, type Loading, note, takeRecords } from './loading.ts';
import { check, nameSwaps, readPage, readPages } from './read.ts';
import { scanBlock } from './salvage.ts';
import { openSpare } from './spare.ts';
import { currentKey, type Damage, emptyTree, type Io, type Tree } from './tree.ts';

/** What a slot gave: where the space is, its newest key, and whose slot it was. */
export interface Unsealed {
  readonly lane: number;
  readonly epoch: number;
  readonly key: Bytes;
  readonly owner: SlotOwner;
  /** The slot table it came from, with what the root alone would know. */
  readonly page: Page;
}

const loadRoot = async (loading: Loading): Promise<readonly Entry[] | null> => {
  const { io, tree } = loading;
  const found = await readPage(io, tree, ROOT, tree.epoch);
  tree.rootHead = found?.head ?? null;
  if (found?.content?.kind !== KIND.root) {
    note(loading, ROOT, found ? 'altered' : 'missing', found);
    return null;
  }
  const root = decodeRoot(found.content.body);
  tree.generation = found.content.generation;
  tree.slots = root.slots;
  if (root.named) loading.named = { generation: tree.generation, entries: root.named };
  for (const [epoch, key] of root.ring) tree.keys.set(epoch, key);
  return root.indexes;
};

const loadIndexes = async (loading: Loading, named: readonly Entry[]): Promise<void> => {
  const { io, tree } = loading;
  const pages = named.map((_, k) => indexPage(k));
  await readPages(
    io,
    tree,
    pages,
    n => named[blockOf(n)]!.epoch,
    (n, found) => {
      const k = blockOf(n);
      const wrong = check(named[k]!, found);
      tree.indexes.set(k, named[k]!);
      if (wrong === null) {
        for (const [page, entry] of decodeIndex(k, found!.content!.body)) tree.entries.set(page, entry);
        return;
      }
      if (wrong === 'parent-older') note(loading, ROOT, 'older');
      else note(loading, n, wrong, found);
      loading.scan.add(k);
    },
  );
};

const loadRecords = async (loading: Loading): Promise<void> => {
  const { io, tree } = loading;
  const pages = [...tree.entries].filter(([, entry]) => entry.kind === KIND.records).map(([n]) => n);
  await readPages(
    io,
    tree,
    pages.sort((a, b) => a - b),
    n => tree.entries.get(n)!.epoch,
    (n, found) => {
      const wrong = check(tree.entries.get(n)!, found);
      if (wrong === null) takeRecords(tree, n, found!.content!.body);
      else if (wrong !== 'parent-older') note(loading, n, wrong, found);
      else {
        note(loading, indexPage(blockOf(n)), 'older');
        loading.scan.add(blockOf(n));
      }
    },
  );
};

/** What a damaged root can no longer say, or an older one never knew. */
const askSpare = async ({ io, tree }: Loading, { page }: Unsealed): Promise<void> => {
  const by = { key: currentKey(tree), epoch: tree.epoch, lane: tree.lane };
  const spare = await openSpare(io.crypto, page, by);
  if (!spare) return;
  tree.slots = spare.slots;
  for (const [epoch, key] of spare.ring) if (!tree.keys.has(epoch)) tree.keys.set(epoch, key);
};

const gatherBlobs = (tree: Tree): void => {
  const newest = new Map<string, Map<number, number>>();
  for (const [n, { kind, owner, seq, generation }] of tree.entries) {
    if (kind !== KIND.blob) continue;
    const pages = newest.get(owner) ?? new Map<number, number>();
    newest.set(owner, pages);
    const other = pages.get(seq);
    // Only damage can bring two; the later save is the true one.
    if (other === undefined || tree.entries.get(other)!.generation < generation) pages.set(seq, n);
  }
  for (const [id, pages] of newest) {
    const inOrder = [...pages].sort(([a], [b]) => a - b).map(([, n]) => n);
    tree.blobs.set(id, inOrder);
  }
};

/**
 * Reads a space: root, indexes, records. What is damaged is named and everything else is there. Throws
 * AppError('too-new') when a later version wrote it.
 */
export const loadTree = async (io: Io, unsealed: Unsealed): Promise<{ tree: Tree; damage: Damage[] }> => {
  const { lane, epoch, key, owner } = unsealed;
  const tree = emptyTree(lane, epoch, key, [owner]);
  const loading: Loading = { io, tree, damage: [], tags: new Map(), scan: new Set(), named: null };
  const [extent, named] = await Promise.all([io.store.extent(lane), loadRoot(loading)]);
  if (named) await loadIndexes(loading, named);
  tree.count = Math.max(extent, 2, ...[...tree.entries.keys()].map(n => n + 1));
  if (isDamaged(loading, ROOT)) {
    loading.named = null;
    await askSpare(loading, unsealed);
    for (let k = 0; k < blocksIn(tree.count); k++) loading.scan.add(k);
  } else {
    // May find pages newer than an index that looked right, which are then scanned.
    await loadRecords(loading);
  }
  for (const k of loading.scan) await scanBlock(loading, k);
  for (const [n, { kind }] of tree.entries) if (kind === KIND.unknown) note(loading, n, 'altered');
  gatherBlobs(tree);
  return { tree, damage: nameSwaps(loading.damage, loading.tags, tree) };
};
