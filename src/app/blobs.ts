import type { Item, Values, Version } from '../domain/item.ts';
import type { RecordStore } from './records.ts';

/** Photos and PDFs with their ids. */
export type Blobs = { id: string; bytes: Uint8Array<ArrayBuffer> }[];

/** Every version of these items. */
export const versionsOf = (items: Iterable<Item>): Version[] => [...items].flatMap(item => item.versions);

const blobIdsIn = (values: Values): string[] =>
  Object.values(values).flatMap(value => (typeof value === 'object' && 'blob' in value ? [value.blob] : []));

/** What can be read of these items' photos and PDFs. */
export const blobsOf = async (store: RecordStore, items: readonly Item[]): Promise<Blobs> => {
  const ids = [...new Set(versionsOf(items).flatMap(version => blobIdsIn(version.values)))];
  const read = await Promise.all(ids.map(async id => ({ id, bytes: await store.readBlob(id).catch(none) })));
  return read.flatMap(({ id, bytes }) => (bytes ? [{ id, bytes }] : []));
};

/** The ids of photos and PDFs that none of these holds: picked, then never saved. */
export const looseBlobs = (store: RecordStore, holders: Iterable<{ values: Values }>): string[] => {
  const held = new Set([...holders].flatMap(one => blobIdsIn(one.values)));
  return store.blobIds().filter(id => !held.has(id));
};

const none = () => null;
