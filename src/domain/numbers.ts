import { dialOf } from './dial.ts';
import type { Hours } from './hours.ts';
import type { Item, Topic } from './item.ts';
import { fold, wordsIn } from './search.ts';

/** What someone may need, in the order of the chips. A closed list: the catalogue has words for each. */
export const needs = [
  'danger',
  'unsafe',
  'low',
  'drugs',
  'poison',
  'health',
  'mob',
  'lgbtiq',
  'peer',
  'housing',
  'money',
  'legal',
  'family',
  'young',
] as const;
export type Need = (typeof needs)[number];

/** Told from a saved copy of the publisher's page, from the page itself, or by ringing. */
export const waysToCheck = ['copy', 'page', 'rang'] as const;

/** One service to ring, as `numbers.json` tells it. */
export interface HelpNumber {
  /** No two have the same. */
  name: string;
  /** What it is for, in plain words. */
  for: string;
  needs: readonly Need[];
  /** Other words people look for it by. Never shown. */
  words?: readonly string[];
  /** For people where: "Australia", "ACT". */
  area: string;
  phones: readonly { number: string; label?: string }[];
  /** Where to send a text. */
  text?: string;
  /** Absent: not known. */
  hours?: Hours;
  /** Addresses of the pages that say so. */
  sources: readonly string[];
  /** `YYYY-MM-DD` */
  checkedOn: string;
  checkedHow: (typeof waysToCheck)[number];
}

/** The number to ring in danger, for when the list itself can't be read. */
export const EMERGENCY = '000';

/** The needs that a list answers, without danger: whoever is in danger has no time for chips. */
export const needsIn = (numbers: readonly HelpNumber[]): Need[] =>
  needs.filter(need => need !== 'danger' && numbers.some(number => number.needs.includes(need)));

export interface NumberQuery {
  /** What was typed. */
  text: string;
  need: Need | null;
}

/** Bare words, a space before each: what is typed has to begin one, or "ice" would find every service. */
const bare = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;

const searchText = (number: HelpNumber, labelOf: (need: Need) => string): string => {
  const dials = [...number.phones.map(phone => phone.number), number.text ?? ''];
  return bare(
    [
      ...[number.name, number.for, number.area, ...(number.words ?? [])],
      ...[...number.needs.map(labelOf), ...dials, ...dials.map(dialOf)],
    ].join('\n'),
  );
};

const inDanger = (number: HelpNumber): boolean => number.needs.includes('danger');

/** Those that answer the need and have every word typed; what is for danger first, then as the file has them. */
export const findNumbers = (
  numbers: readonly HelpNumber[],
  { text, need }: NumberQuery,
  labelOf: (need: Need) => string,
): HelpNumber[] => {
  const words = wordsIn(bare(text));
  const found = numbers.filter(number => {
    if (need && !number.needs.includes(need)) return false;
    const all = words.length > 0 ? searchText(number, labelOf) : '';
    return words.every(word => all.includes(` ${word}`));
  });
  return [...found.filter(inDanger), ...found.filter(number => !inDanger(number))];
};

const topics: Partial<Record<Need, Topic>> = { unsafe: 'violence', low: 'mental-health', drugs: 'drugs' };

/** What a kept number says about whoever keeps it, so that a share can leave it out. */
export const topicsOf = (number: HelpNumber): Topic[] => number.needs.flatMap(need => topics[need] ?? []);

/** The person or service kept under one of its numbers. */
export const keptAs = (number: HelpNumber, items: Iterable<Item>): Item | undefined => {
  const dials = new Set(number.phones.map(phone => dialOf(phone.number)));
  return [...items].find(({ kind, head }) => {
    const { phone } = head.values;
    return kind === 'contact' && typeof phone === 'string' && dials.has(dialOf(phone) || phone);
  });
};
