import { createCrypto } from '../crypto/client.ts';
import type { CryptoPort } from '../crypto/port.ts';
import { fromUtf8, utf8 } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { createStore } from '../store/pages.ts';
import { readCard, removeCard, writeCard } from '../vault/card.ts';
import { createGate } from '../vault/gate.ts';
import { createSpace, hasInstall, openSpace } from '../vault/open.ts';
import type { Vault } from '../vault/vault.ts';
import { Book } from './book.ts';
import type { Card } from './card.ts';
import type { Secret } from './session.ts';
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

/** What can be done with what is kept on this device. */
export interface Passport {
  kept(): Promise<{ install: boolean; card: boolean }>;
  /** Starts what is slow to start, while the person types. */
  warm(): void;
  create(secret: Secret): Promise<Opened>;
  /** Writes the try down before it is made. Seconds to wait if it may not be made yet, else 0. */
  beginTry(): Promise<number>;
  /** null when the secret opens nothing. */
  open(secret: Secret): Promise<Opened | null>;
  /** Reports the seconds left to wait, each second while the app is open, down to 0. */
  onWait(report: (seconds: number) => void): void;
  readCard(): Promise<Card | null>;
  writeCard(card: Card): Promise<void>;
  removeCard(): Promise<void>;
}

/** Days without use after which everything asks to be looked at again. */
const LONG_GAP_DAYS = 60;

/** PINs as typed; words folded so that case, spacing and keyboard don't matter. */
const secretBytes = ({ type, text }: Secret): Uint8Array =>
  utf8(type === 'pin' ? text : text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' '));

/** Where the reader's page is: a build setting, by default beside this one. */
export const linkBase = (): string =>
  import.meta.env.VITE_LINK_BASE ?? new URL('r.html', document.baseURI).href;

export const createPassport = (clock: Clock): Passport => {
  const store = createStore();
  const gate = createGate(store, clock);
  let crypto: CryptoPort | null = null;
  const port = (): CryptoPort => {
    crypto ??= createCrypto();
    return crypto;
  };

  const opened = async (vault: Vault): Promise<Opened> => {
    const book = new Book(vault, clock);
    await noteUse(book, clock);
    return {
      book,
      sharing: new Sharing(book, port(), linkBase(), clock),
      changeSecret: secret => vault.changeSecret(secretBytes(secret)),
      checkSecret: secret => vault.verifySecret(secretBytes(secret)),
      close: () => {
        vault.lock();
        crypto?.close();
        crypto = null;
      },
    };
  };

  return {
    kept: async () => ({ install: await hasInstall(store), card: (await readCard(store)) !== null }),
    warm: () => port().warm(),
    create: async secret => opened(await createSpace(store, port(), secretBytes(secret))),
    beginTry: () => gate.beginTry(),
    open: async secret => {
      const vault = await openSpace(store, port(), secretBytes(secret));
      if (!vault) return null;
      await gate.opened();
      return opened(vault);
    },
    onWait: report => gate.onWait(report),
    readCard: async () => {
      const bytes = await readCard(store);
      return bytes ? (JSON.parse(fromUtf8(bytes)) as Card) : null;
    },
    writeCard: card => writeCard(store, utf8(JSON.stringify(card))),
    removeCard: () => removeCard(store),
  };
};

/** Writes down the day of use, once a day, and the end of a long gap, which makes everything ask to be looked at. */
const noteUse = async (book: Book, clock: Clock): Promise<void> => {
  const day = today(clock);
  const { lastUsed } = book.settings.peek();
  if (book.isNew) return book.writeSettings({ lastUsed: day });
  if (lastUsed === day) return;
  const away = (Date.parse(day) - Date.parse(lastUsed)) / 86_400_000;
  await book.writeSettings({ lastUsed: day, ...(away >= LONG_GAP_DAYS ? { gapEndedAt: day } : {}) });
};
