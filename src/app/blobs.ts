import type { FieldValue, Item, Version } from '../domain/item.ts';
import type { RecordStore } from './records.ts';

/** Photos and PDFs with their ids. */
export type Blobs = { id: string; bytes: Uint8Array<ArrayBuffer> }[];

/** Every version of these items. */
export const versionsOf = (items: Iterable<Item>): Version[] => [...items].flatMap(item => item.versions);

/** What may hold photos and PDFs: a version, a draft, what a line changes. */
export interface Holder {
  readonly values: Readonly<Record<string, FieldValue | null>>;
}

/** The photos and PDFs that any of these holds, by id, and the bytes of each. */
export const filesOf = (holders: Iterable<Holder>): Map<string, number> => {
  const files = new Map<string, number>();
  for (const { values } of holders)
    for (const value of Object.values(values))
      if (typeof value === 'object' && value && 'blob' in value) files.set(value.blob, value.size);
  return files;
};

/** What can be read of these items' photos and PDFs. */
export const blobsOf = async (store: RecordStore, items: readonly Item[]): Promise<Blobs> => {
  const ids = [...filesOf(versionsOf(items)).keys()];
  const read = await Promise.all(ids.map(async id => ({ id, bytes: await store.readBlob(id).catch(none) })));
  return read.flatMap(({ id, bytes }) => (bytes ? [{ id, bytes }] : []));
};

/** The ids of photos and PDFs that none of these holds: picked, then never saved. */
export const looseBlobs = (store: RecordStore, holders: Iterable<Holder>): string[] => {
  const held = filesOf(holders);
  return store.blobIds().filter(id => !held.has(id));
};

const none = () => null;
