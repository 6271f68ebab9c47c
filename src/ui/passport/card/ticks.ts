import { useState } from 'preact/hooks';
import type { CardPick } from '../../../app/codec.ts';

export interface Ticks {
  picks: readonly CardPick[];
  has(item: string, field: string): boolean;
  set(item: string, field: string, on: boolean): void;
}

/** What is ticked, by item and field. An item that says only "none" has no field: its tick is the empty name. */
export const useTicks = (before: readonly CardPick[]): Ticks => {
  const [picks, setPicks] = useState(before);
  const fieldsOf = (item: string) => picks.find(pick => pick.item === item)?.fields;
  return {
    picks,
    has: (item, field) => {
      const fields = fieldsOf(item);
      return fields !== undefined && (field === '' || fields.includes(field));
    },
    set: (item, field, on) => {
      const rest = picks.filter(pick => pick.item !== item);
      const others = (fieldsOf(item) ?? []).filter(name => name !== field);
      const fields = on && field ? [...others, field] : others;
      setPicks(on || fields.length > 0 ? [...rest, { item, fields }] : rest);
    },
  };
};
