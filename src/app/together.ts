import type { Item, ItemId, Version } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import { ownerOf } from '../domain/parts.ts';
import { type Line, linesOf, mayBeSeen, type Proposal, seenValues } from '../domain/proposal.ts';
import { showPlain } from '../domain/safe-text.ts';
import { compareVersions } from '../domain/versions.ts';
import { fromUtf8, hex, randomBytes, randomId, utf8 } from '../lib/bytes.ts';
import { type Clock, type Moment, moment, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import type { Inbox } from '../vault/inbox.ts';
import type { Vault } from '../vault/vault.ts';
import { Away } from './away.ts';
import { Book, SETTINGS_ID } from './book.ts';
import { put, putVersion, type Settings } from './codec.ts';
import { type ReadAll, readAll } from './read-all.ts';
import type { RecordChange, RecordStore } from './records.ts';

/** Whom the phone is given to, and what they may see. */
export interface Gift {
  /** Their name, in the person's words; may be empty. */
  helper: string;
  /** The things that were ticked. Their parts go with them. */
  ticked: readonly ItemId[];
}

/** The phone while someone helps: only what was ticked is here, and what is written waits in the inbox. */
export interface Helping {
  readonly book: Book;
  readonly away: Away;
  readonly helper: string;
  /** What to call whose phone it is; empty when that is not known. */
  readonly owner: string;
  readonly began: Moment;
  /** How many things can be seen. */
  readonly count: number;
}

/** Takes what is written: the vault's inbox, or memory for the made-up person. */
interface Outbox {
  write(content: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** It is about talking, with the phone between two people: no shorter than this, seconds. */
const IDLE_SECONDS = 600;

/** Put away, it ends no later than this, seconds. */
const HIDE_SECONDS = 30;

const LONGEST_NAME = 60;

/** A line has room beside what it says for who said it: less than a record may have, bytes. */
const LONGEST = 56_000;

interface Content extends Pick<Proposal, 'from' | 'at' | 'on'> {
  v: 1;
  /** Records as `codec.ts` has them. */
  records: unknown[];
}

/** What an inbox begins with: that someone was given the phone, and nothing written yet. */
export const beginContent = (helper: string, clock: Clock): Content => ({
  v: 1,
  // As a name: a page of it would stand on every line.
  from: showPlain(helper.trim()).slice(0, LONGEST_NAME),
  at: new Date(clock.now()).toISOString(),
  on: today(clock),
  records: [],
});

export const encodeContent = (content: Content): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(content));

/** A copy of a thing with nothing in it but what the helper sees, and without its story. */
const seen = (item: Item): Version => ({ ...item.head, values: seenValues(item.head) });

/** What is there when the phone is given. */
interface Given {
  /** What was ticked, its parts, and how the screen is set. */
  records: Map<string, Uint8Array>;
  owner: string;
}

/** A copy of all that a helper may see. Nothing in it leads back to the record. */
export const given = (book: Book, { ticked }: Gift): Given => {
  const all = book.all.peek();
  const wanted = new Set(ticked);
  const isGiven = (item: Item): boolean => wanted.has(item.id) && mayBeSeen(item);
  const items = [...all.values()].filter(item => isGiven(all.get(ownerOf(item.head) ?? '') ?? item));
  const { bigWords, dotsCovered, hideSeconds, idleSeconds, lastUsed } = book.settings.peek();
  const settings: Settings = {
    install: hex(randomBytes(8)),
    bigWords,
    hideSeconds: Math.min(hideSeconds, HIDE_SECONDS),
    idleSeconds: Math.max(idleSeconds, IDLE_SECONDS),
    lastUsed,
    ...(dotsCovered === undefined ? {} : { dotsCovered }),
  };
  const changes = [
    ...items.map(item => putVersion(seen(item))),
    put(SETTINGS_ID, { tag: 'settings', body: settings }),
  ];
  const about = [...all.values()].find(({ kind, heads }) => kind === 'about' && heads.length === 1)?.head;
  const callMe = about?.privacy === 'open' ? about.values.callMe : '';
  return {
    records: new Map(changes.flatMap(change => ('bytes' in change ? [[change.id, change.bytes]] : []))),
    owner: typeof callMe === 'string' ? showPlain(callMe.trim()).slice(0, LONGEST_NAME) : '',
  };
};

type Told = ['version', Version] | [string, unknown];
const isVersion = (record: Told): record is ['version', Version] => record[0] === 'version';

/** Of each thing its newest version alone, made on what the first one was: the inbox is small, and nobody asks for more. */
const squeezed = (texts: Iterable<string>): Told[] => {
  const records = [...texts].map(text => JSON.parse(text) as Told);
  const newest = new Map<ItemId, Version>();
  const versions = records.filter(isVersion).map(([, body]) => body);
  for (const body of versions.sort(compareVersions)) {
    const parents = newest.get(body.item)?.parents ?? body.parents;
    newest.set(body.item, { ...body, parents });
  }
  const told = [...newest.values()].map((body): Told => ['version', body]);
  return [...told, ...records.filter(record => !isVersion(record))];
};

/** Records of which only what is new is kept, all of it anew with each save, where nobody here can read it again. */
const outboxRecords = (outbox: Outbox, begun: Content, records: Map<string, Uint8Array>): RecordStore => {
  let written = new Map<string, string>();
  const textOf = (change: RecordChange): string | null => {
    if (!('bytes' in change)) return null;
    if (change.op === 'putBlob') throw new AppError('bad-file');
    if (change.bytes.length > LONGEST) throw new AppError('too-big');
    return fromUtf8(change.bytes);
  };
  return {
    records,
    damage: [],
    blobIds: () => [],
    readBlob: async () => null,
    save: async changes => {
      const next = new Map(written);
      for (const change of changes) {
        const text = textOf(change);
        if (text === null) next.delete(change.id);
        else next.set(change.id, text);
      }
      await outbox.write(encodeContent({ ...begun, records: squeezed(next.values()) }));
      written = next;
      for (const change of changes) {
        if ('bytes' in change) records.set(change.id, change.bytes);
        else records.delete(change.id);
      }
    },
  };
};

/** The phone as the helper has it. `begun` is what the outbox holds already. */
export const help = (outbox: Outbox, begun: Content, { records, owner }: Given, clock: Clock): Helping => {
  const book = new Book(outboxRecords(outbox, begun, records), clock);
  const count = book.items.peek().size;
  return { book, away: new Away(book, clock), helper: begun.from, owner, began: moment(clock), count };
};

/** What an inbox holds, and its records as a space has them. Throws AppError('damaged') for what we never wrote. */
const decodeContent = (bytes: Uint8Array): Content & { all: ReadAll } => {
  try {
    const content = JSON.parse(fromUtf8(bytes)) as Content;
    const records = content.records.map((record, i) => [String(i), utf8(JSON.stringify(record))] as const);
    return { ...content, all: readAll(new Map(records)) };
  } catch (cause) {
    throw new AppError('damaged', cause);
  }
};

/** The lines that an inbox was left with. Throws AppError('too-new') for what a later version wrote, 'damaged' for nonsense. */
export const linesIn = (content: Uint8Array, known: ReadonlyMap<ItemId, Item>): Line[] => {
  const { v, from, at, on, all } = decodeContent(content);
  const { versions, gone, drafts, strange } = all;
  // It stays in the inbox, for the version that wrote it.
  if (v !== 1 || strange || versions.some(({ kind }) => !kindOf(kind))) throw new AppError('too-new');
  const ids = new Set([...known.keys(), ...versions.map(version => version.item)]);
  const written = {
    versions,
    gone,
    drafts: [...drafts.values()].map(draft => ({ ...draft, item: ids.has(draft.key) ? draft.key : null })),
  };
  return linesOf(written, { id: randomId(), via: 'together', from, at, on }, known, randomId);
};

type InboxOf = Pick<Vault, 'readInbox' | 'emptyInbox' | 'openInbox' | 'lock'>;

/**
 * What was written while someone helped comes in, to wait for a yes. Throws AppError('damaged') when it can't be read
 * and 'storage-full' while there is no room for it: then it stays in the inbox.
 */
export const takeIn = async (vault: InboxOf, book: Book): Promise<void> => {
  const content = await vault.readInbox();
  if (!content) return;
  await book.waiting.letIn(linesIn(content, book.all.peek()), changes => vault.emptyInbox(changes));
};

/**
 * Locks the vault and leaves open what a helper may see. Until the inbox is on disk the record stays open: throws
 * AppError('storage-full') and the like.
 */
export const giveTo = async (
  vault: InboxOf,
  book: Book,
  gift: Gift,
  clock: Clock,
): Promise<Helping & Pick<Inbox, 'close'>> => {
  // There is one inbox, so what it still holds comes in first. What can't be read is written over.
  await takeIn(vault, book).catch(error => {
    if (!(error instanceof AppError && error.code === 'damaged')) throw error;
  });
  const begun = beginContent(gift.helper, clock);
  const gave = given(book, gift);
  const inbox = await vault.openInbox(encodeContent(begun));
  vault.lock();
  return { ...help(inbox, begun, gave, clock), close: inbox.close };
};
