import { decodeIndex } from './bodies.ts';
import { blockOf, type Entry, indexPage, isData, KIND, PER_INDEX, ROOT, UNCLEAR } from './format.ts';
import { dropRecords, isDamaged, type Loading, note, type Said, takeRecords } from './loading.ts';
import { type Found, readPage, readPages } from './read.ts';
import type { Tree } from './tree.ts';

// Pages read at a time, 4 MiB, so that a vault full of photos doesn't fill the memory.
const CHUNK = 64;

/** What became of a block's pages: the newest generation of those that open, 0 for none; those that don't, or are missing. */
interface Scanned {
  newest: number;
  readonly closed: Map<number, Found | undefined>;
}

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

/** Tries every key on a few pages, and believes what those that open say about themselves. */
const scanChunk = async (
  { io, tree }: Loading,
  pages: readonly number[],
  scanned: Scanned,
): Promise<void> => {
  let left = pages;
  for (const epoch of [...tree.keys.keys()].sort((a, b) => b - a)) {
    const closed: number[] = [];
    await readPages(
      io,
      tree,
      left,
      () => epoch,
      (n, found) => {
        if (found?.content) {
          believe(tree, n, epoch, found);
          scanned.newest = Math.max(scanned.newest, found.content.generation);
          scanned.closed.delete(n);
        } else {
          scanned.closed.set(n, found);
          if (found) closed.push(n);
        }
      },
    );
    left = closed.sort((a, b) => a - b);
  }
};

const scanPages = async (loading: Loading, pages: readonly number[]): Promise<Scanned> => {
  const scanned: Scanned = { newest: 0, closed: new Map() };
  for (let at = 0; at < pages.length; at += CHUNK) {
    await scanChunk(loading, pages.slice(at, at + CHUNK), scanned);
  }
  return scanned;
};

/** With the root gone: what an index that opens says of its block; or the first one, that there is no such block. */
const saidByIndex = async (
  { io, tree }: Loading,
  k: number,
  found: Found | undefined,
): Promise<Said | null> => {
  const index = found?.content;
  if (index?.kind === KIND.index)
    return { generation: index.generation, entries: decodeIndex(k, index.body) };
  const first = k > 0 ? (await readPage(io, tree, indexPage(0), tree.epoch))?.content : null;
  const beyond = first?.kind === KIND.index && first.total > 0 && first.total <= k;
  return beyond ? { generation: first.generation, entries: new Map() } : null;
};

/** A block's pages as said by the root, and what the index that was read for it said each of them is. */
const saidByRoot = (named: Said, k: number, before: ReadonlyMap<number, Entry>): Said => {
  const entries = new Map([...named.entries].filter(([n]) => blockOf(n) === k));
  for (const [n, entry] of before) entries.set(n, entry);
  return { ...named, entries };
};

/** Takes back what a block's index said of it. */
const forget = (tree: Tree, pages: readonly number[]): Map<number, Entry> => {
  const before = new Map<number, Entry>();
  for (const n of pages) {
    const entry = tree.entries.get(n);
    if (entry) before.set(n, entry);
    tree.entries.delete(n);
    dropRecords(tree, n);
  }
  return before;
};

/** With the root gone nothing says what an index should be; that it does not open can still be said. */
const checkIndex = (loading: Loading, k: number, found: Found | undefined): void => {
  if (found?.content?.kind !== KIND.index) note(loading, indexPage(k), found ? 'altered' : 'missing', found);
};

/**
 * What becomes of the pages that don't open. Those said to be in use are named as damaged. Of any other, that it opens
 * with nothing is what every free page looks like: it is free where what is said is as new as the block, else unclear.
 */
const settle = (
  loading: Loading,
  { newest, closed }: Scanned,
  said: Said | null,
  before: ReadonlyMap<number, Entry>,
): void => {
  const entries = said?.entries ?? before;
  const complete = said !== null && said.generation >= newest;
  for (const [n, found] of closed) {
    const entry = entries.get(n) ?? (found && !complete ? UNCLEAR : undefined);
    if (!entry) continue;
    loading.tree.entries.set(n, entry);
    if (entry.kind !== KIND.unclear) note(loading, n, found ? 'altered' : 'missing', found);
  }
};

/**
 * For a block of pages whose index is gone or older than they are: reads every one of them and believes what it
 * says about itself. Those that don't open and are in use, or may be, are never written over.
 */
export const scanBlock = async (loading: Loading, k: number): Promise<void> => {
  const { io, tree, named } = loading;
  const pages = dataPages(tree, k);
  const before = forget(tree, pages);
  const scanned = await scanPages(loading, pages);
  let said = named && saidByRoot(named, k, before);
  if (isDamaged(loading, ROOT)) {
    const index = await readPage(io, tree, indexPage(k), tree.epoch);
    said = await saidByIndex(loading, k, index);
    // A lane may be longer than what this space ever had in it.
    if (k === 0 || scanned.newest > 0) checkIndex(loading, k, index);
  }
  settle(loading, scanned, said, before);
  tree.stale.add(k);
};
