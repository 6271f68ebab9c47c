import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Item, ItemId, Version } from '../domain/item.ts';
import { compareVersions, itemOf, makeVersion, type Saying, toItems } from '../domain/versions.ts';
import { randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';

/**
 * The highest number that a version or a deletion can have: nobody comes near it. One more would need a thirteenth
 * digit, which no spare copy may have.
 */
export const MOST_COUNTED = 999_999_999_999;

/** All items of a record, parts too, as they stand on disk, and the numbers of their versions. */
export class Items {
  readonly all: ReadonlySignal<ReadonlyMap<ItemId, Item>>;
  /** What was deleted, and the number that its deletion had. */
  readonly gone: ReadonlySignal<ReadonlyMap<ItemId, number>>;
  readonly #all = signal<ReadonlyMap<ItemId, Item>>(new Map());
  readonly #gone = signal<ReadonlyMap<ItemId, number>>(new Map());
  readonly #clock: Clock;
  #install = '';
  #counter = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.all = this.#all;
    this.gone = this.#gone;
  }

  /** `counted`: the highest number that a version or a deletion was ever given. */
  begin(
    versions: readonly Version[],
    gone: ReadonlyMap<ItemId, number>,
    install: string,
    counted: number,
  ): void {
    this.#gone.value = gone;
    this.#all.value = toItems(versions, gone);
    this.#install = install;
    this.#counter = counted;
  }

  get counted(): number {
    return this.#counter;
  }

  /**
   * The next number, for a deletion: so that it shows which came after what. Throws AppError('damaged') where there is
   * none left, as after records that somebody made up: a number that was there before would write over what has it.
   */
  count(): number {
    if (!(this.#counter < MOST_COUNTED)) throw new AppError('damaged');
    this.#counter += 1;
    return this.#counter;
  }

  get(id: ItemId): Item | undefined {
    return this.#all.peek().get(id);
  }

  /** Throws AppError('damaged') where there is none. */
  require(id: ItemId): Item {
    const item = this.get(id);
    if (!item) throw new AppError('damaged');
    return item;
  }

  /** A new version of an item, or the first of a new one. Its number is above every one seen here, so children sort last. */
  make(saying: Saying, id: ItemId = randomId()): Version {
    const stamp = {
      id: `${this.#install}.${this.count()}`,
      item: id,
      lookedAt: today(this.#clock),
      savedAt: new Date(this.#clock.now()).toISOString(),
    };
    return makeVersion(saying, stamp, this.get(id));
  }

  /** These are an item's versions now. */
  adopt(id: ItemId, versions: readonly Version[]): Item {
    const item = itemOf([...versions].sort(compareVersions).reverse());
    batch(() => {
      this.#all.value = new Map(this.#all.peek()).set(id, item);
      if (this.#gone.peek().has(id))
        this.#gone.value = new Map([...this.#gone.peek()].filter(([gone]) => gone !== id));
    });
    return item;
  }

  /** These are not there, and never were. */
  forget(ids: ReadonlySet<ItemId>): void {
    this.#all.value = new Map([...this.#all.peek()].filter(([id]) => !ids.has(id)));
  }

  /** These were deleted, under the numbers that their tombstones have. */
  bury(tombstones: ReadonlyMap<ItemId, number>): void {
    batch(() => {
      this.forget(new Set(tombstones.keys()));
      this.#gone.value = new Map([...this.#gone.peek(), ...tombstones]);
    });
  }
}
