import { makeSpare } from '../../src/app/backing-up.ts';
import { Book } from '../../src/app/book.ts';
import { type CopyReader, openSpare } from '../../src/app/copy-reader.ts';
import type { Opener } from '../../src/app/opener.ts';
import { bringBack, type Checked } from '../../src/app/restoring.ts';
import { type Secret, secretBytes } from '../../src/app/secret.ts';
import type { Session } from '../../src/app/session.ts';
import type { Tries } from '../../src/app/tries.ts';
import { createWays } from '../../src/app/ways.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { CryptoPort } from '../../src/crypto/port.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Store } from '../../src/store/pages.ts';
import { createHeld } from '../../src/vault/open.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { CHEAP, newStore, newVault } from '../vault/helpers.ts';

export const clock: Clock = { now: () => Date.parse('2026-11-22T10:00:00'), ticks: () => 0 };
const PASSPHRASE = 'six plain words of one move';
export const byWords: Secret = { type: 'words', text: PASSPHRASE };

/** Tries that are never up: how they wait is tested where they are. */
export const tries: Tries = {
  begin: async () => 0,
  succeed: async () => undefined,
  watch: async () => undefined,
  tell: async () => undefined,
};

/** Crypto whose own passphrases cost next to nothing to derive. */
export const cheapCrypto = (): CryptoPort => {
  const crypto = createLocalCrypto();
  return {
    ...crypto,
    openSlots: (secret, salt, _, slots) => crypto.openSlots(secret, salt, CHEAP, slots),
  };
};

export interface Phone {
  store: Store;
  vault: Vault;
  book: Book;
  ways: ReturnType<typeof createWays>;
}

const phoneOf = (store: Store, vault: Vault): Phone => ({
  store,
  vault,
  book: new Book(vault, clock),
  ways: createWays(vault, tries),
});

export const newPhone = async (): Promise<Phone> => {
  const { store, vault } = await newVault(newStore());
  const phone = phoneOf(store, vault);
  await phone.book.writeSettings({});
  return phone;
};

export const copyOf = (phone: Phone, passphrase: string | null = PASSPHRASE): Promise<File> =>
  makeSpare(phone, phone.book, passphrase === null ? {} : { passphrase }, undefined, {
    clock,
    crypto: cheapCrypto(),
  });

export const openCopy = async (file: Blob, secret: Secret = byWords): Promise<CopyReader> => {
  const copy = await openSpare(file, secret, cheapCrypto());
  if (!copy) throw new Error('the secret opens nothing');
  return copy;
};

/** A session on an empty phone, with a real vault under it. */
export const emptyPhone = (store = newStore()) => {
  const now: { phone: Phone | null } = { phone: null };
  const create: Opener['create'] = async (secret, { second, fill } = {}) => {
    const crypto = createLocalCrypto();
    const also = { settings: CHEAP, second: second && secretBytes(second) };
    const { vault, land } = await createHeld(store, crypto, secretBytes(secret), also);
    await fill?.(vault);
    await land();
    now.phone = phoneOf(store, vault);
    return now.phone as never;
  };
  const session = {
    adopt: async (open: (opener: Opener) => Promise<unknown>) => {
      await open({ create } as Opener);
      return 'opened' as const;
    },
    get opened() {
      return now.phone as never;
    },
  } as Pick<Session, 'adopt' | 'opened'>;
  return { session, store, now };
};

/** A copy on a new phone. */
export const bringTo = async (copy: CopyReader): Promise<{ phone: Phone; checked: Checked }> => {
  const { session, now } = emptyPhone();
  const checked = await bringBack(session, copy, { type: 'pin', text: '736251' });
  return { phone: now.phone!, checked };
};
