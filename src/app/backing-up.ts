import { computed, type ReadonlySignal } from '@preact/signals-core';
import { kitId } from '../backup/kit.ts';
import { type Content, type Opener, writeBackup } from '../backup/write.ts';
import { createCrypto } from '../crypto/client.ts';
import type { CryptoPort } from '../crypto/port.ts';
import { ownerOf } from '../domain/parts.ts';
import { counterOf } from '../domain/versions.ts';
import { type Clock, deviceClock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import { INBOX_RECORD } from '../vault/inbox.ts';
import { type Book, SETTINGS_ID } from './book.ts';
import { put, type Settings } from './codec.ts';
import type { Opened } from './opener.ts';
import { secretBytes } from './secret.ts';
import type { Ways } from './ways.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `lacks`: some of the record could not be read into it. `whole` is then the day of the last one that has all. */
type LastSpare = Pick<NonNullable<Settings['spare']>, 'on' | 'lacks' | 'whole'>;

/** What there is to come back from, and how old it is. */
export interface SpareState {
  /** The recovery kit that opens this record and its backups; null where none is known. */
  kit: { id: string; made: string; cards: boolean } | null;
  /** The last spare copy that went out, the civil day on which it was made, and whether today's kit opens it. */
  last: (LastSpare & { changed: number; byKit: boolean }) | null;
  /** Something here can't be read, and will be in no copy. */
  lacks: boolean;
  /** Things that were added, changed or deleted since; all of them where there is no copy. */
  changed: number;
  /** Photos and PDFs. */
  photos: number;
  /** What a copy will come to, about. */
  bytes: number;
}

/** How many things a version or a deletion above this number was about. A dot counts for its goal. */
const changedSince = (book: Book, counted: number): number => {
  const changed = new Set<string>();
  for (const { id, head, versions } of book.all.value.values())
    if (counterOf(versions[0]!.id) > counted) changed.add(ownerOf(head) ?? id);
  // A thing and its parts go under one number. A tombstone of nothing only keeps the count.
  const deleted = [...book.gone.value].filter(([id, number]) => id !== '' && number > counted);
  return changed.size + new Set(deleted.map(([, number]) => number)).size;
};

/** How safe the record is from the loss of this phone. */
export const spareState = (book: Book): ReadonlySignal<SpareState> =>
  computed(() => {
    const { kit, spare } = book.settings.value;
    const changed = spare ? changedSince(book, spare.counted) : book.items.value.size;
    const byKit = spare?.kit !== undefined && spare.kit === kit?.id;
    return {
      kit: kit ?? null,
      last: spare ? { ...spare, changed, byKit } : null,
      lacks: book.damage.length > 0,
      changed,
      ...book.extent(),
    };
  });

/** Who keeps a kit, and what is said of it. `made` is today unless it was made before, elsewhere. */
interface KitSaid {
  made?: string | undefined;
  cards?: boolean | undefined;
}

/**
 * Makes this the kit of the open record: its words open it from now on, and what is sealed to it needs no words. The
 * one before opens old copies only. Its slot and what is said of it are written at once, so that is always true.
 *
 * @returns as `Ways.set` does; where it is not 'done', and where this throws, the one before is what it was
 * @throws as a save does
 */
export const makeKit = async (
  { ways, book }: Pick<Opened, 'ways' | 'book'>,
  entropy: Bytes,
  { made = today(deviceClock), cards = false }: KitSaid = {},
): ReturnType<Ways['set']> => {
  const kit = { id: await kitId(entropy), made, cards };
  let done: Awaited<ReturnType<Ways['set']>> = 'wait';
  await book.writeSettings({ kit }, async changes => {
    done = await ways.set('recovery', { type: 'recovery', entropy }, changes);
    return done === 'done';
  });
  return done;
};

const openersOf = ({ ways, book }: Pick<Opened, 'ways' | 'book'>, passphrase?: string): Opener[] => {
  const { kit } = book.settings.peek();
  // A slot that nobody knows the words of opens nothing for anyone.
  const key = kit ? ways.recovery() : null;
  const secret = passphrase === undefined ? null : secretBytes({ type: 'words', text: passphrase });
  return [
    ...(kit && key ? [{ use: 'recovery' as const, ...key, kit: kit.id }] : []),
    ...(secret ? [{ use: 'passphrase' as const, secret }] : []),
  ];
};

const readOrNone = async (book: Book, id: string): Promise<Bytes | null> => {
  try {
    return await book.readBlob(id);
  } catch (error) {
    // One photo that can't be read is no reason to keep no copy of the rest.
    if (error instanceof AppError && error.code === 'damaged') return null;
    throw error;
  }
};

/** The settings of a record of which some can't be read, as its copies have them. */
const lackingSettings = (book: Book) =>
  [
    SETTINGS_ID,
    put(SETTINGS_ID, { tag: 'settings', body: { ...book.settings.peek(), lacks: true } }).bytes,
  ] as const;

/**
 * All of a record as a backup has it: everything but what was written with someone who helps, sealed for this vault.
 * `lacks` says, once it was read, whether something could not be.
 */
const contentOf = async (
  book: Book,
  on: string,
): Promise<{ content: Content; counted: number; lacks: () => boolean }> => {
  const { records, blobs, sizes, counted } = await book.whole();
  const isHurt = book.damage.length > 0;
  const unread = new Set(sizes.keys());
  const read = async (id: string): Promise<Bytes | null> => {
    const bytes = await readOrNone(book, id);
    if (bytes) unread.delete(id);
    return bytes;
  };
  const apart = new Set(isHurt ? [INBOX_RECORD, SETTINGS_ID] : [INBOX_RECORD]);
  const content = {
    made: on,
    records: [...records.filter(([id]) => !apart.has(id)), ...(isHurt ? [lackingSettings(book)] : [])],
    blobs: blobs.map(id => ({ id, size: sizes.get(id) ?? 0, read: () => read(id) })),
  };
  return { content, counted, lacks: () => isHurt || unread.size > 0 };
};

/** What the settings will say of the last copy of a record that was made, once it is out. */
const made = new WeakMap<Book, NonNullable<Settings['spare']>>();

/** Copies into which not all could be read. */
const lacking = new WeakSet<File>();

/** Some of the record could not be read into this copy: an older one may have it. */
export const lacksParts = (copy: File): boolean => lacking.has(copy);

/** It lies among downloads and in chats, where anyone may look: the name says nothing. */
const fileName = (on: string): string => `spare-${on}.bin`;

/**
 * A spare copy of all of the record, as one sealed file. It opens with the words or cards of the kit, where there is
 * one, and with `passphrase`. Not written down before `spareMade`.
 *
 * @param onProgress from 0 to 1
 * @throws RangeError where nothing would open it; AppError('locked') when the record closes under way
 */
export const makeSpare = async (
  opened: Pick<Opened, 'ways' | 'book'>,
  book: Book,
  { passphrase }: { passphrase?: string } = {},
  onProgress?: (done: number) => void,
  { clock, crypto }: { clock: Clock; crypto: CryptoPort } = { clock: deviceClock, crypto: createCrypto() },
): Promise<File> => {
  const on = today(clock);
  try {
    const { content, counted, lacks } = await contentOf(book, on);
    const openers = openersOf(opened, passphrase);
    const backup = await writeBackup(crypto, content, openers, onProgress);
    const kits = openers.flatMap(opener => (opener.use === 'recovery' ? [{ kit: opener.kit }] : []));
    const file = new File([backup], fileName(on), { type: 'application/octet-stream' });
    if (lacks()) lacking.add(file);
    made.set(book, { on, counted, ...kits[0], ...(lacks() ? { lacks: true } : {}) });
    return file;
  } finally {
    crypto.close();
  }
};

/** The last copy that `makeSpare` made went out: from now on changes are counted from it. */
export const spareMade = async (book: Book): Promise<void> => {
  const spare = made.get(book);
  if (!spare) return;
  const { spare: former, asked } = book.settings.peek();
  const whole = former?.lacks ? former.whole : former?.on;
  await book.writeSettings({
    // The day of the one that has it all is not forgotten over one that has not.
    spare: spare.lacks && whole ? { ...spare, whole } : spare,
    ...(asked && { asked: { ...asked, changed: 0 } }),
  });
};
