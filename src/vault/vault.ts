import { AppError } from '../lib/error.ts';
import type { Commit } from '../store/pages.ts';
import { readBlob } from './blobs.ts';
import type { SlotUse } from './bodies.ts';
import type { Bytes } from './format.ts';
import { beginInbox, emptyInbox, INBOX_RECORD, type Inbox, newSession, readInbox } from './inbox.ts';
import { loadTree } from './load.ts';
import { type Change, planSave } from './plan.ts';
import { type RecoveryKey, type Space, secretsOf } from './secrets.ts';
import { repairSlots } from './slots.ts';
import { currentKey, type Damage, type Io, type RecordId, type Tree } from './tree.ts';
import { commitPlan, type Extra } from './write.ts';

/**
 * An open space. Every method throws AppError('locked') once `lock` was called. Methods that write throw
 * AppError('storage-full'), 'storage-failed' or 'taken-over'; then everything is as it was before, in memory and
 * on disk.
 */
export interface Vault {
  /**
   * The records by id, as views that must not be changed. Up to date with every save that resolved. `INBOX_RECORD`
   * may be among them, and is the vault's own.
   */
  readonly records: ReadonlyMap<RecordId, Bytes>;
  /** Pages found to be not as they were written. Everything else is readable. */
  readonly damage: readonly Damage[];
  /** The ids of the blobs. */
  blobIds(): RecordId[];
  /**
   * Writes all changes, or none, in one strict transaction; resolves when they are on disk. Saves run one after
   * the other. Records are copied at the call; a blob's bytes must stay as they are until it resolves.
   * Throws AppError('too-big') for a record over 60,000 bytes or a blob over 32 MiB.
   */
  save(changes: readonly Change[]): Promise<void>;
  /** A blob's bytes, or null when there is none. Throws AppError('damaged'), and names the pages in `damage`. */
  readBlob(id: RecordId): Promise<Bytes | null>;
  /** The records as they lie on disk, read anew; without those of a page that is not as it was written. */
  reread(): Promise<ReadonlyMap<RecordId, Bytes>>;
  /** Opens every blob once, and names in `damage` what does not open. */
  checkBlobs(): Promise<void>;
  /** What the secrets that open it are for, as it is on disk now. */
  readonly uses: ReadonlySet<SlotUse>;
  /** What the secret that opened it is for. */
  readonly openedBy: SlotUse;
  /**
   * Gives a use its secret. In the place of another one: everything is sealed under a new key that the other never
   * sees. Throws AppError('taken') for a secret that opens something here already, in this space or in another, unless
   * it is the one that it replaces. `changes` are written in the same transaction.
   */
  setSecret(use: SlotUse, secret: Uint8Array, changes?: readonly Change[]): Promise<void>;
  /** Takes a use's secret away, and seals everything under a new key that it never sees. */
  removeSecret(use: Exclude<SlotUse, 'pin'>): Promise<void>;
  /** What a spare copy is sealed to; null where there are no recovery words. */
  recovery(): RecoveryKey | null;
  /** After a new key: seals one blob that is still under an old one. Resolves true while there is more to do. */
  rekeyStep(): Promise<boolean>;
  /** Whether a secret opens this space. Takes as long as unlocking. */
  verifySecret(secret: Uint8Array): Promise<boolean>;
  /**
   * Begins an inbox with this content, in the place of one before: it takes what is written while the vault is
   * locked. Throws AppError('too-big') over its room.
   */
  openInbox(content: Uint8Array): Promise<Inbox>;
  /** What an inbox was left with; null when there was none. Throws AppError('damaged') when it can't be read. */
  readInbox(): Promise<Bytes | null>;
  /** Writes the changes and ends the inbox, or neither. */
  emptyInbox(changes: readonly Change[]): Promise<void>;
  /** Drops keys and plaintext from memory, and ends the worker that saw them. A save under way may still land. */
  lock(): void;
}

/** An open space's parts, as `openSpace` and `createSpace` have them. */
export interface Opened extends Space {
  readonly io: Io;
  readonly damage: Damage[];
  /** What the secret that opened it is for. */
  readonly openedBy: SlotUse;
}

const copied = (change: Change): Change =>
  change.op === 'put' ? { ...change, bytes: new Uint8Array(change.bytes) } : change;

/** Writes of an open space, one after the other, and none after it was locked. */
const createQueue = (isLocked: () => boolean) => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => {
      if (isLocked()) throw new AppError('locked');
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
};

/** An Io that stops at the door once the space is locked: a key wiped mid-save must never seal a page. */
const guarded = (io: Io, isLocked: () => boolean): Io => {
  const check = (): void => {
    if (isLocked()) throw new AppError('locked');
  };
  return {
    crypto: io.crypto,
    store: {
      ...io.store,
      commit: async change => {
        check();
        await io.store.commit(change);
      },
    },
  };
};

