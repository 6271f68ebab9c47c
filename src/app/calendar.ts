import { parseDate } from '../domain/date.ts';
import type { Item } from '../domain/item.ts';
import { visitDay } from '../domain/plans.ts';
import { randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { toICalendar } from '../outside/ical.ts';

/** A calendar file of an appointment under a title the person chose; `null` where its day is not known. */
export const calendarOf = (item: Item, title: string, clock: Clock): Blob | null => {
  const said = visitDay(item, today(clock));
  const date = said === null ? null : parseDate(said);
  if (date?.month === undefined || date.day === undefined) return null;
  const { year, month, day, time } = date;
  const at = { year, month, day, ...(time === undefined ? {} : { time }) };
  return new Blob([toICalendar({ id: randomId(), title, at, made: clock.now() })], { type: 'text/calendar' });
};
