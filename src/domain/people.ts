import type { Item } from './item.ts';
import { type Ring, ringsOf, type Ways } from './show.ts';

const nameOf = (item: Item): string =>
  typeof item.head.values.name === 'string' ? item.head.values.name.trim() : '';

/** The people and services kept, without those just for the person, each name once. */
const people = (items: Iterable<Item>): Item[] =>
  [...items].filter(item => item.kind === 'contact' && item.head.privacy !== 'just-me' && nameOf(item));

/** The names to pick a person from. */
export const namesIn = (items: Iterable<Item>): string[] => [...new Set(people(items).map(nameOf))];

/** How to ring the person of that name; `null` where nobody is kept under it, or without a number. */
export const ringFor = (name: string, items: Iterable<Item>, ways: Ways): Ring | null => {
  const found = people(items).find(item => nameOf(item) === name.trim());
  return (found && ringsOf(found.head, ways).find(ring => ring.dial)) ?? null;
};
