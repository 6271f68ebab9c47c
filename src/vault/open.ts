import { type CryptoPort, type KdfSettings, KEY_BYTES } from '../crypto/port.ts';
import { randomBytes } from '../lib/bytes.ts';
import type { Store } from '../store/pages.ts';
import { readAhead } from './ahead.ts';
import { emptyInbox } from './inbox.ts';
import { loadTree } from './load.ts';
import { planSave } from './plan.ts';
import { freeSlot, newSlots, openWith, readSlots, sealSlots } from './slots.ts';
import { emptyTree } from './tree.ts';
import { createVault, type Vault } from './vault.ts';
import { commitPlan } from './write.ts';

/**
 * Makes an install with one space, and opens it. `secret` is the UTF-8 bytes of a PIN or passphrase. Only tests
 * pass `settings`. Throws AppError('taken-over') when there is an install already, another tab's included.
 */
export const createSpace = async (
  store: Store,
  crypto: CryptoPort,
  secret: Uint8Array,
  settings?: KdfSettings,
): Promise<Vault> => {
  crypto.warm();
  const table = await newSlots(crypto, settings);
  const { publicKey } = await crypto.openSlots(secret, table.salt, table.settings, []);
  // At random, so that the lane does not say which space came first.
  const lane = randomBytes(1)[0]! & 1;
  const owner = { slot: freeSlot(lane, []), publicKey };
  const key = randomBytes(KEY_BYTES);
  const tree = emptyTree(lane, 1, key, [owner]);
  const io = { store, crypto };
  const slots = await sealSlots(crypto, table, [owner], { key, epoch: 1, lane }, new Map());
  const inbox = emptyInbox(lane);
  const also = { ...slots, ...inbox, writes: [...slots.writes, ...inbox.writes] };
  await commitPlan(io, tree, planSave(tree, []), { also });
  return createVault({ io, tree, damage: [], table, slot: owner.slot, weakest: settings });
};

/**
 * Opens the space that a secret belongs to; null when it opens no slot, or nothing is kept here. `weakest` is
 * for tests only, see `readSlots`. Throws AppError('damaged') when neither copy of the slot table is whole, and
 * 'too-new' when a later version wrote it.
 */
export const openSpace = async (
  store: Store,
  crypto: CryptoPort,
  secret: Uint8Array,
  weakest?: KdfSettings,
): Promise<Vault | null> => {
  crypto.warm();
  const table = await readSlots(store, weakest);
  if (!table) return null;
  const opening = openWith(crypto, table, secret);
  const ahead = readAhead(store);
  const unsealed = await opening;
  if (!unsealed) return null;
  const io = { store, crypto };
  const { tree, damage } = await loadTree({ store: ahead, crypto }, unsealed);
  const all = [...table.damage, ...damage];
  const opened = { ...table, page: unsealed.page };
  return createVault({ io, tree, damage: all, table: opened, slot: unsealed.owner.slot, weakest });
};
