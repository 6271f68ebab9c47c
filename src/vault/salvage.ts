import { blockOf, type Entry, indexPage, isData, KIND, NO_OWNER, PER_INDEX, TAG } from './format.ts';
import { dropRecords, type Loading, note, takeRecords } from './loading.ts';
import { type Found, readPage, readPages } from './read.ts';
import type { Tree } from './tree.ts';

// Pages read at a time, 4 MiB, so that a vault full of photos doesn't fill the memory.
const CHUNK = 64;

const UNKNOWN: Entry = {
  kind: KIND.unknown,
  generation: 0,
  owner: NO_OWNER,
  seq: 0,
  total: 0,
  epoch: 0,
  tag: new Uint8Array(TAG),
};

const dataPages = (tree: Tree, k: number): number[] =>
  Array.from({ length: PER_INDEX }, (_, i) => indexPage(k) + 1 + i).filter(
    n => n < tree.count && isData(n) && blockOf(n) === k,
  );

const believe = (tree: Tree, n: number, epoch: number, found: Found): void => {
  const content = found.content!;
  tree.generation = Math.max(tree.generation, content.generation);
  if (content.kind !== KIND.records && content.kind !== KIND.blob) return;
  const { body, ...header } = content;
  tree.entries.set(n, { ...header, epoch, tag: found.tag });
  if (content.kind === KIND.records) takeRecords(tree, n, body);
};

/** Tries every key on a few pages; those that are there and open with none are kept as unknown. */
const scanChunk = async ({ io, tree }: Loading, pages: readonly number[]): Promise<void> => {
  let left = pages;
  for (const epoch of [...tree.keys.keys()].sort((a, b) => b - a)) {
    const closed: number[] = [];
    await readPages(
      io,
      tree,
      left,
      () => epoch,
      (n, found) => {
        if (found?.content) believe(tree, n, epoch, found);
        else if (found) closed.push(n);
      },
    );
    left = closed.sort((a, b) => a - b);
  }
  for (const n of left) tree.entries.set(n, UNKNOWN);
};

/** With the root gone nothing says what an index should be; that it does not open can still be said. */
const checkIndex = async (loading: Loading, k: number): Promise<void> => {
  const n = indexPage(k);
  const found = await readPage(loading.io, loading.tree, n, loading.tree.epoch);
  if (found?.content?.kind !== KIND.index) note(loading, n, found ? 'altered' : 'missing', found);
};

/**
 * For a block of pages whose index is gone or older than they are: reads every one of them and believes what it
 * says about itself. Pages that don't open stay named as unknown, so that nothing is ever written over them.
 */
export const scanBlock = async (loading: Loading, k: number): Promise<void> => {
  const { tree } = loading;
  const pages = dataPages(tree, k);
  const before = new Map<number, Entry>();
  for (const n of pages) {
    const entry = tree.entries.get(n);
    if (entry) before.set(n, entry);
    tree.entries.delete(n);
    dropRecords(tree, n);
  }
  for (let at = 0; at < pages.length; at += CHUNK) await scanChunk(loading, pages.slice(at, at + CHUNK));
  for (const n of pages) {
    const now = tree.entries.get(n);
    // An unknown page that an index once named keeps what was said about it.
    if (now === UNKNOWN) {
      note(loading, n, 'altered');
      tree.entries.set(n, before.get(n) ?? UNKNOWN);
    }
  }
  const used = pages.some(n => tree.entries.has(n));
  if (used && !tree.indexes.has(k)) await checkIndex(loading, k);
  tree.stale.add(k);
};
