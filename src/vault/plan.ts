import { AppError } from '../lib/error.ts';
import { encodeRecords, MAX_RECORD, RECORDS_ROOM } from './bodies.ts';
import { BODY_BYTES, type Bytes, isData, KIND, NO_OWNER, type PlainPage } from './format.ts';
import { type RecordId, sizeOf, type Tree } from './tree.ts';

/** One change to a space. Ids are 32 lower-case hex characters; the last change to an id wins. */
export type Change =
  | { readonly op: 'put'; readonly id: RecordId; readonly bytes: Uint8Array }
  | { readonly op: 'remove'; readonly id: RecordId }
  | { readonly op: 'putBlob'; readonly id: RecordId; readonly bytes: Uint8Array }
  | { readonly op: 'removeBlob'; readonly id: RecordId };

/** What a save will do, worked out before anything is written. Nothing in the tree has changed yet. */
export interface Plan {
  /** New content by page number. */
  readonly pages: Map<number, PlainPage>;
  /** Pages that became empty: their old content is overwritten, by random bytes as in every free page. */
  readonly freed: ReadonlySet<number>;
  /** The record pages touched: the ids now on each, empty when the page is free again. */
  readonly ids: Map<number, Set<RecordId>>;
  readonly records: Map<RecordId, Bytes | null>;
  readonly blobs: Map<RecordId, readonly number[] | null>;
  readonly count: number;
}

/** Both lanes grow by this many pages at a time, so that not every new page shows. */
const GROWTH = 8;
/** A photo or a scanned letter fits well; a film does not. Bytes. */
const MAX_BLOB = 32 * 1024 * 1024;

/** Hands out free pages, lowest first, and grows the lane when there are none. */
const createAllocator = (tree: Tree) => {
  const taken = new Set<number>();
  const freed = new Set<number>();
  let from = 2;
  let count = Math.max(tree.count, GROWTH);
  const take = (): number => {
    while (!isData(from) || taken.has(from) || (tree.entries.has(from) && !freed.has(from))) from++;
    if (from >= count) count = Math.ceil((from + 1) / GROWTH) * GROWTH;
    taken.add(from);
    return from;
  };
  const free = (page: number): void => {
    freed.add(page);
    taken.delete(page);
    from = Math.min(from, page);
  };
  return { take, free, count: () => count };
};

interface Draft {
  readonly tree: Tree;
  readonly pages: ReturnType<typeof createAllocator>;
  readonly ids: Map<number, Set<RecordId>>;
  readonly fill: Map<number, number>;
  readonly records: Map<RecordId, Bytes | null>;
}

const touch = (draft: Draft, page: number): Set<RecordId> => {
  let ids = draft.ids.get(page);
  if (!ids) {
    ids = new Set(draft.tree.ids.get(page));
    draft.ids.set(page, ids);
    draft.fill.set(page, draft.tree.fill.get(page) ?? 0);
  }
  return ids;
};

const takeOut = (draft: Draft, id: RecordId): number | undefined => {
  const page = draft.tree.where.get(id);
  if (page === undefined) return undefined;
  touch(draft, page).delete(id);
  draft.fill.set(page, draft.fill.get(page)! - sizeOf(draft.tree.records.get(id)!));
  return page;
};

const pageFor = (draft: Draft, size: number, former: number | undefined): number => {
  const fits = (page: number): boolean =>
    (draft.fill.get(page) ?? draft.tree.fill.get(page) ?? 0) + size <= RECORDS_ROOM;
  if (former !== undefined && fits(former)) return former;
  // A page that is written anyway costs nothing more.
  for (const page of draft.ids.keys()) if (fits(page)) return page;
  for (const page of draft.tree.ids.keys()) if (fits(page)) return page;
  return draft.pages.take();
};

const planRecords = (draft: Draft): void => {
  const former = new Map([...draft.records.keys()].map(id => [id, takeOut(draft, id)]));
  for (const [id, bytes] of draft.records) {
    if (!bytes) continue;
    const page = pageFor(draft, sizeOf(bytes), former.get(id));
    touch(draft, page).add(id);
    draft.fill.set(page, draft.fill.get(page)! + sizeOf(bytes));
  }
};

const blobPages = (id: RecordId, bytes: Uint8Array, pages: ReturnType<typeof createAllocator>) => {
  const total = Math.max(1, Math.ceil(bytes.length / BODY_BYTES));
  return Array.from({ length: total }, (_, seq): [number, PlainPage] => [
    pages.take(),
    {
      kind: KIND.blob,
      owner: id,
      seq,
      total,
      body: bytes.subarray(seq * BODY_BYTES, (seq + 1) * BODY_BYTES),
    },
  ]);
};

/** The last change to each id. Throws AppError('too-big') over a limit, 'not-ours' for an id that is none. */
const netEffect = (changes: readonly Change[]) => {
  const records = new Map<RecordId, Bytes | null>();
  const blobs = new Map<RecordId, Uint8Array | null>();
  for (const change of changes) {
    if (!/^[0-9a-f]{32}$/.test(change.id)) throw new AppError('not-ours');
    if (change.op === 'put') {
      if (change.bytes.length > MAX_RECORD) throw new AppError('too-big');
      records.set(change.id, new Uint8Array(change.bytes));
    } else if (change.op === 'putBlob') {
      if (change.bytes.length > MAX_BLOB) throw new AppError('too-big');
      blobs.set(change.id, change.bytes);
    } else if (change.op === 'remove') records.set(change.id, null);
    else blobs.set(change.id, null);
  }
  return { records, blobs };
};

/** The content of a record page after the save. */
const recordPage = (draft: Draft, ids: ReadonlySet<RecordId>): PlainPage => {
  const records = [...ids].map((id): [RecordId, Uint8Array] => [
    id,
    draft.records.get(id) ?? draft.tree.records.get(id)!,
  ]);
  return { kind: KIND.records, owner: NO_OWNER, seq: 0, total: 0, body: encodeRecords(records) };
};

/**
 * Works out which pages a save writes. `alsoPages` are record pages to be written again whatever changes.
 * Throws AppError('too-big') for a record over 60,000 bytes or a blob over 32 MiB.
 */
export const planSave = (tree: Tree, changes: readonly Change[], alsoPages: Iterable<number> = []): Plan => {
  const { records, blobs } = netEffect(changes);
  const allocator = createAllocator(tree);
  const draft: Draft = { tree, pages: allocator, ids: new Map(), fill: new Map(), records };
  const pages = new Map<number, PlainPage>();
  for (const page of alsoPages) touch(draft, page);
  planRecords(draft);
  const freed = new Set([...draft.ids].filter(([, ids]) => ids.size === 0).map(([page]) => page));
  for (const id of blobs.keys()) for (const page of tree.blobs.get(id) ?? []) freed.add(page);
  for (const page of freed) allocator.free(page);
  const placed = new Map<RecordId, readonly number[] | null>();
  for (const [id, bytes] of blobs) {
    const written = bytes && blobPages(id, bytes, allocator);
    placed.set(id, written?.map(([page]) => page) ?? null);
    for (const [page, content] of written ?? []) pages.set(page, content);
  }
  for (const [page, ids] of draft.ids) if (ids.size > 0) pages.set(page, recordPage(draft, ids));
  for (const page of pages.keys()) freed.delete(page);
  return { pages, freed, ids: draft.ids, records, blobs: placed, count: allocator.count() };
};
