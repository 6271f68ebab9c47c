import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import { type Clock, deviceClock } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import type { Book } from './book.ts';
import { createKept, type Kept } from './kept.ts';
import type { Opened, Opener } from './opener.ts';
import type { Secret } from './secret.ts';
import type { Sharing } from './sharing.ts';
import { claimWriter, type Writer } from './tabs.ts';

export type LockReason = 'self' | 'hid' | 'idle' | 'elsewhere' | 'lost';

export type SessionState =
  | { at: 'starting' }
  /** This browser can't run Holdfast, and why. */
  | { at: 'unusable'; why: 'wasm' | 'storage' | 'workers' }
  /** Nothing is kept here yet. `tabOnly`: an iPhone's browser tab, where a record must not start. */
  | { at: 'first'; tabOnly: boolean }
  | { at: 'locked'; card: boolean; because: LockReason | null }
  /** Another tab has the record open. */
  | { at: 'elsewhere' }
  | { at: 'open'; book: Book; sharing: Sharing; madeUp: boolean };

export type UnlockResult =
  | 'opened'
  | 'wrong'
  /** Too many wrong tries: see `wait`. */
  | 'wait'
  /** Another tab has it open; state is now `elsewhere`. */
  | 'elsewhere';

/** How long a picker or camera that the app itself opened keeps the lock away. */
const PICKER_MS = 120_000;

/** How long a lock waits for the last draft to reach the disk. */
const FLUSH_MS = 2_000;

/**
 * What the app is doing as a whole: nothing kept, locked, open. Holds no key and no plaintext itself; all that is
 * heavy (vault, crypto, domain) is loaded when the person first needs it, so that the lock screen comes up fast.
 */
export class Session {
  readonly state: ReadonlySignal<SessionState>;
  /** Seconds until another try is possible; 0 when one is. */
  readonly wait: ReadonlySignal<number>;
  /** Cover everything: the app is in the background, or a picker is open. */
  readonly blank: ReadonlySignal<boolean>;
  readonly clock: Clock;
  /** What is on this device, as far as it can be seen without a PIN. */
  readonly kept: Kept;

  readonly #state = signal<SessionState>({ at: 'starting' });
  readonly #wait = signal(0);
  readonly #blank = signal(false);
  readonly #beforeLock = new Set<() => Promise<void> | void>();
  #opener: Promise<Opener> | null = null;
  #opened: Opened | null = null;
  #writer: Writer | null = null;
  #pickerUntil = 0;

  constructor(clock: Clock = deviceClock) {
    this.clock = clock;
    this.kept = createKept(clock);
    this.state = this.#state;
    this.wait = this.#wait;
    this.blank = this.#blank;
  }

  /** Looks at what this browser can do and what is kept here. */
  async begin(): Promise<void> {
    const missing = await missingPart();
    if (missing) {
      this.#state.value = { at: 'unusable', why: missing };
      return;
    }
    try {
      await this.#showLocked(null);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#state.value = { at: 'unusable', why: 'storage' };
    }
  }

