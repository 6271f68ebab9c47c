import { compareDates, parseDate, sense } from './date.ts';
import type { Item, SaidDate } from './item.ts';
import type { ShareEntry } from './share.ts';
import { hasEnded } from './show.ts';

export const APPOINTMENT = 'appointment';
export const REFERRAL = 'referral';

/** When an appointment is, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; `null` unless its day is known and makes sense. */
export const visitDay = ({ head }: Pick<Item, 'head'>, today: string): SaidDate | null => {
  const { when } = head.values;
  const date = typeof when === 'string' && sense(when, today) === 'whole' ? parseDate(when) : null;
  if (date?.month === undefined || date.day === undefined) return null;
  const day = [date.year, date.month, date.day]
    .map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
  return date.time ? `${day}T${date.time}` : day;
};

/** Before that moment, as far as is said: a day alone is not past before it is over. */
const isPast = (when: SaidDate, now: string): boolean => when < now.slice(0, when.length);

/**
 * The soonest appointment still to come; with none left, the last one of today. `now` is `YYYY-MM-DDTHH:MM` here.
 * `null` where there is none.
 */
export const nextVisit = (items: Iterable<Item>, now: string): Item | null => {
  const today = now.slice(0, 10);
  const all = [...items].flatMap(item => {
    const mayShow = item.heads.every(head => head.privacy !== 'just-me') && !hasEnded(item.head);
    const when = item.kind === APPOINTMENT && mayShow ? visitDay(item, today) : null;
    return when !== null && when.slice(0, 10) >= today ? [{ item, when }] : [];
  });
  all.sort((a, b) => compareDates(a.when, b.when));
  const coming = all.find(({ when }) => !isPast(when, now));
  return (coming ?? all.at(-1))?.item ?? null;
};

/**
 * The last share that was shown under that name, of a log that has the newest first; `null` where there is none. By
 * name, because a share is made out to whom the person says, from whichever screen it begins.
 */
export const shownTo = (name: string, log: readonly ShareEntry[]): ShareEntry | null => {
  const plain = (said: string): string => said.trim().toLowerCase();
  if (plain(name) === '') return null;
  return log.find(({ to }) => plain(to) === plain(name)) ?? null;
};
