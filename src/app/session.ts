import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import { type Clock, deviceClock } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import type { Away } from './away.ts';
import type { Book } from './book.ts';
import { createKept, type Kept } from './kept.ts';
import type { Open, Opened, Opener, OpenHelping, Refusal } from './opener.ts';
import type { Secret } from './secret.ts';
import type { Sharing } from './sharing.ts';
import { isElsewhere } from './tabs.ts';
import type { Gift, Helping } from './together.ts';

export type LockReason = 'self' | 'hid' | 'idle' | 'elsewhere';

export type SessionState =
  | { at: 'starting' }
  /** This browser can't run Holdfast, and why. */
  | { at: 'unusable'; why: 'wasm' | 'storage' | 'workers' | 'newer' }
  /** Nothing is kept here yet. `tabOnly`: an iPhone's browser tab, where a record must not start. */
  | { at: 'first'; tabOnly: boolean }
  | { at: 'locked'; card: boolean; because: LockReason | null }
  /** Another tab has the record open. */
  | { at: 'elsewhere' }
  | { at: 'open'; book: Book; sharing: Sharing; madeUp: boolean }
  /** Someone helps: only what was ticked is here. */
  | { at: 'together'; helping: Helping; madeUp: boolean };

export type UnlockResult = 'opened' | Refusal;

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
  #opener: Promise<Opener> | null = null;
  #opened: Opened | null = null;
  #helping: OpenHelping | null = null;
  /** The made-up person has the phone back. */
  #takeBack: () => Promise<void> = () => this.leaveMadeUp();

  constructor(clock: Clock = deviceClock) {
    this.clock = clock;
    this.kept = createKept(clock);
    this.state = this.#state;
    this.wait = this.#wait;
    this.blank = this.#blank;
  }

  /** Looks at what this browser can do and what is kept here. */
  async begin(): Promise<void> {
    const missing = missingPart();
    if (missing) {
      this.#state.value = { at: 'unusable', why: missing };
      return;
    }
    try {
      if (await isElsewhere()) this.#state.value = { at: 'elsewhere' };
      else await this.#showLocked(null);
    } catch (error) {
      const newer = error instanceof AppError && error.code === 'too-new';
      // A browser that blocks storage refuses locks as well, each in its own words.
      this.#state.value = { at: 'unusable', why: newer ? 'newer' : 'storage' };
    }
  }

  /** Gets the heavy parts ready while the person types. */
  async warm(): Promise<void> {
    (await this.#load()).warm();
  }

  /** Starts a record here under this secret and opens it. `second` opens another one beside it, as empty. */
  async start(secret: Secret, second?: Secret): Promise<void> {
    await this.adopt(opener => opener.create(secret, { second }));
  }

  async unlock(secret: Secret): Promise<UnlockResult> {
    return this.adopt(opener => opener.open(secret));
  }

  /** Opens what `open` finds or makes. */
  async adopt(open: (opener: Opener) => Promise<Opened | Refusal>): Promise<UnlockResult> {
    try {
      const result = this.#show(await open(await this.#load()));
      // Nothing opens a record that the browser has cleared, or its person.
      if (result === 'erased' || (result === 'wrong' && !(await this.kept.look()).install))
        await this.#showLocked(null);
      return result;
    } catch (error) {
      if (error instanceof AppError && error.code === 'too-old')
        this.#state.value = { at: 'unusable', why: 'workers' };
      throw error;
    }
  }

  /** Closes the record in the other tab, so that it can be opened here. */
  async takeOver(): Promise<void> {
    await (await this.#load()).takeOver();
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

  /** Closes the record and gives the phone to someone who helps. They see what was ticked, and nothing else is here. */
  async giveTo(gift: Gift): Promise<void> {
    const state = this.#state.peek();
    if (state.at !== 'open') return;
    if (state.madeUp) {
      const { lendMadeUp } = await import('./made-up.ts');
      const { helping, takeBack } = lendMadeUp(state.book, gift, this.clock);
      this.#takeBack = async () => {
        await takeBack();
        this.#state.value = state;
      };
      this.#state.value = { at: 'together', helping, madeUp: true };
      return;
    }
    const opened = this.#opened!;
    await opened.away.flush();
    const helping = await opened.giveTo(gift);
    // Locked while it was being given: then nobody gets it.
    if (this.#opened !== opened) return helping.close();
    this.#opened = null;
    this.#helping = helping;
    this.#state.value = { at: 'together', helping, madeUp: false };
  }

  /** Keeps what is being typed, then drops every key and all plaintext. */
  async lock(because: LockReason): Promise<void> {
    const state = this.#state.peek();
    if (state.at !== 'open' && state.at !== 'together') return;
    if (state.madeUp) {
      if (because !== 'self') return;
      await this.away?.flush();
      return state.at === 'together' ? this.#takeBack() : this.leaveMadeUp();
    }
    this.#blank.value = true;
    await this.away?.flush();
    // Another lock was quicker. What was given to someone in the meantime is closed too.
    if (!this.#open) return;
    this.#close();
    // Storage that does not answer must not leave an open screen over a closed record.
    await this.#showLocked(because).catch(() => {
      this.#state.value = { at: 'locked', card: false, because };
    });
  }

  /** Erases all that is kept here, open or not. */
  async erase(): Promise<void> {
    const opener = await this.#load();
    if (!this.#open) await opener.takeOver();
    await opener.erase();
    this.#close();
    await this.#showLocked(null);
  }

  setBlank(blank: boolean): void {
    this.#blank.value = blank && 'madeUp' in this.#state.peek();
  }

  /** What has to be kept before it closes; null while nothing is open, or the made-up person's own record. */
  get away(): Away | null {
    const state = this.#state.peek();
    return state.at === 'together' ? state.helping.away : (this.#opened?.away ?? null);
  }

  /** What only an opened vault can do: change the PIN, ask for it again. null while locked or made up. */
  get opened(): Opened | null {
    return this.#opened;
  }

  get #open(): Open | null {
    return this.#opened ?? this.#helping;
  }

  #load(): Promise<Opener> {
    this.#opener ??= import('./opener.ts').then(part => part.createOpener(this.kept, this.clock));
    this.#opener.catch(() => {
      // A file that did not come: the next try fetches it anew.
      this.#opener = null;
    });
    return this.#opener;
  }

  #show(opened: Opened | Refusal): UnlockResult {
    if (opened === 'elsewhere') this.#state.value = { at: 'elsewhere' };
    if (typeof opened === 'string') return opened;
    this.#opened = opened;
    this.#watch(opened.lost);
    const { book, sharing } = opened;
    batch(() => {
      this.#wait.value = 0;
      this.#blank.value = false;
      this.#state.value = { at: 'open', book, sharing, madeUp: false };
    });
    this.#countDown();
    return 'opened';
  }

  /** On its own, so that it holds nothing of the record: it outlives it while someone helps. */
  #watch(lost: Promise<void>): void {
    void lost.then(() => this.lock('elsewhere'));
  }

  #close(): void {
    this.#open?.close();
    this.#opened = null;
    this.#helping = null;
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
    void this.kept.tries
      .watch(seconds => {
        this.#wait.value = seconds;
      })
      .catch(() => undefined);
  }
}

/** The first thing this browser lacks; null when it has all. iPhones in Lockdown Mode have no WebAssembly. */
const missingPart = (): 'wasm' | 'storage' | 'workers' | null => {
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
