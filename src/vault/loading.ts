import { decodeRecords } from './bodies.ts';
import type { Bytes, Entry } from './format.ts';
import type { Found } from './read.ts';
import { type Damage, type Io, sizeOf, type Tree } from './tree.ts';

/** Which pages are said to be in use, and as of which generation: the pages may be newer than what is said. */
export interface Said {
  readonly generation: number;
  readonly entries: ReadonlyMap<number, Entry>;
}

/** A tree being loaded. `scan`: blocks whose index can't be trusted; their pages say themselves what they are. */
export interface Loading {
  readonly io: Io;
  readonly tree: Tree;
  readonly damage: Damage[];
  /** The tags found on damaged pages. */
  readonly tags: Map<number, Bytes>;
  readonly scan: Set<number>;
  /** What the root says is in use; null where it was not read, or of before it said so. */
  named: Said | null;
}

/** Whether a page was named as damaged. */
export const isDamaged = ({ damage }: Loading, page: number): boolean =>
  damage.some(one => one.page === page);

/** Names a damaged page, once. */
export const note = (loading: Loading, page: number, reason: Damage['reason'], found?: Found): void => {
  if (isDamaged(loading, page)) return;
  loading.damage.push({ page, reason });
  if (found) loading.tags.set(page, found.tag);
};

/** The records of an opened page become the tree's. Its entry must be there. */
export const takeRecords = (tree: Tree, n: number, body: Bytes): void => {
  const ids = new Set<string>();
  const { generation } = tree.entries.get(n)!;
  let fill = 0;
  decodeRecords(body, (id, bytes) => {
    fill += sizeOf(bytes);
    const other = tree.where.get(id);
    if (other !== undefined) {
      // Only damage can bring a record back twice; the later save is the true one.
      if (tree.entries.get(other)!.generation > generation) return;
      tree.ids.get(other)?.delete(id);
    }
    ids.add(id);
    tree.where.set(id, n);
    tree.records.set(id, bytes);
  });
  tree.ids.set(n, ids);
  tree.fill.set(n, fill);
};

/** Takes back what `takeRecords` did for a page. */
export const dropRecords = (tree: Tree, n: number): void => {
  for (const id of tree.ids.get(n) ?? []) {
    tree.where.delete(id);
    tree.records.delete(id);
  }
  tree.ids.delete(n);
  tree.fill.delete(n);
};
