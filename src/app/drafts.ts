import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { FieldValue, Item, ItemId, Values, Version } from '../domain/item.ts';
import { ownerOf } from '../domain/parts.ts';
import { randomId } from '../lib/bytes.ts';
import { type Draft, put } from './codec.ts';
import type { RecordChange } from './records.ts';

/** The key under which the draft of an item, or of a new thing or part of a kind, is kept. */
export const draftKeyOf = (of: { id?: ItemId; kind: string; values?: Values }): string => {
  const owner = ownerOf({ kind: of.kind, values: of.values ?? {} });
  return of.id ?? ['new', of.kind, ...(owner ? [owner] : [])].join(':');
};

/** `typed`, with what differs between two states of an item as it is in the later one. */
const changedAlong = (typed: Values, before: Values, now: Values): Record<string, FieldValue> => {
  const differs = (name: string): boolean => JSON.stringify(before[name]) !== JSON.stringify(now[name]);
  const kept = Object.entries(typed).filter(([name]) => !differs(name));
  return Object.fromEntries([...kept, ...Object.entries(now).filter(([name]) => differs(name))]);
};

/** What is being typed, by key, and the record that each draft lies in. */
export class Drafts {
  readonly all: ReadonlySignal<ReadonlyMap<string, Draft>>;
  readonly #all = signal<ReadonlyMap<string, Draft>>(new Map());
  #places = new Map<string, string>();

  constructor() {
    this.all = this.#all;
  }

  begin(drafts: ReadonlyMap<string, Draft>, places: ReadonlyMap<string, string>): void {
    this.#all.value = drafts;
    this.#places = new Map(places);
  }

  /** The change that writes it, and what to do once that is on disk. */
  keep(draft: Draft): { changes: RecordChange[]; adopt: () => void } {
    const place = this.#places.get(draft.key) ?? randomId();
    const adopt = (): void => {
      this.#places.set(draft.key, place);
      this.#all.value = new Map(this.#all.peek()).set(draft.key, draft);
    };
    return { changes: [put(place, { tag: 'draft', body: draft })], adopt };
  }

  /** The same for letting go of it; no change where there is none. */
  drop(key: string): { changes: RecordChange[]; adopt: () => void } {
    const place = this.#places.get(key);
    const adopt = (): void => {
      if (this.#places.delete(key))
        this.#all.value = new Map([...this.#all.peek()].filter(([k]) => k !== key));
    };
    return { changes: place ? [{ op: 'remove', id: place }] : [], adopt };
  }

  /** Where no form changed the item: a draft of it takes on what changed, and keeps the rest. */
  along(version: Version, before: Item | undefined): { changes: RecordChange[]; adopt: () => void } {
    const draft = before && this.#all.peek().get(before.id);
    if (!draft) return { changes: [], adopt: () => undefined };
    return this.keep({ ...draft, values: changedAlong(draft.values, before.head.values, version.values) });
  }

  /** The keys of what is being typed about these items, new parts of them included. */
  keysOf(ids: ReadonlySet<ItemId>): string[] {
    return [...this.#all.peek().keys()].filter(
      key => ids.has(key) || ids.has(key.slice(key.lastIndexOf(':') + 1)),
    );
  }
}
