import { type Clock, type Moment, moment, since } from '../lib/clock.ts';
import type { Book } from './book.ts';

/** How long a picker or camera that the app itself opened keeps the lock away. */
const PICKER_MS = 120_000;

/** How long a lock waits for the last draft to reach the disk. */
const FLUSH_MS = 2_000;

/** What stands between an open record and its lock: words still being typed, a picker that the app opened. */
export class Away {
  readonly #book: Book;
  readonly #clock: Clock;
  readonly #beforeLock = new Set<() => Promise<void> | void>();
  #pickerSince: Moment | null = null;
  #watched = 0;

  constructor(book: Book, clock: Clock) {
    this.#book = book;
    this.#clock = clock;
  }

  /** Runs before every lock and update, while the record can still be written: drafts go to disk here. */
  beforeLock(keep: () => Promise<void> | void): () => void {
    this.#beforeLock.add(keep);
    return () => this.#beforeLock.delete(keep);
  }

  /** Writes what is being typed. Gives up after two seconds: a stuck disk must not keep the app from locking. */
  async flush(): Promise<void> {
    const kept = Promise.allSettled([...this.#beforeLock].map(async keep => keep())).then(() =>
      this.#book.settled(),
    );
    await Promise.race([kept, new Promise(done => setTimeout(done, FLUSH_MS))]);
  }

  /** Says that the app itself is about to open a file picker or camera: no lock on hide for two minutes. */
  openingPicker(): void {
    this.#pickerSince = moment(this.#clock);
  }

  pickerDone(): void {
    this.#pickerSince = null;
  }

  /** Says that another phone reads what shows now, so that nobody touches this one; gives what ends it. */
  beWatched(): () => void {
    this.#watched++;
    return () => {
      this.#watched--;
    };
  }

  get watched(): boolean {
    return this.#watched > 0;
  }

  get pickerOpen(): boolean {
    return this.#pickerSince !== null && since(this.#clock, this.#pickerSince) < PICKER_MS;
  }
}
