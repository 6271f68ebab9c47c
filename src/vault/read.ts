import { AppError } from '../lib/error.ts';
import type { Page } from '../store/pages.ts';
import { associated, type Bytes, decodePage, type Entry, type Header, NONCE, TAG } from './format.ts';
import type { Damage, Io, Tree } from './tree.ts';

/** A page as found: its tag and first bytes, and its content, or null where it does not open. */
export interface Found {
  readonly tag: Bytes;
  readonly head: Bytes;
  readonly content: (Header & { body: Bytes }) | null;
}

// Pages opened in one message: enough to make messages cheap, few enough that reading the records of one
// batch overlaps with opening the next.
const BATCH = 12;

const runsOf = (pages: readonly number[]): Array<[number, number]> => {
  const runs: Array<[number, number]> = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs;
};

const contentOf = (plain: Bytes | null): Found['content'] => {
  if (!plain) return null;
  try {
    return decodePage(plain);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-new') throw error;
    return null;
  }
};

const openBatch = async (
  { crypto }: Io,
  tree: Tree,
  epoch: number,
  batch: ReadonlyArray<readonly [number, Page]>,
): Promise<Array<[number, Found]>> => {
  const marks = batch.map(([, page]) => ({ tag: page.slice(-TAG), head: page.slice(0, NONCE) }));
  const key = tree.keys.get(epoch);
  const opened = key
    ? await crypto.openPages(
        key,
        batch.map(([, page]) => page),
        batch.map(([n]) => associated(tree.lane, n, epoch)),
      )
    : batch.map(() => null);
  return batch.map(([n], i) => [n, { ...marks[i]!, content: contentOf(opened[i] ?? null) }]);
};

/**
 * Reads and opens pages of the tree's lane, `pages` in rising order, and hands each to `take` (undefined where it
 * is missing) in batches, as they come. `epochOf` says under which key a page was written.
 */
export const readPages = async (
  io: Io,
  tree: Tree,
  pages: readonly number[],
  epochOf: (page: number) => number,
  take: (page: number, found: Found | undefined) => void,
): Promise<void> => {
  if (pages.length === 0) return;
  const stored = await io.store.readRuns(tree.lane, runsOf(pages));
  const byEpoch = new Map<number, Array<readonly [number, Page]>>();
  for (const [i, n] of pages.entries()) {
    const page = stored[i];
    const same = byEpoch.get(epochOf(n));
    if (!page) take(n, undefined);
    else if (same) same.push([n, page]);
    else byEpoch.set(epochOf(n), [[n, page]]);
  }
  const opening: Array<Promise<Array<[number, Found]>>> = [];
  for (const [epoch, all] of byEpoch) {
    for (let at = 0; at < all.length; at += BATCH) {
      opening.push(openBatch(io, tree, epoch, all.slice(at, at + BATCH)));
    }
  }
  // A failure in one batch must not leave the others' failures unhandled.
  for (const batch of opening) batch.catch(() => undefined);
  for (const batch of opening) for (const [n, found] of await batch) take(n, found);
};

/** One page, see `readPages`. */
export const readPage = async (
  io: Io,
  tree: Tree,
  page: number,
  epoch: number,
): Promise<Found | undefined> => {
  let found: Found | undefined;
  await readPages(
    io,
    tree,
    [page],
    () => epoch,
    (_, one) => {
      found = one;
    },
  );
  return found;
};

const same = (a: Bytes, b: Bytes): boolean => a.every((byte, i) => byte === b[i]);

/**
 * Whether a page is the one that its parent names: null when it is. 'parent-older' means the page is newer than
 * its parent says, so that it is the parent that was put back.
 */
export const check = (entry: Entry, found: Found | undefined): Damage['reason'] | 'parent-older' | null => {
  if (!found) return 'missing';
  const { content } = found;
  if (!content) return 'altered';
  if (content.generation > entry.generation) return 'parent-older';
  if (content.generation < entry.generation) return 'older';
  return content.kind === entry.kind && same(found.tag, entry.tag) ? null : 'altered';
};

/** Pages that don't open and carry the tag that the tree gives to another page are not altered but swapped. */
export const nameSwaps = (damage: Damage[], tags: ReadonlyMap<number, Bytes>, tree: Tree): Damage[] => {
  const named = new Map([...tree.entries].map(([n, { tag }]) => [String(tag), n]));
  return damage.map(one => {
    const tag = typeof one.page === 'number' ? tags.get(one.page) : undefined;
    const home = tag && named.get(String(tag));
    const moved = one.reason === 'altered' && home !== undefined && home !== one.page;
    return moved ? { page: one.page, reason: 'swapped' } : one;
  });
};