  /** Gets the heavy parts ready while the person types. */
  async warm(): Promise<void> {
    (await this.#load()).warm();
  }

  /** Starts a record here under this secret and opens it. */
  async start(secret: Secret): Promise<void> {
    const opener = await this.#load();
    const writer = await claimWriter();
    if (!writer) {
      this.#state.value = { at: 'elsewhere' };
      return;
    }
    const opened = await opener.create(secret).catch((error: unknown) => {
      writer.release();
      throw error;
    });
    this.#open(opened, writer);
  }

  async unlock(secret: Secret): Promise<UnlockResult> {
    const opener = await this.#load();
    const writer = await claimWriter();
    if (!writer) {
      this.#state.value = { at: 'elsewhere' };
      return 'elsewhere';
    }
    if ((await this.kept.tries.begin()) > 0) {
      writer.release();
      this.#countDown();
      return 'wait';
    }
    const opened = await opener.open(secret).catch((error: unknown) => {
      writer.release();
      throw error;
    });
    if (!opened) {
      writer.release();
      this.#countDown();
      return 'wrong';
    }
    this.#open(opened, writer);
    return 'opened';
  }

  /** Closes the record in the other tab, so that it can be opened here. */
  async takeOver(): Promise<void> {
    const writer = await claimWriter({ steal: true });
    writer?.release();
    await this.#showLocked(null);
  }

  /** Opens the made-up person: in memory only, gone when left. */
  async openMadeUp(): Promise<void> {
    const { madeUp } = await import('./made-up.ts');
    this.#state.value = { at: 'open', ...(await madeUp(this.clock)), madeUp: true };
  }

  async leaveMadeUp(): Promise<void> {
    await this.#showLocked(null);
  }

  /** Keeps what is being typed, then drops every key and all plaintext. */
  async lock(because: LockReason): Promise<void> {
    const state = this.#state.peek();
    if (state.at !== 'open') return;
    if (state.madeUp) return because === 'self' ? this.leaveMadeUp() : undefined;
    this.#blank.value = true;
    if (because !== 'elsewhere') await this.flush();
    const opened = this.#opened;
    this.#opened = null;
    this.#pickerUntil = 0;
    opened?.close();
    this.#writer?.release();
    this.#writer = null;
    await this.#showLocked(because);
  }

  /** Runs before every lock and update, while the record can still be written: drafts go to disk here. */
  beforeLock(keep: () => Promise<void> | void): () => void {
    this.#beforeLock.add(keep);
    return () => this.#beforeLock.delete(keep);
  }

  /** Writes what is being typed. Gives up after two seconds: a stuck disk must not keep the app from locking. */
  async flush(): Promise<void> {
    const state = this.#state.peek();
    if (state.at !== 'open') return;
    const kept = Promise.allSettled([...this.#beforeLock].map(async keep => keep())).then(() =>
      state.book.settled(),
    );
    await Promise.race([kept, new Promise(done => setTimeout(done, FLUSH_MS))]);
  }

  /** Says that the app itself is about to open a file picker or camera: no lock on hide for two minutes. */
  openingPicker(): void {
    this.#pickerUntil = this.clock.ticks() + PICKER_MS;
  }

  pickerDone(): void {
    this.#pickerUntil = 0;
  }

  get pickerOpen(): boolean {
    return this.clock.ticks() < this.#pickerUntil;
  }

  setBlank(blank: boolean): void {
    this.#blank.value = blank && this.#state.peek().at === 'open';
  }

  /** What only an opened vault can do: change the PIN, ask for it again. null while locked or made up. */
  get opened(): Opened | null {
    return this.#opened;
  }

  #load(): Promise<Opener> {
    this.#opener ??= import('./opener.ts').then(part => part.createOpener(this.kept, this.clock));
    return this.#opener;
  }

  #open(opened: Opened, writer: Writer): void {
    this.#opened = opened;
    this.#writer = writer;
    void writer.lost.then(() => this.lock('elsewhere'));
    batch(() => {
      this.#wait.value = 0;
      this.#blank.value = false;
      const { book, sharing } = opened;
      this.#state.value = { at: 'open', book, sharing, madeUp: false };
    });
    this.#countDown();
  }

  async #showLocked(because: LockReason | null): Promise<void> {
    const { install, card } = await this.kept.look();
    batch(() => {
      this.#blank.value = false;
      this.#state.value = install ? { at: 'locked', card, because } : { at: 'first', tabOnly: isAppleTab() };
    });
    if (install) this.#countDown();
  }

  #countDown(): void {
    void this.kept.tries.watch(seconds => {
      this.#wait.value = seconds;
    });
  }
}

/** The first thing this browser lacks; null when it has all. iPhones in Lockdown Mode have no WebAssembly. */
const missingPart = async (): Promise<'wasm' | 'storage' | 'workers' | null> => {
  if (typeof WebAssembly === 'undefined') return 'wasm';
  if (typeof Worker === 'undefined') return 'workers';
  if (typeof indexedDB === 'undefined' || !navigator.locks) return 'storage';
  return null;
};

/**
 * An iPhone or iPad browser tab. A Home Screen app has storage of its own, and a tab's may be cleared after days
 * without a visit, so a record starts only on the Home Screen. iPadOS calls itself a Mac with touch.
 */
const isAppleTab = (): boolean => {
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === false && navigator.maxTouchPoints > 1;
};
