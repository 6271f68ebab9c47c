import type { CryptoPort, KeyPair } from '../crypto/port.ts';
import type { Item, ItemId, Version } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import { type Length, lengthOf, minutesOf } from '../domain/length.ts';
import { toShared } from '../domain/let-out.ts';
import type { Afterwards, Purpose, Share, ShareEntry } from '../domain/share.ts';
import { hex, randomId } from '../lib/bytes.ts';
import type { Clock } from '../lib/clock.ts';
import type { OpenedShare, Room, SealedShare } from '../share/port.ts';
import { checkWords } from '../share/reader-key.ts';
import { sealToReader } from '../share/sealed.ts';
import { openShare, reopenShare, roomOf, sealShare, whatToLeaveOut } from '../share/share.ts';
import { type TakenIn, takeInAnswer } from './answering.ts';
import type { Book } from './book.ts';
import { filesFrom, filesOf, hasFiles } from './files-out.ts';
import { type Received, takeInShare } from './receiving.ts';

/** What the person has picked so far: for whom, why, for how long, which items. */
export interface ShareDraft {
  purpose: Purpose;
  /** Own words for who it is; may be empty. */
  to: string;
  why: string;
  length: Length;
  ticked: readonly ItemId[];
  /** Photos and PDFs of what is ticked go too. */
  photos?: boolean;
  /** The log entry of what it shows again. */
  again?: string;
}

/** What is different from the time before, of a share that is shown again. */
export interface Since {
  /** When that was. */
  at: string;
  changed: readonly Item[];
  added: readonly Item[];
  /** As they were called then: deleted, or left out, or just for the person now. */
  gone: ShareEntry['items'];
  /** Photos and PDFs go that did not go then, or the other way round. */
  photos?: 'added' | 'gone';
}

export interface DraftRoom extends Room {
  /** Items whose leaving out makes the rest fit one still code; null when all fit, or photos go too. */
  leaveOut: readonly ItemId[] | null;
}

/** A share made and ready to show. `opened` is decoded from the very bytes that the code carries. */
export interface Prepared {
  draft: ShareDraft;
  sealed: SealedShare;
  opened: OpenedShare;
  /** What opens an answer to it. */
  reply: KeyPair;
  /** What is in it, place by place as it was sealed: an answer goes by these. */
  items: ShareEntry['items'];
}

/** A share that only one reader's page opens. */
export interface SealedFor {
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  reply: KeyPair;
}

/** Letting out: from ticked items to a code, and the log of it. */
export class Sharing {
  readonly #book: Book;
  readonly #crypto: CryptoPort;
  /** Where the reader's page is, without a fragment. */
  readonly base: string;
  readonly #clock: Clock;

  constructor(book: Book, crypto: CryptoPort, base: string, clock: Clock) {
    this.#book = book;
    this.#crypto = crypto;
    this.base = base;
    this.#clock = clock;
  }

