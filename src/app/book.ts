import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Item, ItemId, Values, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/log.ts';
import { partsIn, thingsIn } from '../domain/parts.ts';
import type { ShareEntry } from '../domain/share.ts';
import { type Saying, sayingOf } from '../domain/versions.ts';
import { randomId } from '../lib/bytes.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import { type Blobs, blobsOf, filesOf, holdersIn, looseBlobs, putFresh, versionsOf } from './blobs.ts';
import { type Draft, put, putVersion, recordIdOf, SETTINGS_ID, type Settings } from './codec.ts';
import { Drafts, draftKeyOf } from './drafts.ts';
import { Items } from './items.ts';
import { Log } from './log.ts';
import { readAll } from './read-all.ts';
import type { RecordChange, RecordStore, Whole } from './records.ts';
import { firstSettings } from './settings.ts';
import { Waiting } from './waiting.ts';

/** What a form hands over: one item as the person wants it to stand. Without an id it is a new one. */
export type ItemInput = Saying & { id?: ItemId };

export { SETTINGS_ID };

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
  /** What was deleted, and the number that its deletion had. */
  readonly gone: ReadonlySignal<ReadonlyMap<ItemId, number>>;
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  /** What went out, of the log. */
  readonly shares: ReadonlySignal<readonly ShareEntry[]>;
  readonly drafts: ReadonlySignal<ReadonlyMap<string, Draft>>;
  readonly settings: ReadonlySignal<Settings>;
  /** What others offered, and what the person says about it. */
  readonly waiting: Waiting;
  readonly damage: RecordStore['damage'];
  /** Nothing has been written here yet. */
  readonly isNew: boolean;

  readonly #store: RecordStore;
  readonly #items: Items;
  readonly #log = new Log();
  readonly #drafts = new Drafts();
  readonly #settings;
  /** A later version wrote something that this one can't read. */
  readonly #strange: boolean;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: RecordStore, clock: Clock) {
    this.#store = store;
    this.#items = new Items(clock);
    this.damage = store.damage;
    this.isNew = !store.records.has(SETTINGS_ID);
    const read = readAll(store.records);
    const settings = read.settings ?? firstSettings(clock);
    this.#items.begin(read.versions, read.gone, settings.install, read.counter);
    this.#drafts.begin(read.drafts, read.places);
    this.#log.begin(read.log);
    this.#settings = signal(settings);
    this.#strange = read.strange;
    this.all = this.#items.all;
    this.gone = this.#items.gone;
    this.items = computed(() => thingsIn(this.all.value));
    this.parts = computed(() => partsIn(this.all.value));
    this.log = this.#log.all;
    this.shares = this.#log.shares;
    this.drafts = this.#drafts.all;
    this.settings = this.#settings;
    const parts = { items: this.#items, drafts: this.#drafts, log: this.#log };
    this.waiting = new Waiting(
      { ...parts, inTurn: work => this.#inTurn(work), save: changes => store.save(changes) },
      read.lines,
    );
  }

  /** Writes one item as a new version of itself and drops the draft it came from. On disk when it resolves. */
  saveItem(input: ItemInput): Promise<Item> {
    return this.#inTurn(async () => {
      const { id, ...saying } = input;
      const draft = this.#drafts.drop(draftKeyOf(input));
      return this.#keep(this.#items.make(saying, id), draft);
    });
  }

  /** Changes values of an item and leaves all else of it as it was. What is being typed about it changes along. */
  setValues(id: ItemId, change: (now: Values) => Values): Promise<Item> {
    return this.#inTurn(async () => {
      const { head } = this.#items.require(id);
      return this.#keepAlong(id, { ...sayingOf(head), values: change(head.values) });
    });
  }

  /** Keeps a new item that comes after `id`, whose values change with it, or neither. Gives the new one. */
  follow(id: ItemId, next: Saying, change: (now: Values, next: ItemId) => Values): Promise<Item> {
    return this.#inTurn(async () => {
      const before = this.#items.require(id);
      const fresh = this.#items.make(next);
      const values = change(before.head.values, fresh.item);
      const old = this.#items.make({ ...sayingOf(before.head), values }, id);
      await this.#store.save([putVersion(fresh), putVersion(old)]);
      this.#items.adopt(id, [old, ...before.versions]);
      return this.#items.adopt(fresh.item, [fresh]);
    });
  }

  /** The person looked and it still holds: a new version that differs only in when it was looked at. */
  lookedAgain(id: ItemId): Promise<Item> {
    return this.#inTurn(async () => this.#keep(this.#items.make(sayingOf(this.#items.require(id).head), id)));
  }

  /** Brings an earlier version back, as a new version on top of all others. */
  bringBack(id: ItemId, versionId: string): Promise<Item> {
    return this.#inTurn(async () => {
      const old = this.#items.require(id).versions.find(version => version.id === versionId);
      if (!old) throw new AppError('damaged');
      return this.#keepAlong(id, sayingOf(old));
    });
  }

  /**
   * Takes an item, its parts and their whole story off the disk, leaving tombstones of their ids. Until the app
   * locks, the returned function puts all of it back.
   */
  remove(id: ItemId): Promise<() => Promise<void>> {
    return this.#inTurn(async () => {
      const whole = [this.#items.require(id), ...(this.parts.peek().get(id) ?? [])];
      const ids = new Set(whole.map(item => item.id));
      const keys = this.#drafts.keysOf(ids);
      const drafts = keys.map(key => this.#drafts.drop(key));
      const { blobs, alone } = await blobsOf(this.#store, whole, holdersIn(this.#held, ids, keys));
      const counted = this.#items.count();
      await this.#store.save([
        ...whole.map(({ id: item }) => put(item, { tag: 'tombstone', body: { item, counted } })),
        ...versionsOf(whole).map(v => ({ op: 'remove', id: recordIdOf(v.id) }) as const),
        ...alone.map(blob => ({ op: 'removeBlob', id: blob }) as const),
        ...drafts.flatMap(({ changes }) => changes),
      ]);
      const begun = keys.flatMap(key => this.drafts.peek().get(key) ?? []);
      for (const { adopt } of drafts) adopt();
      this.#items.bury(new Map([...ids].map(item => [item, counted])));
      return async () => {
        await this.#putBack(whole, blobs);
        for (const draft of begun) await this.keepDraft(draft);
      };
    });
  }

  /** Keeps what is being typed, so that no lock, update or crash takes it. */
  keepDraft(draft: Draft): Promise<void> {
    return this.#inTurn(async () => {
      const { changes, adopt } = this.#drafts.keep(draft);
      await this.#store.save(changes);
      adopt();
    });
  }

  dropDraft(key: string): Promise<void> {
    return this.#inTurn(async () => {
      const { changes, adopt } = this.#drafts.drop(key);
      if (changes.length === 0) return;
      await this.#store.save(changes);
      adopt();
    });
  }

  /** Adds a log entry, or writes a known one again (stopped, say). */
  writeLog(entry: LogEntry): Promise<void> {
    return this.#inTurn(async () => {
      const numbered = this.#log.numbered(entry);
      await this.#store.save([put(entry.id, { tag: 'log', body: numbered })]);
      this.#log.adopt(entry.id, numbered);
    });
  }

  /** `save`, where given, writes them with something else, and resolves false where it wrote neither. */
  writeSettings(
    change: Partial<Settings>,
    save: (changes: readonly RecordChange[]) => Promise<unknown> = changes => this.#store.save(changes),
  ): Promise<void> {
    return this.#inTurn(async () => {
      const settings = { ...this.#settings.peek(), ...change };
      const saved = await save([put(SETTINGS_ID, { tag: 'settings', body: settings })]);
      if (saved !== false) this.#settings.value = settings;
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

  blobIds(): string[] {
    return this.#store.blobIds();
  }

  readBlob(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#store.readBlob(id);
  }

  /** Keeps photos and PDFs under ids that they have from elsewhere, but for those that are here already. */
  keepBlobs(blobs: Blobs): Promise<void> {
    return this.#inTurn(async () => {
      const fresh = putFresh(this.#store, blobs);
      if (fresh.length > 0) await this.#store.save(fresh);
    });
  }

  /** All of it as it lies on disk now, the records copied: none of it changes while it is written elsewhere. */
  whole(): Promise<Whole> {
    return this.#inTurn(async () => {
      const sizes = filesOf(holdersIn(this.#held));
      return {
        records: [...this.#store.records].map(([id, bytes]) => [id, Uint8Array.from(bytes)] as const),
        blobs: this.#store.blobIds().filter(id => this.#mayHoldMore || sizes.has(id)),
        sizes,
        counted: this.#items.counted,
      };
    });
  }

  /** What that comes to, about: photos and PDFs that something holds, and bytes. */
  extent(): { photos: number; bytes: number } {
    const sizes = [...filesOf(holdersIn(this.#held)).values()];
    const records = [...this.#store.records.values()].map(({ length }) => length);
    return { photos: sizes.length, bytes: [...sizes, ...records].reduce((sum, size) => sum + size, 0) };
  }

  /** Takes photos and PDFs off the disk that no version, draft or line holds: picked, then never saved. */
  dropLooseBlobs(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#mayHoldMore) return;
      const loose = looseBlobs(this.#store, holdersIn(this.#held));
      if (loose.length > 0) await this.#store.save(loose.map(id => ({ op: 'removeBlob', id }) as const));
    });
  }

  /** Resolves when everything asked for so far is on disk or has failed. */
  settled(): Promise<void> {
    return this.#queue.then(() => undefined);
  }

  /** What may hold photos and PDFs. */
  get #held() {
    return { all: this.all.peek(), drafts: this.drafts.peek(), lines: this.waiting.lines.peek() };
  }

  /** What holds a photo may be on a page, in a later version's record or in another copy: then none may go. */
  get #mayHoldMore(): boolean {
    return this.damage.length > 0 || this.#strange || this.settings.peek().lacks === true;
  }

  async #keep(version: Version, along?: ReturnType<Drafts['keep']>): Promise<Item> {
    const before = this.#items.get(version.item);
    await this.#store.save([putVersion(version), ...(along?.changes ?? [])]);
    along?.adopt();
    return this.#items.adopt(version.item, [version, ...(before?.versions ?? [])]);
  }

  /** The same where no form changed the item: what is being typed about it changes along. */
  #keepAlong(id: ItemId, saying: Saying): Promise<Item> {
    const version = this.#items.make(saying, id);
    return this.#keep(version, this.#drafts.along(version, this.#items.get(id)));
  }

  #putBack(items: readonly Item[], blobs: Blobs): Promise<void> {
    return this.#inTurn(async () => {
      await this.#store.save([
        ...items.map(({ id }) => ({ op: 'remove', id }) as const),
        ...versionsOf(items).map(v => putVersion(v)),
        ...putFresh(this.#store, blobs),
      ]);
      for (const item of items) this.#items.adopt(item.id, item.versions);
    });
  }

  /** One change after the other, so that each builds on what the last one left. A failed one stops no other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
