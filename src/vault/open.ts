import { type CryptoPort, type KdfSettings, KEY_BYTES } from '../crypto/port.ts';
import { randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import type { Store } from '../store/pages.ts';
import { readAhead } from './ahead.ts';
import { clearLeft } from './erase.ts';
import { NONCE, ROOT } from './format.ts';
import { emptyInbox } from './inbox.ts';
import { loadTree } from './load.ts';
import { planSave } from './plan.ts';
import { freeSlot, newSlots, readSlots, type SlotTable, sealSlots, trySecret } from './slots.ts';
import { currentKey, emptyTree, type Io, type Tree } from './tree.ts';
import { createVault, type Vault } from './vault.ts';
import { commitPlan } from './write.ts';

/** What a new install may have besides its secret. */
export interface Making {
  /** Opens a second space, as empty as the first. Throws AppError('taken') when it is the same secret. */
  readonly second?: Uint8Array | undefined;
  /** Only tests pass these. */
  readonly settings?: KdfSettings | undefined;
}

/** An install whose slot table is not on disk: until it lands nothing here is an install, and nothing opens it. */
export interface Held {
  readonly vault: Vault;
  /** Puts the slot table on disk, in one transaction. Throws AppError('taken-over') when there is an install by now. */
  land(): Promise<void>;
}

/** A new space in a lane of its own, and the table with its secret. Nothing is written. */
const newSpace = async ({ crypto }: Io, table: SlotTable, lane: number, secret: Uint8Array) => {
  const { publicKey, found } = await trySecret(crypto, table, secret);
  if (found) throw new AppError('taken');
  const owner = { slot: freeSlot(lane, []), publicKey, use: 'pin' as const };
  const key = randomBytes(KEY_BYTES);
  const slots = await sealSlots(crypto, table, [owner], { key, epoch: 1, lane }, new Map());
  const page = slots.writes[0]![1];
  return { tree: emptyTree(lane, 1, key, [owner]), slots, table: { ...table, page, pages: [page] } };
};

const writeSpace = async (io: Io, tree: Tree): Promise<void> => {
  await commitPlan(io, tree, planSave(tree, []), { also: emptyInbox(tree.lane) });
};

/**
 * Begins an install with one space or two, and opens the first. What is saved is on disk, but opens with nothing until
 * it lands. `secret` is the UTF-8 bytes of a PIN or passphrase. Until `land` its secrets can't be changed. Throws
 * AppError('taken-over') when there is an install already, another tab's included.
 */
export const createHeld = async (
  store: Store,
  crypto: CryptoPort,
  secret: Uint8Array,
  { second, settings }: Making = {},
): Promise<Held> => {
  crypto.warm();
  const io = { store, crypto };
  await clearLeft(store);
  // At random, so that the lane does not say which space came first.
  const lane = randomBytes(1)[0]! & 1;
  let space = await newSpace(io, await newSlots(crypto, settings), lane, secret);
  const { tree } = space;
  if (second) {
    space = await newSpace(io, space.table, 1 - lane, second);
    await writeSpace(io, space.tree);
    currentKey(space.tree).fill(0);
    // Its save has grown this lane as well, by random pages.
    tree.rootHead = (await store.read([lane, ROOT]))!.slice(0, NONCE);
  }
  await writeSpace(io, tree);
  return createVault(
    { io, tree, damage: [], table: space.table, openedBy: 'pin', weakest: settings },
    space.slots,
  );
};

/** Makes an install, and opens its first space. See `createHeld`. */
export const createSpace = async (
  store: Store,
  crypto: CryptoPort,
  secret: Uint8Array,
  making: Making = {},
): Promise<Vault> => {
  const { vault, land } = await createHeld(store, crypto, secret, making);
  await land();
  return vault;
};

/**
 * Opens the space that a secret belongs to; 'erase' when the secret is there to have everything erased; null when it
 * opens no slot, or nothing is kept here. `weakest` is for tests only, see `readSlots`. Throws AppError('damaged') when
 * neither copy of the slot table is whole, and 'too-new' when a later version wrote it.
 */
export const openSpace = async (
  store: Store,
  crypto: CryptoPort,
  secret: Uint8Array,
  weakest?: KdfSettings,
): Promise<Vault | 'erase' | null> => {
  crypto.warm();
  const table = await readSlots(store, weakest);
  if (!table) return null;
  const trying = trySecret(crypto, table, secret);
  const ahead = readAhead(store);
  const { found } = await trying;
  if (!found) return null;
  const { owner, page } = found;
  if (owner.use === 'erase') return 'erase';
  const io = { store, crypto };
  const { tree, damage } = await loadTree({ store: ahead, crypto }, found);
  const all = [...table.damage, ...damage];
  return createVault({ io, tree, damage: all, table: { ...table, page }, openedBy: owner.use, weakest })
    .vault;
};
