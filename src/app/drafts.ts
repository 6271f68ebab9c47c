import type { FieldValue, ItemId, Values } from '../domain/item.ts';
import { ownerOf } from '../domain/parts.ts';

/** The key under which the draft of an item, or of a new thing or part of a kind, is kept. */
export const draftKeyOf = (of: { id?: ItemId; kind: string; values?: Values }): string => {
  const owner = ownerOf({ kind: of.kind, values: of.values ?? {} });
  return of.id ?? ['new', of.kind, ...(owner ? [owner] : [])].join(':');
};

/** `typed`, with what differs between two states of an item as it is in the later one. */
export const changedAlong = (typed: Values, before: Values, now: Values): Record<string, FieldValue> => {
  const differs = (name: string): boolean => JSON.stringify(before[name]) !== JSON.stringify(now[name]);
  const kept = Object.entries(typed).filter(([name]) => !differs(name));
  return Object.fromEntries([...kept, ...Object.entries(now).filter(([name]) => differs(name))]);
};
