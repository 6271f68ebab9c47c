import { daysBetween, parseDate } from '../../../domain/date.ts';
import { stateOf } from '../../../domain/goals.ts';
import type { Item, SaidDate } from '../../../domain/item.ts';
import type { Field } from '../../../domain/kind.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { hasEnded, isFilled } from '../../../domain/show.ts';

/** A date that is near or past on something that runs out or comes up. */
export interface Soon {
  item: Item;
  field: Field;
  said: SaidDate;
  /** Days from today; negative when it lies behind. */
  days: number;
}

const AHEAD_DAYS = 14;

/** What runs out or comes up within two weeks, and what already did, nearest first. */
export const soonOf = (items: Iterable<Item>, today: string): Soon[] =>
  [...items].flatMap(item => datesOf(item, today)).sort((a, b) => a.days - b.days);

const datesOf = (item: Item, today: string): Soon[] => {
  const { values } = item.head;
  const fields = hasEnded(item.head) ? [] : (kindOf(item.kind)?.fields ?? []);
  return fields.flatMap(field => {
    const said = values[field.name];
    const comes = (field.type === 'date' || field.type === 'time') && field.coming;
    const rests = field.name === 'by' && stateOf(item.head) === 'rest';
    if (!comes || rests || typeof said !== 'string' || !isFilled(field, values)) return [];
    const day = lastDayOf(said);
    if (!day) return [];
    const days = daysBetween(today, day);
    return days <= AHEAD_DAYS ? [{ item, field, said, days }] : [];
  });
};

/** The last day that a said date can mean: a box that is good until March is good all of March. */
const lastDayOf = (said: SaidDate): string | null => {
  const date = parseDate(said);
  if (!date) return null;
  const month = date.month ?? 12;
  const day = date.day ?? new Date(Date.UTC(date.year, month, 0)).getUTCDate();
  return [date.year, month, day].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-');
};
