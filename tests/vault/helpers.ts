import 'fake-indexeddb/auto';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { CryptoPort, KdfSettings } from '../../src/crypto/port.ts';
import { randomId, utf8 } from '../../src/lib/bytes.ts';
import { createStore, type Store } from '../../src/store/pages.ts';
import { createSpace, openSpace } from '../../src/vault/open.ts';
import type { Vault } from '../../src/vault/vault.ts';

/** Argon2id at its least, so that hundreds of vaults can be opened. Production code refuses it. */
export const CHEAP: KdfSettings = { passes: 1, memory: 8192 };
export const PIN = utf8('736251');

export const newStore = (): Store => createStore(`test-${randomId()}`);

export interface Bench {
  readonly store: Store;
  readonly crypto: CryptoPort;
  readonly vault: Vault;
}

export const newVault = async (store = newStore()): Promise<Bench> => {
  const crypto = createLocalCrypto();
  return { store, crypto, vault: await createSpace(store, crypto, PIN, { settings: CHEAP }) };
};

/** Opens what is in a store; null when the secret does not. */
export const tryOpen = async (store: Store, secret = PIN): Promise<Vault | null> => {
  const found = await openSpace(store, createLocalCrypto(), secret, CHEAP);
  if (found === 'erase') throw new Error('the secret erases');
  return found;
};

/** Opens what is in a store; fails when the PIN does not. */
export const reopen = async (store: Store, secret = PIN): Promise<Vault> => {
  const vault = await tryOpen(store, secret);
  if (!vault) throw new Error('the secret opened no slot');
  return vault;
};

/** Deterministic bytes that tell pages apart. */
export const pattern = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 8)) & 255);

/** The lane that a fresh install took: the one whose pages a save changes. */
export const laneOf = async (store: Store, vault: Vault): Promise<number> => {
  const before = await store.read([0, 0]);
  await vault.save([]);
  const after = await store.read([0, 0]);
  return String(before?.slice(0, 24)) === String(after?.slice(0, 24)) ? 1 : 0;
};
