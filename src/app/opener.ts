import { createCrypto } from '../crypto/client.ts';
import type { CryptoPort } from '../crypto/port.ts';
import { usedToday } from '../domain/stale.ts';
import { utf8 } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { createSpace, openSpace } from '../vault/open.ts';
import type { Vault } from '../vault/vault.ts';
import { Book } from './book.ts';
import type { Kept } from './kept.ts';
import type { Secret } from './secret.ts';
import { Sharing } from './sharing.ts';

/** An open record and what only its owner can do with it. */
export interface Opened {
  book: Book;
  sharing: Sharing;
  /** A new PIN or words, and with it a new vault key. */
  changeSecret(secret: Secret): Promise<void>;
  /** Whether this is the PIN or words that open it: asked again before covered things show. */
  checkSecret(secret: Secret): Promise<boolean>;
  /** Drops every key and all plaintext. */
  close(): void;
}

/** Starts and opens records. Heavy (vault, share, domain), so it is loaded when the person begins to type. */
export interface Opener {
  /** Starts what is slow to start. */
  warm(): void;
  create(secret: Secret): Promise<Opened>;
  /** null when the secret opens nothing. */
  open(secret: Secret): Promise<Opened | null>;
}

/** PINs as typed; words folded so that case, spacing and keyboard don't matter. */
const secretBytes = ({ type, text }: Secret): Uint8Array =>
  utf8(type === 'pin' ? text : text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' '));

/** Where the reader's page is: a build setting, by default beside this one. */
export const linkBase = (): string =>
  import.meta.env.VITE_LINK_BASE ?? new URL('r.html', document.baseURI).href;

export const createOpener = ({ store, tries }: Kept, clock: Clock): Opener => {
  let crypto: CryptoPort | null = null;
  const port = (): CryptoPort => {
    crypto ??= createCrypto();
    return crypto;
  };

  const opened = async (vault: Vault): Promise<Opened> => {
    const book = new Book(vault, clock);
    if (book.isNew) await book.writeSettings({});
    // A full disk must not keep anyone out of their own record.
    else void tidy(book, clock).catch(() => undefined);
    // A lock may have come before every photo was under the newest key.
    void rekeyBlobs(vault).catch(() => undefined);
    return {
      book,
      sharing: new Sharing(book, port(), linkBase(), clock),
      changeSecret: async secret => {
        await vault.changeSecret(secretBytes(secret));
        // Photos follow one by one; until then their old key stays in the sealed root.
        void rekeyBlobs(vault).catch(() => undefined);
      },
      checkSecret: async secret => {
        // Counts like a try at the lock screen: an open app is no place to guess either.
        const right = (await tries.begin()) === 0 && (await vault.verifySecret(secretBytes(secret)));
        if (right) await tries.succeed();
        else await tries.tell();
        return right;
      },
      close: () => {
        vault.lock();
        crypto?.close();
        crypto = null;
      },
    };
  };

  return {
    warm: () => port().warm(),
    create: async secret => opened(await createSpace(store, port(), secretBytes(secret))),
    open: async secret => {
      const vault = await openSpace(store, port(), secretBytes(secret));
      if (!vault) return null;
      await tries.succeed();
      return opened(vault);
    },
  };
};

const rekeyBlobs = async (vault: Vault): Promise<void> => {
  while (await vault.rekeyStep());
};

/** Writes down the day of use, once a day, and with it the end of a long gap; drops photos that nothing holds. */
const tidy = async (book: Book, clock: Clock): Promise<void> => {
  const settings = book.settings.peek();
  const day = today(clock);
  if (settings.lastUsed !== day) await book.writeSettings(usedToday(settings, day));
  await book.dropLooseBlobs();
};
