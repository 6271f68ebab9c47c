import { compareDates, lastDayOf, moveDay } from './date.ts';
import type { SaidDate, Values } from './item.ts';

export const HARDTIME = 'hardtime';

/** Where the days to look in are kept, the soonest first. */
const places = ['look', 'lookAgain', 'lookLast'] as const;

/** The days to look in that are kept, in order. */
export const lookInDays = (values: Values): SaidDate[] =>
  places
    .map(place => values[place])
    .filter((said): said is string => typeof said === 'string' && said.trim() !== '')
    .sort(compareDates);

/** The values with these days to look in and no others. As many as there are places for. */
export const withLookIns = (values: Values, days: readonly SaidDate[]): Values => {
  const { look: _1, lookAgain: _2, lookLast: _3, ...rest } = values;
  const kept = [...days].sort(compareDates).slice(0, places.length);
  return { ...rest, ...Object.fromEntries(kept.map((day, at) => [places[at], day])) };
};

/** A day that may be picked: one that is kept, or one that the app offers and why just that one. */
export interface LookIn {
  day: SaidDate;
  offer?: 'week' | 'month' | 'season';
}

/** What may be picked today: the days that are kept, then as many of the usual ones as there is room for. */
export const lookInsToPick = (values: Values, today: string): LookIn[] => {
  const kept = lookInDays(values);
  const usual: LookIn[] = [
    { day: moveDay(today, { days: 7 }), offer: 'week' },
    { day: moveDay(today, { months: 1 }), offer: 'month' },
    { day: moveDay(today, { months: 3 }), offer: 'season' },
  ];
  const offers = usual.filter(({ day }) => !kept.includes(day));
  return [...kept.map(day => ({ day })), ...offers].slice(0, places.length);
};

/** It is over, says the person. Days for an earlier end are none for this one. */
export const nowOver = (values: Values): Values => ({ ...withLookIns(values, []), state: 'over' });

/** It goes on: nothing of its end is left. */
export const notOver = (values: Values): Values => {
  const { state: _over, ...rest } = withLookIns(values, []);
  return rest;
};

/** The person looked in: the days that have come are done with, those ahead stay. */
export const lookedIn = (values: Values, today: string): Values =>
  withLookIns(
    values,
    lookInDays(values).filter(said => {
      const day = lastDayOf(said);
      return day === null || day > today;
    }),
  );
