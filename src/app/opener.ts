import { createCrypto } from '../crypto/client.ts';
import type { CryptoPort } from '../crypto/port.ts';
import { usedToday } from '../domain/stale.ts';
import { type Clock, today } from '../lib/clock.ts';
import { clearLeft } from '../vault/erase.ts';
import { hasInstall } from '../vault/install.ts';
import { createHeld, openSpace } from '../vault/open.ts';
import type { Vault } from '../vault/vault.ts';
import { Away } from './away.ts';
import { Book } from './book.ts';
import { eraseAll } from './erasing.ts';
import type { Kept } from './kept.ts';
import { type Secret, secretBytes } from './secret.ts';
import { Sharing } from './sharing.ts';
import type { Claim } from './tabs.ts';
import { type Gift, giveTo, type Helping, takeIn } from './together.ts';
import { createWays, rekeyLater, type Ways } from './ways.ts';
import { claimWriter, takeRight } from './writer.ts';

/** What stays open until it is closed. */
export interface Open {
  readonly book: Book;
  readonly away: Away;
  /** Drops every key and all plaintext, and the right to write. */
  close(): void;
  /** Resolves when another tab has taken over. */
  readonly lost: Promise<void>;
}

/** The phone while someone helps, and how that ends. */
export type OpenHelping = Open & Helping;

/** An open record and what only its owner can do with it. */
export interface Opened extends Open {
  readonly sharing: Sharing;
  /** What opens it, and how that is changed. */
  readonly ways: Ways;
  /** Whether this is the PIN or words that open it: asked again before covered things show. See `Session.wait`. */
  checkSecret(secret: Secret): Promise<'right' | 'wrong' | 'wait'>;
  /** Closes the record and leaves open what a helper may see. Until that is on disk, the record stays open. */
  giveTo(gift: Gift): Promise<OpenHelping>;
  /** Lets go of what was written with someone and can't be read. */
  dropUnread(): Promise<void>;
}

export type Refusal =
  | 'wrong'
  /** Too many wrong tries: see `Session.wait`. */
  | 'wait'
  /** Another tab has it open. */
  | 'elsewhere'
  /** That was the secret that erases: nothing is kept here any more. */
  | 'erased';

/** What a new record may have besides its secret. */
interface Making {
  /** Opens a second, separate space. Throws AppError('taken') when it is the same secret. */
  readonly second?: Secret | undefined;
  /** Writes into the first space before anything here is an install: when it throws, nothing was begun. */
  readonly fill?: ((vault: Pick<Vault, 'save' | 'reread' | 'readBlob'>) => Promise<void>) | undefined;
}

/** Starts and opens records. Heavy (vault, share, domain), so it is loaded when the person begins to type. */
export interface Opener {
  /** Starts what is slow to start. */
  warm(): void;
  create(secret: Secret, making?: Making): Promise<Opened | Refusal>;
  open(secret: Secret): Promise<Opened | Refusal>;
  /** Closes the record in the other tab, so that it can be opened here. */
  takeOver(): Promise<void>;
  /** Erases all that is kept here. */
  erase(): Promise<void>;
}

/** Where the reader's page is: a build setting, by default beside this one. */
export const linkBase = (): string =>
  import.meta.env.VITE_LINK_BASE ?? new URL('r.html', document.baseURI).href;

export const createOpener = ({ store, tries }: Kept, clock: Clock): Opener => {
  let crypto: CryptoPort | null = null;
  const port = (): CryptoPort => {
    crypto ??= createCrypto();
    return crypto;
  };

  const opened = async (vault: Vault, writer: Claim): Promise<Opened> => {
    const book = new Book(vault, clock);
    // A full disk must not keep anyone out of their own record.
    if (book.isNew) await book.writeSettings({}).catch(() => undefined);
    else void tidy(book, clock).catch(() => undefined);
    // A lock may have come before every photo was under the newest key.
    rekeyLater(vault);
    await takeIn(vault, book).catch(error => book.waiting.keptOut(error));
    const lock = () => {
      vault.lock();
      crypto?.close();
      crypto = null;
    };
    return {
      book,
      sharing: new Sharing(book, port(), linkBase(), clock),
      away: new Away(book, clock),
      ways: createWays(vault, tries),
      checkSecret: async secret => {
        // Counts like a try at the lock screen: an open app is no place to guess either.
        const waits = (await tries.begin()) > 0;
        const right = !waits && (await vault.verifySecret(secretBytes(secret)));
        await (right ? tries.succeed() : tries.tell());
        return right ? 'right' : waits ? 'wait' : 'wrong';
      },
      giveTo: async gift => {
        const helping = await giveTo(vault, book, gift, clock);
        lock();
        return endWith(helping, writer);
      },
      dropUnread: async () => {
        await book.waiting.letIn([], changes => vault.emptyInbox(changes));
      },
      close: () => {
        lock();
        writer.release();
      },
      lost: writer.lost,
    };
  };
  /** As the one tab that writes, and until the record it opens is closed again. */
  const asWriter = async (open: (writer: Claim) => Promise<Opened | Refusal>): Promise<Opened | Refusal> => {
    const writer = await claimWriter();
    if (!writer) return 'elsewhere';
    let found: Opened | Refusal | undefined;
    try {
      found = await open(writer);
      return found;
    } finally {
      if (typeof found !== 'object') writer.release();
    }
  };

  return {
    warm: () => port().warm(),
    takeOver: takeRight,
    erase: () => eraseAll(store),
    create: (secret, { second, fill } = {}) =>
      asWriter(async writer => {
        const also = second && { second: secretBytes(second) };
        const { vault, land } = await createHeld(store, port(), secretBytes(secret), also);
        try {
          await fill?.(vault);
          // An install without a page of tries is one where somebody took it away: it would begin with a wait.
          await tries.succeed();
          await land();
        } catch (error) {
          vault.lock();
          // What it wrote opens with nothing, but takes room. A broken-off one is cleared at the next start.
          await clearLeft(store).catch(() => undefined);
          throw error;
        }
        return opened(vault, writer);
      }),
    open: secret =>
      asWriter(async writer => {
        const waits = (await tries.begin()) > 0;
        const vault = waits ? null : await openSpace(store, port(), secretBytes(secret));
        if (vault === 'erase') {
          await eraseAll(store).catch(async (error: unknown) => {
            // With the table gone nothing opens: what else is left goes with the next start.
            if (await hasInstall(store)) throw error;
          });
          return 'erased';
        }
        await (vault ? tries.succeed() : tries.tell());
        if (vault) return opened(vault, writer);
        return waits ? 'wait' : 'wrong';
      }),
  };
};

/** Apart from all that the record was: what goes on after it holds nothing of it. */
const endWith = ({ close, ...helping }: Awaited<ReturnType<typeof giveTo>>, writer: Claim): OpenHelping => ({
  ...helping,
  close: () => {
    close();
    writer.release();
  },
  lost: writer.lost,
});

/** Writes down the day of use, once a day, and with it the end of a long gap; drops photos that nothing holds. */
const tidy = async (book: Book, clock: Clock): Promise<void> => {
  const settings = book.settings.peek();
  const day = today(clock);
  if (settings.lastUsed !== day) await book.writeSettings(usedToday(settings, day));
  await book.dropLooseBlobs();
};
