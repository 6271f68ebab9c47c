import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { LogEntry } from '../domain/log.ts';
import type { ShareEntry } from '../domain/share.ts';

/** In the order they were written; a clock has a say only over those from before entries had numbers. */
const newestFirst = (a: LogEntry, b: LogEntry): number =>
  (b.nth ?? 0) - (a.nth ?? 0) || b.at.localeCompare(a.at);

/** What went out and came in, newest first, as it stands on disk. */
export class Log {
  readonly all: ReadonlySignal<readonly LogEntry[]>;
  /** What went out; not what was to and stayed. */
  readonly shares: ReadonlySignal<readonly ShareEntry[]>;
  readonly #all = signal<readonly LogEntry[]>([]);

  constructor() {
    this.all = this.#all;
    this.shares = computed(() =>
      this.#all.value.filter(entry => entry.type === 'share').filter(({ stayed }) => !stayed),
    );
  }

  begin(entries: readonly LogEntry[]): void {
    this.#all.value = [...entries].sort(newestFirst);
  }

  get(id: string): LogEntry | undefined {
    return this.#all.peek().find(entry => entry.id === id);
  }

  /** The entry with its number: the next, or the one it has. To be called before it is written. */
  numbered<Entry extends LogEntry>(entry: Entry): Entry {
    const known = this.get(entry.id);
    const nth = known ? known.nth : (this.#all.peek()[0]?.nth ?? 0) + 1;
    return nth === undefined ? entry : { ...entry, nth };
  }

  /** This is the entry of that id now; none where it is gone. */
  adopt(id: string, entry: LogEntry | undefined): void {
    const others = this.#all.peek().filter(one => one.id !== id);
    this.#all.value = (entry ? [entry, ...others] : others).sort(newestFirst);
  }
}
