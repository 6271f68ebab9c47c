import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Item, ItemId, Values, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/log.ts';
import { partsIn, thingsIn } from '../domain/parts.ts';
import type { Line, ProposalEntry } from '../domain/proposal.ts';
import type { ShareEntry } from '../domain/share.ts';
import {
  compareVersions,
  itemOf,
  makeVersion,
  restore,
  type Saying,
  type Stamp,
  sayingOf,
  toItems,
} from '../domain/versions.ts';
import { hex, randomBytes, randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import { type Blobs, blobsOf, looseBlobs, versionsOf } from './blobs.ts';
import { type Draft, put, putVersion, recordIdOf, type Settings } from './codec.ts';
import { changedAlong, draftKeyOf } from './drafts.ts';
import { readAll } from './read-all.ts';
import type { RecordChange, RecordStore } from './records.ts';

/** What a form hands over: one item as the person wants it to stand. Without an id it is a new one. */
export type ItemInput = Saying & { id?: ItemId };

/** The id of the record with a space's settings. */
export const SETTINGS_ID = '0'.repeat(32);

/**
 * The person's record while it is open: items, log, drafts and settings, kept in step with the store.
 * What a signal shows is on disk: signals change only after the store has acknowledged.
 */
export class Book {
  /** Things of their own: what lists, search and shares go through. */
  readonly items: ReadonlySignal<ReadonlyMap<ItemId, Item>>;
  /** What stands with a thing and nowhere else (a goal's dots), by that thing's id. */
  readonly parts: ReadonlySignal<ReadonlyMap<ItemId, readonly Item[]>>;
  /** Things and parts. */
  readonly all: ReadonlySignal<ReadonlyMap<ItemId, Item>>;
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  /** What went out, of the log. */
  readonly shares: ReadonlySignal<readonly ShareEntry[]>;
  /** What others offered and the person has yet to say something about. */
  readonly lines: ReadonlySignal<readonly Line[]>;
  readonly drafts: ReadonlySignal<ReadonlyMap<string, Draft>>;
  readonly settings: ReadonlySignal<Settings>;
  readonly damage: RecordStore['damage'];
  /** Nothing has been written here yet. */
  readonly isNew: boolean;

  readonly #store: RecordStore;
  readonly #clock: Clock;
  readonly #all = signal<ReadonlyMap<ItemId, Item>>(new Map());
  readonly #log = signal<readonly LogEntry[]>([]);
  readonly #lines = signal<readonly Line[]>([]);
  readonly #drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  readonly #settings;
  readonly #draftPlaces = new Map<string, string>();
  /** A later version wrote something that this one can't read. */
  #strange = false;
  #counter = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: RecordStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.damage = store.damage;
    this.isNew = !store.records.has(SETTINGS_ID);
    this.#settings = signal(this.#load());
    this.all = this.#all;
    this.items = computed(() => thingsIn(this.#all.value));
    this.parts = computed(() => partsIn(this.#all.value));
    this.log = this.#log;
    this.shares = computed(() => this.#log.value.filter(entry => entry.type === 'share'));
    this.lines = this.#lines;
    this.drafts = this.#drafts;
    this.settings = this.#settings;
  }

  /** Writes one item as a new version of itself and drops the draft it came from. On disk when it resolves. */
  saveItem(input: ItemInput): Promise<Item> {
    return this.#write(input, draftKeyOf(input));
  }

  /** Changes values of an item and leaves all else of it as it was. What is being typed about it changes along. */
  setValues(id: ItemId, change: (now: Values) => Values): Promise<Item> {
    return this.#inTurn(async () => {
      const before = this.#require(id);
      const saying = { ...sayingOf(before.head), values: change(before.head.values) };
      return this.#keepAlong(makeVersion(saying, this.#stamp(id), before), before);
    });
  }

  /** Keeps a new item that comes after `id`, whose values change with it, or neither. Gives the new one. */
  follow(id: ItemId, next: Saying, change: (now: Values, next: ItemId) => Values): Promise<Item> {
    return this.#inTurn(async () => {
      const before = this.#require(id);
      const fresh = makeVersion(next, this.#stamp());
      const values = change(before.head.values, fresh.item);
      const old = makeVersion({ ...sayingOf(before.head), values }, this.#stamp(id), before);
      await this.#store.save([putVersion(fresh), putVersion(old)]);
      this.#adopt(id, [old, ...before.versions]);
      return this.#adopt(fresh.item, [fresh]);
    });
  }

  /** The person looked and it still holds: a new version that differs only in when it was looked at. */
  lookedAgain(id: ItemId): Promise<Item> {
    return this.#write({ ...sayingOf(this.#require(id).head), id });
  }

  /** Brings an earlier version back, as a new version on top of all others. */
  bringBack(id: ItemId, versionId: string): Promise<Item> {
    return this.#inTurn(async () => {
      const item = this.#require(id);
      const version = restore(item, versionId, this.#stamp(id));
      if (!version) throw new AppError('damaged');
      return this.#keepAlong(version, item);
    });
  }

  /**
   * Takes an item, its parts and their whole story off the disk, leaving tombstones of their ids. Until the app
   * locks, the returned function puts all of it back.
   */
  remove(id: ItemId): Promise<() => Promise<void>> {
    return this.#inTurn(async () => {
      const whole = [this.#require(id), ...(this.parts.peek().get(id) ?? [])];
      const ids = new Set(whole.map(item => item.id));
      const drafts = [...this.#drafts.peek().keys()].filter(key => ids.has(key) || key.endsWith(`:${id}`));
      const blobs = await blobsOf(this.#store, whole);
      const counted = this.#counter;
      await this.#store.save([
        ...whole.map(({ id: item }) => put(item, { tag: 'tombstone', body: { item, counted } })),
        ...versionsOf(whole).map(v => ({ op: 'remove', id: recordIdOf(v.id) }) as const),
        ...blobs.map(blob => ({ op: 'removeBlob', id: blob.id }) as const),
        ...drafts.flatMap(key => this.#dropDraft(key)),
      ]);
      const begun = drafts.flatMap(key => this.#drafts.peek().get(key) ?? []);
      for (const key of drafts) this.#forgetDraft(key);
      this.#all.value = new Map([...this.#all.peek()].filter(([key]) => !ids.has(key)));
      return async () => {
        await this.#putBack(whole, blobs);
        for (const draft of begun) await this.keepDraft(draft);
      };
    });
  }

  /** Keeps what is being typed, so that no lock, update or crash takes it. */
  keepDraft(draft: Draft): Promise<void> {
    return this.#inTurn(async () => {
      const place = this.#draftPlaces.get(draft.key) ?? randomId();
      await this.#store.save([put(place, { tag: 'draft', body: draft })]);
      this.#draftPlaces.set(draft.key, place);
      this.#drafts.value = new Map(this.#drafts.peek()).set(draft.key, draft);
    });
  }

  dropDraft(key: string): Promise<void> {
    return this.#inTurn(async () => {
      const changes = this.#dropDraft(key);
      if (changes.length === 0) return;
      await this.#store.save(changes);
      this.#forgetDraft(key);
    });
  }

  /** Adds a log entry, or writes a known one again (stopped, say). */
  writeLog(entry: LogEntry): Promise<void> {
    return this.#inTurn(async () => {
      await this.#store.save([put(entry.id, { tag: 'log', body: entry })]);
      this.#adoptEntry(entry.id, entry);
    });
  }

  /** Lets lines in, to wait. `save`, where given, takes them from where they came in the same transaction. */
  letIn(lines: readonly Line[], save?: (changes: RecordChange[]) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      await (save ?? this.#store.save)(lines.map(line => put(line.id, { tag: 'line', body: line })));
      this.#lines.value = [...this.#lines.peek(), ...lines].sort(byLine);
    });
  }

  /**
   * What the person says about lines: what each is to be kept as, `null` to leave it out. All of it and the log, or
   * nothing, in one transaction, so that no line is ever lost or taken twice. Returns what takes it back until the
   * next change.
   */
  decide(choices: readonly Choice[], entry: ProposalEntry): Promise<() => Promise<void>> {
    return this.#inTurn(async () => {
      const lines = choices.map(({ line }) => line);
      const used = choices.flatMap(({ line, saying }) => (saying ? [this.#versionOf(line, saying)] : []));
      const former = this.#log.peek().find(one => one.id === entry.id);
      await this.#store.save([
        ...used.flatMap(({ version, before }) => this.#putAlong(version, before)),
        ...lines.map(line => ({ op: 'remove', id: line.id }) as const),
        put(entry.id, { tag: 'log', body: entry }),
      ]);
      for (const { version, before } of used) this.#adoptAlong(version, before);
      this.#lines.value = this.#lines.peek().filter(line => !lines.includes(line));
      this.#adoptEntry(entry.id, entry);
      return () => this.#undecide({ lines, used, entry, former });
    });
  }

  writeSettings(change: Partial<Settings>): Promise<void> {
    return this.#inTurn(async () => {
      const settings = { ...this.#settings.peek(), ...change };
      await this.#store.save([put(SETTINGS_ID, { tag: 'settings', body: settings })]);
      this.#settings.value = settings;
    });
  }

  /** Keeps a photo or PDF in its own pages. Returns its id. */
  addBlob(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    return this.#inTurn(async () => {
      const id = randomId();
      await this.#store.save([{ op: 'putBlob', id, bytes }]);
      return id;
    });
  }

  readBlob(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#store.readBlob(id);
  }

  /** Takes photos and PDFs off the disk that no version and no draft holds: picked, then never saved. */
  dropLooseBlobs(): Promise<void> {
    return this.#inTurn(async () => {
      // What holds a photo may be on a page, or in a later version's record, that can't be read: then nothing may go.
      if (this.damage.length > 0 || this.#strange) return;
      const kept = versionsOf(this.#all.peek().values());
      const loose = looseBlobs(this.#store, [...kept, ...this.#drafts.peek().values()]);
      if (loose.length > 0) await this.#store.save(loose.map(id => ({ op: 'removeBlob', id }) as const));
    });
  }

  /** Resolves when everything asked for so far is on disk or has failed. */
  settled(): Promise<void> {
    return this.#queue.then(() => undefined);
  }

  #load(): Settings {
    const { versions, gone, log, lines, drafts, places, settings, counter, strange } = readAll(
      this.#store.records,
    );
    this.#counter = counter;
    this.#strange = strange;
    this.#all.value = toItems(versions, gone);
    this.#log.value = log.sort(newestFirst);
    this.#lines.value = lines.sort(byLine);
    this.#drafts.value = drafts;
    for (const [key, place] of places) this.#draftPlaces.set(key, place);
    return settings ?? this.#firstSettings();
  }

  #firstSettings(): Settings {
    return {
      install: hex(randomBytes(8)),
      hideSeconds: 30,
      idleSeconds: 180,
      bigWords: false,
      lastUsed: today(this.#clock),
    };
  }

  #write(input: ItemInput, draft?: string): Promise<Item> {
    return this.#inTurn(async () => {
      const { id, ...saying } = input;
      const before = id ? this.#all.peek().get(id) : undefined;
      return this.#keep(makeVersion(saying, this.#stamp(id), before), before, draft);
    });
  }

  async #keep(version: Version, before?: Item, draft?: string): Promise<Item> {
    await this.#store.save([putVersion(version), ...(draft ? this.#dropDraft(draft) : [])]);
    if (draft) this.#forgetDraft(draft);
    return this.#adopt(version.item, [version, ...(before?.versions ?? [])]);
  }

  /** The same where no form changed the item: a draft of it takes on what changed, and keeps the rest. */
  async #keepAlong(version: Version, before: Item): Promise<Item> {
    await this.#store.save(this.#putAlong(version, before));
    return this.#adoptAlong(version, before);
  }

  #draftAlong(version: Version, before?: Item): Draft | undefined {
    const draft = before && this.#drafts.peek().get(before.id);
    return draft && { ...draft, values: changedAlong(draft.values, before.head.values, version.values) };
  }

  #putAlong(version: Version, before?: Item): RecordChange[] {
    const along = this.#draftAlong(version, before);
    const place = along && this.#draftPlaces.get(along.key);
    return [putVersion(version), ...(place ? [put(place, { tag: 'draft', body: along })] : [])];
  }

  #adoptAlong(version: Version, before?: Item): Item {
    const along = this.#draftAlong(version, before);
    if (along) this.#drafts.value = new Map(this.#drafts.peek()).set(along.key, along);
    return this.#adopt(version.item, [version, ...(before?.versions ?? [])]);
  }

  #versionOf(line: Line, saying: Saying): Written {
    const before = this.#all.peek().get(line.item);
    return { version: makeVersion(saying, this.#stamp(line.item), before), before };
  }

  /** Brings back the lines, and the things as they were. What was written over since stays as it is. */
  #undecide({ lines, used, entry, former }: Decided): Promise<void> {
    return this.#inTurn(async () => {
      const undone = used.filter(({ version }) => this.#all.peek().get(version.item)?.head.id === version.id);
      const back = lines.filter(
        line => !used.some(one => one.version.item === line.item && !undone.includes(one)),
      );
      await this.#store.save([
        ...undone.map(({ version }) => ({ op: 'remove', id: recordIdOf(version.id) }) as const),
        ...back.map(line => put(line.id, { tag: 'line', body: line })),
        former ? put(former.id, { tag: 'log', body: former }) : { op: 'remove', id: entry.id },
        // Of nothing: it keeps how far this install had counted, as the versions did.
        put(randomId(), { tag: 'tombstone', body: { item: randomId(), counted: this.#counter } }),
      ]);
      for (const { version, before } of undone) {
        if (before) this.#adopt(before.id, before.versions);
        else this.#all.value = new Map([...this.#all.peek()].filter(([id]) => id !== version.item));
      }
      this.#lines.value = [...this.#lines.peek(), ...back].sort(byLine);
      this.#adoptEntry(entry.id, former);
    });
  }

  #adoptEntry(id: string, entry: LogEntry | undefined): void {
    const others = this.#log.peek().filter(one => one.id !== id);
    this.#log.value = (entry ? [entry, ...others] : others).sort(newestFirst);
  }

  /** What only the app knows about a new version. Its number is above every one seen here, so children sort last. */
  #stamp(item: ItemId = randomId()): Stamp {
    this.#counter += 1;
    return {
      id: `${this.#settings.peek().install}.${this.#counter}`,
      item,
      lookedAt: today(this.#clock),
      savedAt: new Date(this.#clock.now()).toISOString(),
    };
  }

  #adopt(id: ItemId, versions: readonly Version[]): Item {
    const item = itemOf([...versions].sort(compareVersions).reverse());
    this.#all.value = new Map(this.#all.peek()).set(id, item);
    return item;
  }

  #putBack(items: readonly Item[], blobs: Blobs): Promise<void> {
    return this.#inTurn(async () => {
      await this.#store.save([
        ...items.map(({ id }) => ({ op: 'remove', id }) as const),
        ...versionsOf(items).map(v => putVersion(v)),
        ...blobs.map(blob => ({ op: 'putBlob', ...blob }) as const),
      ]);
      for (const item of items) this.#adopt(item.id, item.versions);
    });
  }

  #dropDraft(key: string): RecordChange[] {
    const place = this.#draftPlaces.get(key);
    return place ? [{ op: 'remove', id: place }] : [];
  }

  #forgetDraft(key: string): void {
    if (!this.#draftPlaces.delete(key)) return;
    this.#drafts.value = new Map([...this.#drafts.peek()].filter(([k]) => k !== key));
  }

  #require(id: ItemId): Item {
    const item = this.#all.peek().get(id);
    if (!item) throw new AppError('damaged');
    return item;
  }

  /** One change after the other, so that each builds on what the last one left. A failed one stops no other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

const newestFirst = (a: LogEntry, b: LogEntry): number => b.at.localeCompare(a.at);

const byLine = (a: Line, b: Line): number => a.proposal.at.localeCompare(b.proposal.at) || a.seq - b.seq;

/** What the person says about a line: what to keep, or `null` to leave it out. */
export interface Choice {
  line: Line;
  saying: Saying | null;
}

interface Written {
  version: Version;
  before: Item | undefined;
}

interface Decided {
  lines: readonly Line[];
  used: readonly Written[];
  entry: ProposalEntry;
  former: LogEntry | undefined;
}
