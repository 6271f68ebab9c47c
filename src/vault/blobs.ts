import { BODY_BYTES, type Bytes } from './format.ts';
import { check, readPages } from './read.ts';
import type { Damage, Io, RecordId, Tree } from './tree.ts';

/**
 * A blob's bytes, or null for them and the pages that are not as named; null when there is none of this id. A
 * blob of which a page was never found has no bytes and names no page.
 */
export const readBlob = async (
  io: Io,
  tree: Tree,
  id: RecordId,
): Promise<{ bytes: Bytes | null; wrong: Damage[] } | null> => {
  const pages = tree.blobs.get(id);
  if (!pages) return null;
  const parts = new Map<number, Bytes>();
  const wrong: Damage[] = [];
  await readPages(
    io,
    tree,
    [...pages].sort((a, b) => a - b),
    n => tree.entries.get(n)!.epoch,
    (n, found) => {
      const reason = check(tree.entries.get(n)!, found);
      if (reason === null) parts.set(n, found!.content!.body);
      else wrong.push({ page: n, reason: reason === 'parent-older' ? 'altered' : reason });
    },
  );
  const { total } = tree.entries.get(pages[0]!)!;
  if (wrong.length > 0 || pages.length !== total) return { bytes: null, wrong };
  const last = parts.get(pages.at(-1)!)!;
  const all = new Uint8Array((total - 1) * BODY_BYTES + last.length);
  pages.forEach((n, i) => void all.set(parts.get(n)!, i * BODY_BYTES));
  return { bytes: all, wrong };
};
