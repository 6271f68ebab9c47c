import type { FieldValue, Item, ItemId, Version } from '../domain/item.ts';
import type { Line } from '../domain/proposal.ts';
import type { RecordChange, RecordStore } from './records.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** Photos and PDFs with their ids. */
export type Blobs = { id: string; bytes: Uint8Array<ArrayBuffer> }[];

/** Every version of these items. */
export const versionsOf = (items: Iterable<Item>): Version[] => [...items].flatMap(item => item.versions);

/** What may hold photos and PDFs: a version, a draft, what a line changes. */
export interface Holder {
  readonly values: Readonly<Record<string, FieldValue | null>>;
}

/** All of a record that may hold photos and PDFs, but for these items and drafts. */
export const holdersIn = (
  { all, drafts, lines }: { all: Items; drafts: ReadonlyMap<string, Holder>; lines: readonly Line[] },
  items: ReadonlySet<ItemId> = new Set(),
  keys: readonly string[] = [],
): Holder[] => [
  ...versionsOf(all.values()).filter(({ item }) => !items.has(item)),
  ...[...drafts].flatMap(([key, draft]) => (keys.includes(key) ? [] : [draft])),
  ...lines.map(({ changes }) => ({ values: changes })),
];

/** The photos and PDFs that any of these holds, by id, and the bytes of each. */
export const filesOf = (holders: Iterable<Holder>): Map<string, number> => {
  const files = new Map<string, number>();
  for (const { values } of holders)
    for (const value of Object.values(values))
      if (typeof value === 'object' && value && 'blob' in value) files.set(value.blob, value.size);
  return files;
};

/** What can be read of these items' photos and PDFs, and which of those nothing else holds. */
export const blobsOf = async (
  store: RecordStore,
  items: readonly Item[],
  others: Iterable<Holder>,
): Promise<{ blobs: Blobs; alone: string[] }> => {
  const held = filesOf(others);
  const ids = [...filesOf(versionsOf(items)).keys()];
  const read = await Promise.all(ids.map(async id => ({ id, bytes: await store.readBlob(id).catch(none) })));
  const blobs = read.flatMap(({ id, bytes }) => (bytes ? [{ id, bytes }] : []));
  return { blobs, alone: blobs.map(({ id }) => id).filter(id => !held.has(id)) };
};

/** The ids of photos and PDFs that none of these holds: picked, then never saved. */
export const looseBlobs = (store: RecordStore, holders: Iterable<Holder>): string[] => {
  const held = filesOf(holders);
  return store.blobIds().filter(id => !held.has(id));
};

/** The changes that keep these, but for those that are here. */
export const putFresh = (store: RecordStore, blobs: Blobs): RecordChange[] => {
  const known = new Set(store.blobIds());
  return blobs.filter(({ id }) => !known.has(id)).map(blob => ({ op: 'putBlob', ...blob }));
};

const none = () => null;
