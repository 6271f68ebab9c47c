import type { Item } from './item.ts';
import { type Ring, ringsOf, type Ways } from './show.ts';

const nameOf = (item: Item): string =>
  typeof item.head.values.name === 'string' ? item.head.values.name.trim() : '';

/** The people and services kept, without those just for the person. */
export const contactsIn = (items: Iterable<Item>): Item[] =>
  [...items].filter(item => item.kind === 'contact' && item.head.privacy !== 'just-me' && nameOf(item));

/** The names to pick a person from, each once: those that lists may say. */
export const namesIn = (items: Iterable<Item>): string[] => [
  ...new Set(contactsIn(items).filter(isOpen).map(nameOf)),
];

const isOpen = (item: Item): boolean => item.heads.every(head => head.privacy === 'open');

/** How to ring the person of that name; `null` where nobody is kept under it, or without a number. */
export const ringFor = (name: string, items: Iterable<Item>, ways: Ways): Ring | null => {
  const found = contactsIn(items).find(item => nameOf(item) === name.trim());
  return (found && ringsOf(found.head, ways).find(ring => ring.dial)) ?? null;
};
