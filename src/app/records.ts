/** What a space keeps, as the app sees it: opaque records and blobs by id. The vault is one; memory is the other. */
export interface RecordStore {
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** Pages that could not be read when it was opened. */
  readonly damage: readonly { page: number | string; reason: string }[];
  /** All changes or none, on disk when it resolves. Throws AppError: storage-full, taken-over, too-big, locked. */
  save(changes: readonly RecordChange[]): Promise<void>;
  /** null when there is none. Throws AppError damaged when its pages do not open. */
  readBlob(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  blobIds(): string[];
}

export type RecordChange =
  | { op: 'put' | 'putBlob'; id: string; bytes: Uint8Array<ArrayBuffer> }
  | { op: 'remove' | 'removeBlob'; id: string };

/** All that a record is on disk. */
export interface Whole {
  readonly records: readonly (readonly [id: string, bytes: Uint8Array<ArrayBuffer>])[];
  /** The ids of photos and PDFs that something holds, or may hold. */
  readonly blobs: readonly string[];
  /** Bytes of those that something holds, also of any that are not there. */
  readonly sizes: ReadonlyMap<string, number>;
  /** How far this install had counted. */
  readonly counted: number;
}

/** A space that lives in memory only and is gone with it: the made-up person's. */
export const memoryRecords = (): RecordStore => {
  const records = new Map<string, Uint8Array<ArrayBuffer>>();
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  const ids = () => [...blobs.keys()];
  return {
    records,
    damage: [],
    blobIds: ids,
    async save(changes) {
      for (const change of changes) {
        const place = change.op.endsWith('Blob') ? blobs : records;
        if ('bytes' in change) place.set(change.id, change.bytes);
        else place.delete(change.id);
      }
    },
    async readBlob(id) {
      return blobs.get(id) ?? null;
    },
  };
};