  /** Whether what is ticked fits one code that an ordinary phone can read, and if not, what to leave out. */
  room(draft: ShareDraft): DraftRoom {
    const items = this.#ticked(draft);
    const share = this.#share(draft);
    const room = roomOf(share, this.base);
    if (this.#hasFiles(draft)) return { ...room, fits: false, leaveOut: null };
    const leaveOut = room.fits
      ? null
      : whatToLeaveOut(share, this.base).flatMap(index => items[index]?.id ?? []);
    return { ...room, leaveOut };
  }

  /** Seals what is ticked under fresh words and opens it again from the sealed bytes, for the last look. */
  async prepare(draft: ShareDraft): Promise<Prepared> {
    // All of it as it stands now: the record may change while it is being sealed.
    const ticked = this.#ticked(draft);
    const share = this.#share(draft);
    const reply = await this.#crypto.keyPair();
    const files = draft.photos ? await filesOf(this.#book, ticked) : [];
    const parcel = { share, reply: reply.publicKey, files };
    const sealed = await sealShare(this.#crypto, parcel, this.base);
    const opened = await reopenShare(this.#crypto, sealed);
    return { draft, sealed, opened, reply, items: ticked.map(logged) };
  }

  /** The four words that two people compare to know that both have the same reader's key. */
  checkWords(readerKey: Uint8Array): Promise<string[]> {
    return checkWords(this.#crypto, readerKey);
  }

  /** The same that was looked at, for one reader's key alone: with an id and a reply key of its own. */
  async sealFor({ opened }: Prepared, readerKey: Uint8Array): Promise<SealedFor> {
    const reply = await this.#crypto.keyPair();
    const parcel = { ...opened, reply: reply.publicKey };
    return { ...(await sealToReader(this.#crypto, parcel, readerKey)), reply };
  }

  /** Writes down that it is being shown. */
  async showing(prepared: Prepared, by: ShareEntry['by'], sealedFor?: SealedFor): Promise<ShareEntry> {
    const entry = this.entryFor(prepared, by, sealedFor);
    await this.#book.writeLog(entry);
    return entry;
  }

  /** What would be written down: by itself only where the disk refuses and the person shows it all the same. */
  entryFor(prepared: Prepared, by: ShareEntry['by'], sealedFor?: SealedFor): ShareEntry {
    const { draft } = prepared;
    const { made, expires } = prepared.opened.share;
    const { id, reply } = sealedFor ?? { id: prepared.sealed.id, reply: prepared.reply };
    return {
      id: randomId(),
      type: 'share',
      at: new Date(this.#clock.now()).toISOString(),
      purpose: draft.purpose,
      to: draft.to,
      why: draft.why,
      by,
      minutes: expires - made,
      ...(prepared.opened.files.length > 0 ? { photos: true } : {}),
      share: id,
      reply: { publicKey: hex(reply.publicKey), secretKey: hex(reply.secretKey) },
      items: prepared.items,
    };
  }

  /** Takes in what a reader gave back. See `takeInAnswer`. */
  takeIn(message: Uint8Array): Promise<TakenIn> {
    return takeInAnswer(this.#book, this.#crypto, message, this.#clock);
  }

  /**
   * Opens what another Holdfast shows, and takes it in. Throws AppError('wrong-words') for other words, and as
   * `openShare` and a save do.
   */
  async receive(message: Uint8Array, words: readonly string[]): Promise<{ id: string; became: Received }> {
    const opened = await openShare(this.#crypto, message, words);
    return { id: opened.id, became: await takeInShare(this.#book, opened, this.#clock) };
  }

  /** The person closed it. What was copied stays copied. What could not be written down has nothing to close. */
  async stop(entry: ShareEntry): Promise<void> {
    if (!this.#book.shares.peek().some(({ id }) => id === entry.id)) return;
    await this.#book.writeLog({ ...entry, stoppedAt: new Date(this.#clock.now()).toISOString() });
  }

  /**
   * What was written down did not go out after all: it has no page, and nothing is asked of it. Its key stays, for a
   * share sheet that said no may have sent it all the same. With `false` that is taken back.
   */
  async stayed({ id }: ShareEntry, stayed = true): Promise<void> {
    const all = this.#book.log.peek().filter(one => one.type === 'share');
    const entry = all.find(one => one.id === id);
    if (!entry || (entry.stayed ?? false) === stayed) return;
    const { stayed: _stayed, ...rest } = entry;
    await this.#book.writeLog(stayed ? { ...rest, stayed } : rest);
  }

  /**
   * Writes down how it went. `asked`: the person is done with the question; without, they are still typing, or are
   * to be asked again. Nothing is written where the entry is gone.
   */
  async went(id: string, after: Afterwards, asked: boolean): Promise<void> {
    const entry = this.#book.shares.peek().find(one => one.id === id);
    if (!entry) return;
    const { after: _after, asked: _asked, ...rest } = entry;
    const said = Object.fromEntries(Object.entries(after).filter(([, words]) => words.trim()));
    await this.#book.writeLog({
      ...rest,
      ...(Object.keys(said).length > 0 ? { after: said } : {}),
      ...(asked ? { asked } : {}),
    });
  }

  /** The same things for the same purpose, as they stand now; what is gone or just for me since is left out. */
  again(entry: ShareEntry): ShareDraft {
    const items = this.#book.items.peek();
    return {
      purpose: entry.purpose,
      to: entry.to,
      why: entry.why,
      length: lengthOf(entry.minutes),
      ...(entry.photos ? { photos: true } : {}),
      again: entry.id,
      ticked: entry.items.map(i => i.item).filter(id => mayLeave(items.get(id))),
    };
  }

  #hasFiles(draft: ShareDraft): boolean {
    return draft.photos === true && hasFiles(this.#ticked(draft));
  }

  /** What the reader would see that is not as it was the time before; `null` when there was none. */
  since(draft: ShareDraft): Since | null {
    const before = this.#book.shares.peek().find(entry => entry.id === draft.again);
    if (!before) return null;
    const items = this.#ticked(draft);
    const then = new Map(before.items.map(one => [one.item, one.version]));
    const now = new Set(items.map(item => item.id));
    const had = before.photos === true;
    const has = this.#hasFiles(draft);
    return {
      at: before.at,
      changed: items.filter(item => then.has(item.id) && differs(item, then.get(item.id), had && has)),
      added: items.filter(item => !then.has(item.id)),
      gone: before.items.filter(one => !now.has(one.item)),
      ...(had === has ? {} : { photos: has ? 'added' : 'gone' }),
    };
  }

  #ticked(draft: ShareDraft): Item[] {
    const items = this.#book.items.peek();
    return draft.ticked.flatMap(id => {
      const item = items.get(id);
      // An answer says which thing it means by its place: what does not leave has none.
      return item && mayLeave(item) && toShared(item.head) ? [item] : [];
    });
  }

  #share(draft: ShareDraft): Share {
    const now = this.#clock.now();
    const made = Math.floor(now / 60_000);
    return {
      purpose: draft.purpose,
      made,
      expires: made + minutesOf(draft.length, now),
      why: draft.why,
      items: this.#ticked(draft).flatMap(item => toShared(item.head) ?? []),
    };
  }
}

/** "Just me" never leaves, whatever was ticked before its mark changed. */
const mayLeave = (item: Item | undefined): boolean => item !== undefined && item.head.privacy !== 'just-me';

/** Whether a reader would see it otherwise than at that version; a later look alone, or a new mark, is no change. */
const differs = ({ head, versions }: Item, version: string | undefined, photos: boolean): boolean => {
  if (head.id === version) return false;
  const then = versions.find(one => one.id === version);
  const seen = (one: Version) => JSON.stringify([toShared(one), photos ? filesFrom(one) : []]);
  return !then || seen(then) !== seen(head);
};

const logged = ({ id, head }: Item): ShareEntry['items'][number] => {
  const title = kindOf(head.kind)
    ?.title.map(name => head.values[name])
    .find(value => typeof value === 'string' && value !== '');
  return {
    item: id,
    version: head.id,
    kind: head.kind,
    title: typeof title === 'string' ? title : '',
    privacy: head.privacy,
  };
};
