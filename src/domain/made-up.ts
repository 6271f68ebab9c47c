import type { ItemId, Source, Version } from './item.ts';
import { kindOf } from './kinds.ts';
import { aboutAlex, daysFrom, health, type Kept, life, tests, treatment } from './made-up-alex.ts';
import { goals, plans } from './made-up-plans.ts';
import type { Saying } from './versions.ts';

/** One thing the made-up person keeps. Two with one id are two versions of it, older first. */
export type MadeUpItem = Saying & Pick<Version, 'lookedAt'> & { id?: ItemId };

const me: Source = { type: 'me' };

/**
 * Alex, who is made up: for trying the app out and for teaching. The phone numbers are from the ranges that ACMA
 * sets aside for fiction; people and places are invented. Dates move with `today` (`YYYY-MM-DD`).
 */
export const madeUpItems = (today: string): MadeUpItem[] => {
  const days = daysFrom(today);
  return [
    ...goals(today),
    ...plans(today),
    ...aboutAlex(days),
    ...treatment(days),
    ...health(days),
    ...tests(days),
    ...life(days),
  ].map(made);
};

const made = ({ kind, on, source = me, privacy, asOf, id, values }: Kept): MadeUpItem => ({
  kind,
  privacy: privacy ?? kindOf(kind)?.privacy ?? 'careful',
  source,
  asOf: asOf ?? on,
  lookedAt: on,
  values,
  ...(id ? { id } : {}),
});
