import { compareDates, parseDate, sense } from './date.ts';
import type { Item, SaidDate } from './item.ts';
import { hasEnded } from './show.ts';

export const APPOINTMENT = 'appointment';

/** When an appointment is, as said; `null` unless its day is known and makes sense. */
export const visitDay = ({ head }: Pick<Item, 'head'>, today: string): SaidDate | null => {
  const { when } = head.values;
  return typeof when === 'string' && sense(when, today) === 'whole' ? when.trim() : null;
};

/** Whether a said date with a day lies before today. */
const isPast = (said: SaidDate, today: string): boolean => {
  const date = parseDate(said);
  return date !== null && compareDates(said.slice(0, 10), today) < 0;
};

/** The soonest appointment that is still to come, today's included; `null` where there is none. */
export const nextVisit = (items: Iterable<Item>, today: string): Item | null => {
  const coming = [...items].flatMap(item => {
    const wanted = item.kind === APPOINTMENT && item.head.privacy !== 'just-me' && !hasEnded(item.head);
    const when = wanted ? visitDay(item, today) : null;
    return when !== null && !isPast(when, today) ? [{ item, when }] : [];
  });
  return coming.sort((a, b) => compareDates(a.when, b.when))[0]?.item ?? null;
};
