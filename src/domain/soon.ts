import { daysBetween, lastDayOf } from './date.ts';
import { stateOf } from './goals.ts';
import type { Item, SaidDate } from './item.ts';
import type { Field } from './kind.ts';
import { kindOf } from './kinds.ts';
import { hasEnded, isFilled } from './show.ts';

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
  const over = hasEnded(item.head);
  const fields = kindOf(item.kind)?.fields ?? [];
  const dates = fields.flatMap(field => {
    const said = values[field.name];
    const coming = (field.type === 'date' || field.type === 'time') && field.coming;
    const comes = coming && (coming === 'after') === over;
    const rests = field.name === 'by' && stateOf(item.head) === 'rest';
    if (!comes || rests || typeof said !== 'string' || !isFilled(field, values)) return [];
    const day = lastDayOf(said);
    if (!day) return [];
    const days = daysBetween(today, day);
    return days <= (over ? 0 : AHEAD_DAYS) ? [{ item, field, said, days }] : [];
  });
  // Days that came while the person was away don't pile up.
  return over ? dates.slice(-1) : dates;
};
