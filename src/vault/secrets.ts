import { type KdfSettings, KEY_BYTES } from '../crypto/port.ts';
import { randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import type { SlotOwner, SlotUse } from './bodies.ts';
import type { Bytes } from './format.ts';
import { type Change, planSave } from './plan.ts';
import { freeSlot, readSlots, type SlotPayload, type SlotTable, sealSlots, trySecret } from './slots.ts';
import { openSpare } from './spare.ts';
import { currentKey, type Io, type Tree } from './tree.ts';
import { commitPlan } from './write.ts';

/** The public half of a recovery secret: enough to seal to it, and nothing that opens. */
export interface RecoveryKey {
  readonly publicKey: Bytes;
  /** What the secret is derived with, to the same key. */
  readonly salt: Bytes;
  readonly settings: KdfSettings;
}

/** An open space, and the slot table as it was opened. */
export interface Space {
  readonly tree: Tree;
  readonly table: SlotTable;
  readonly weakest: KdfSettings | undefined;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);

const newestKey = (tree: Tree): SlotPayload => ({
  key: currentKey(tree),
  epoch: tree.epoch,
  lane: tree.lane,
});

/** The slot table as it is now. Of two copies that differ, the one that is under the newest key. */
const freshTable = async (io: Io, { tree, weakest }: Space): Promise<SlotTable> => {
  const table = await readSlots(io.store, weakest);
  if (!table) throw new AppError('taken-over');
  for (const page of table.pages) {
    if (await openSpare(io.crypto, page, newestKey(tree))) return { ...table, page, pages: [page] };
  }
  return { ...table, pages: [table.page] };
};

/** Seals everything but the blobs under a new key that only `owners` can open, with these changes made. */
const rekey = async (
  io: Io,
  tree: Tree,
  table: SlotTable,
  owners: readonly SlotOwner[],
  changes: readonly Change[] = [],
): Promise<void> => {
  const bytes = randomBytes(KEY_BYTES);
  const epoch = tree.epoch + 1;
  const also = await sealSlots(io.crypto, table, owners, { key: bytes, epoch, lane: tree.lane }, tree.keys);
  await commitPlan(io, tree, planSave(tree, changes, tree.ids.keys()), {
    key: { epoch, bytes },
    slots: owners,
    also,
  });
};

/** Lets one more in, under the key that there is, and makes these changes. */
const addOwner = async (
  io: Io,
  tree: Tree,
  table: SlotTable,
  owner: SlotOwner,
  changes: readonly Change[],
): Promise<void> => {
  const slots = [...tree.slots, owner];
  const older = new Map([...tree.keys].filter(([epoch]) => epoch !== tree.epoch));
  const also = await sealSlots(io.crypto, table, slots, newestKey(tree), older);
  await commitPlan(io, tree, planSave(tree, changes), { slots, also });
};

/** What an open space does with its secrets, see `Vault`. `io` writes only while it is open. */
export const secretsOf = (space: Space, io: Io, inTurn: <T>(work: () => Promise<T>) => Promise<T>) => {
  const { tree } = space;
  const fresh = () => freshTable(io, space);
  const setSecret = async (use: SlotUse, secret: Uint8Array, changes: readonly Change[]): Promise<void> => {
    const table = await fresh();
    const { publicKey, found } = await trySecret(io.crypto, table, secret);
    found?.key.fill(0);
    const former = tree.slots.find(one => one.use === use);
    // Also where it opens the other space: which of the two it was is not said.
    if (found && found.owner.slot !== former?.slot) throw new AppError('taken');
    const owner = { slot: former?.slot ?? freeSlot(tree.lane, tree.slots), publicKey, use };
    if (!former) return addOwner(io, tree, table, owner, changes);
    await rekey(io, tree, table, [...tree.slots.filter(one => one.use !== use), owner], changes);
  };
  return {
    setSecret: (use: SlotUse, secret: Uint8Array, changes: readonly Change[] = []): Promise<void> => {
      const own = secret.slice();
      return inTurn(() => setSecret(use, own, changes)).finally(() => own.fill(0));
    },
    removeSecret: (use: SlotUse): Promise<void> =>
      inTurn(async () => {
        const owners = tree.slots.filter(one => one.use !== use);
        if (owners.length < tree.slots.length) await rekey(io, tree, await fresh(), owners);
      }),
    verifySecret: (secret: Uint8Array): Promise<boolean> =>
      inTurn(async () => {
        const { salt, settings } = space.table;
        const { publicKey } = await io.crypto.openSlots(secret, salt, settings, []);
        return tree.slots.some(one => one.use !== 'erase' && sameBytes(one.publicKey, publicKey));
      }),
    recovery: (): RecoveryKey | null => {
      const owner = tree.slots.find(one => one.use === 'recovery');
      const { salt, settings } = space.table;
      return owner ? { publicKey: owner.publicKey, salt, settings } : null;
    },
  };
};
