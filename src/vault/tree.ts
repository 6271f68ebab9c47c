import type { CryptoPort } from '../crypto/port.ts';
import type { Store } from '../store/pages.ts';
import { RECORD_OVERHEAD, type SlotOwner } from './bodies.ts';
import type { Bytes, Entry } from './format.ts';

/** 32 lower-case hex characters. */
export type RecordId = string;

/**
 * A page that is not what its parent says. `missing`: not there; `altered`: does not open; `older`: an earlier
 * version of itself; `swapped`: another page in its place. 'slots' is the table that secrets open.
 */
export interface Damage {
  readonly page: number | 'slots';
  readonly reason: 'missing' | 'altered' | 'older' | 'swapped';
}

/** What the vault works with. */
export interface Io {
  readonly store: Store;
  readonly crypto: CryptoPort;
}

/** An open space: what is on disk and where. It changes only after a save is on disk. */
export interface Tree {
  readonly lane: number;
  generation: number;
  epoch: number;
  /** The key of every epoch that a page still needs; the newest is `epoch`. */
  keys: Map<number, Bytes>;
  slots: readonly SlotOwner[];
  /** Pages in the lane, the root and the indexes included. */
  count: number;
  /** First bytes of the root on disk, to notice that somebody else saved; null when there is no root page. */
  rootHead: Bytes | null;
  /** Every page that isn't free, damaged ones and unclear ones included: those stay named and are never written over. */
  entries: Map<number, Entry>;
  indexes: Map<number, Entry>;
  /** Index pages to be written with the next save whatever changes, because what is on disk is damaged. */
  readonly stale: Set<number>;
  readonly records: Map<RecordId, Bytes>;
  readonly where: Map<RecordId, number>;
  /** The ids on each readable record page. */
  readonly ids: Map<number, Set<RecordId>>;
  readonly fill: Map<number, number>;
  /** The pages of each blob, in order. */
  readonly blobs: Map<RecordId, readonly number[]>;
}

/** The key of the newest epoch. */
export const currentKey = (tree: Tree): Bytes => tree.keys.get(tree.epoch)!;

/** What a record takes on its page. */
export const sizeOf = (bytes: Uint8Array): number => bytes.length + RECORD_OVERHEAD;

/** An empty tree of a space. */
export const emptyTree = (lane: number, epoch: number, key: Bytes, slots: readonly SlotOwner[]): Tree => ({
  lane,
  generation: 0,
  epoch,
  keys: new Map([[epoch, key]]),
  slots,
  count: 0,
  rootHead: null,
  entries: new Map(),
  indexes: new Map(),
  stale: new Set(),
  records: new Map(),
  where: new Map(),
  ids: new Map(),
  fill: new Map(),
  blobs: new Map(),
});