const wipe = (tree: Tree): void => {
  for (const key of tree.keys.values()) key.fill(0);
  for (const bytes of tree.records.values()) bytes.fill(0);
  for (const map of [tree.keys, tree.records, tree.where, tree.ids, tree.fill, tree.blobs, tree.entries]) {
    map.clear();
  }
  tree.indexes.clear();
};

const blobsOf = ({ tree, damage }: Opened, io: Io, inTurn: ReturnType<typeof createQueue>) => {
  const broken = new Set<RecordId>();
  /** The bytes, or null when there are none or they are damaged, which is then in `broken` and `damage`. */
  const read = async (id: RecordId): Promise<Bytes | null> => {
    const found = await readBlob(io, tree, id);
    if (found && !found.bytes) broken.add(id);
    for (const one of found?.wrong ?? [])
      if (!damage.some(known => known.page === one.page)) damage.push(one);
    return found?.bytes ?? null;
  };
  const underOldKey = (): RecordId[] =>
    [...tree.blobs]
      // What does not open stays as it is, and its key stays in the ring.
      .filter(([id, pages]) => !broken.has(id) && pages.some(n => tree.entries.get(n)!.epoch !== tree.epoch))
      .map(([id]) => id);
  return {
    readBlob: (id: RecordId): Promise<Bytes | null> =>
      inTurn(async () => {
        broken.delete(id);
        const bytes = await read(id);
        if (broken.has(id)) throw new AppError('damaged');
        return bytes;
      }),
    checkBlobs: (): Promise<void> =>
      inTurn(async () => {
        for (const id of tree.blobs.keys()) await read(id);
      }),
    rekeyStep: (): Promise<boolean> =>
      inTurn(async () => {
        const id = underOldKey()[0];
        const bytes = id === undefined ? null : await read(id);
        if (id !== undefined && bytes)
          await commitPlan(io, tree, planSave(tree, [{ op: 'putBlob', id, bytes }]));
        return underOldKey().length > 0;
      }),
  };
};

const inboxOf = ({ io: unguarded, tree }: Opened, io: Io, inTurn: ReturnType<typeof createQueue>) => ({
  openInbox: (content: Uint8Array): Promise<Inbox> =>
    inTurn(async () => {
      const { session, record } = await newSession(io.crypto);
      // It goes on writing when this vault is locked.
      const { inbox, ...also } = await beginInbox(unguarded, tree.lane, session, content);
      await commitPlan(io, tree, planSave(tree, [{ op: 'put', id: INBOX_RECORD, bytes: record }]), { also });
      record.fill(0);
      return inbox;
    }),
  readInbox: (): Promise<Bytes | null> =>
    inTurn(async () => {
      const record = tree.records.get(INBOX_RECORD);
      if (!record) return null;
      const content = await readInbox(io, tree.lane, record);
      if (!content) throw new AppError('damaged');
      return content;
    }),
  emptyInbox: (changes: readonly Change[]): Promise<void> =>
    inTurn(async () => {
      const plan = planSave(tree, [...changes.map(copied), { op: 'remove', id: INBOX_RECORD }]);
      await commitPlan(io, tree, plan, { also: emptyInbox(tree.lane) });
    }),
});

/** The vault over an opened space. With `held`, a slot table that is not on disk yet: `land` puts it there. */
export const createVault = (
  opened: Opened,
  held?: Pick<Commit, 'writes' | 'expect'>,
): { vault: Vault; land(): Promise<void> } => {
  const { tree, damage } = opened;
  let locked = false;
  let toRepair = opened.table.damage.length > 0 ? opened.table : undefined;
  const isLocked = (): boolean => locked;
  const io = guarded(opened.io, isLocked);
  const inTurn = createQueue(isLocked);
  const vault: Vault = {
    records: tree.records,
    damage,
    blobIds: () => {
      if (locked) throw new AppError('locked');
      return [...tree.blobs.keys()];
    },
    save: async changes => {
      const own = changes.map(copied);
      return inTurn(async () => {
        const extra: Extra = toRepair ? { also: repairSlots(toRepair) } : {};
        await commitPlan(io, tree, planSave(tree, own), extra);
        toRepair = undefined;
      });
    },
    reread: () =>
      inTurn(async () => {
        const { lane, epoch, slots } = tree;
        const by = { lane, epoch, key: currentKey(tree), owner: slots[0]!, page: opened.table.page };
        return (await loadTree(io, by)).tree.records;
      }),
    ...blobsOf(opened, io, inTurn),
    get uses() {
      return new Set(tree.slots.map(one => one.use));
    },
    openedBy: opened.openedBy,
    ...secretsOf(opened, io, inTurn),
    ...inboxOf(opened, io, inTurn),
    lock: () => {
      if (locked) return;
      locked = true;
      wipe(tree);
      opened.io.crypto.close();
    },
  };
  return {
    vault,
    land: () => inTurn(() => commitPlan(io, tree, planSave(tree, []), held && { also: held })),
  };
};
