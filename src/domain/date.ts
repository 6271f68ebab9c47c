import type { SaidDate } from './item.ts';

/** A date on the wall calendar: no time zone, so no slips. */
export interface CivilDate {
  year: number;
  month?: number;
  day?: number;
  /** `HH:MM` */
  time?: string;
}

/** How exact a said date is; `own-words` and `impossible` ones are kept and shown as typed. */
export type Sense = 'whole' | 'month' | 'year' | 'own-words' | 'impossible';

const NUMBERS = /^(\d{4,})(?:-(\d{1,2})(?:-(\d{1,2})(?:T(\d{1,2}):(\d{2})(?::\d{2})?)?)?)?$/;
const OLDEST = 1900;
/** A phone whose clock fell back years must not call true dates impossible. */
const NEVER_BEFORE = 2026;
const FAR_AHEAD = 50;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The parts of a said date; `null` when it is in own words or names no day there ever was. */
export const parseDate = (said: SaidDate): CivilDate | null => {
  const found = NUMBERS.exec(said.trim());
  if (!found?.[1]) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(n => (n === undefined ? undefined : Number(n)));
  if (year === undefined || year > 9999) return null;
  if (month === undefined) return { year };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { year, month };
  if (day < 1 || day > daysIn(year, month)) return null;
  if (hour === undefined || minute === undefined) return { year, month, day };
  if (hour > 23 || minute > 59) return null;
  return { year, month, day, time: `${pad(hour)}:${pad(minute)}` };
};

const pad = (n: number): string => String(n).padStart(2, '0');

/** What sort of date was said. `today` is `YYYY-MM-DD`; a year long past or far ahead makes no sense. */
export const sense = (said: SaidDate, today: string): Sense => {
  if (!NUMBERS.test(said.trim())) return 'own-words';
  const date = parseDate(said);
  const now = Math.max(parseDate(today)?.year ?? 0, NEVER_BEFORE);
  if (!date || date.year < OLDEST || date.year > now + FAR_AHEAD) return 'impossible';
  if (date.day !== undefined) return 'whole';
  return date.month === undefined ? 'year' : 'month';
};

const sortKey = (date: CivilDate): string =>
  `${String(date.year).padStart(4, '0')}-${pad(date.month ?? 0)}-${pad(date.day ?? 0)}T${date.time ?? ''}`;

/** Earlier first; a partial date before the whole ones inside it; own words last, as they were. */
export const compareDates = (a: SaidDate, b: SaidDate): number => {
  const [left, right] = [parseDate(a), parseDate(b)];
  if (!left || !right) return Number(!left) - Number(!right);
  const [x, y] = [sortKey(left), sortKey(right)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Is all of it after today? `2026` is not, in 2026. False for own words. */
export const isAfter = (said: SaidDate, today: string): boolean => {
  const [date, now] = [parseDate(said), parseDate(today)];
  if (!date || !now) return false;
  return sortKey(now) < sortKey({ month: now.month ?? 0, day: now.day ?? 0, ...date, time: '' });
};

/**
 * Whole months between a said date and today; 0 for one still to come, `null` for own words. A partial date counts
 * from its last day, so that nothing looks older than it was said to be.
 */
export const ageInMonths = (said: SaidDate, today: string): number | null => {
  const [date, now] = [parseDate(said), parseDate(today)];
  if (!date || now?.month === undefined || now.day === undefined) return null;
  const month = date.month ?? 12;
  const day = date.day ?? daysIn(date.year, month);
  const months = (now.year - date.year) * 12 + now.month - month;
  // 31 Aug to 28 Feb is six months: a month that lacks the day ends on its last.
  const short = now.day < Math.min(day, daysIn(now.year, now.month)) ? 1 : 0;
  return Math.max(0, months - short);
};

/** How many years old someone is; `null` unless the whole birth date is known. */
export const yearsOld = (born: SaidDate, today: string): number | null => {
  const months = parseDate(born)?.day === undefined ? null : ageInMonths(born, today);
  return months === null ? null : Math.floor(months / 12);
};

/** Days from one `YYYY-MM-DD` to another, negative when it lies before; 0 when either is no day. */
export const daysBetween = (from: string, to: string): number => {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return a === null || b === null ? 0 : b - a;
};

const dayNumber = (said: string): number | null => {
  const date = parseDate(said);
  if (date?.month === undefined || date.day === undefined) return null;
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
};

/** `day` moved by whole months and days, as `YYYY-MM-DD`; a month that lacks the day ends on its last. */
export const moveDay = (day: string, by: { months?: number; days?: number }): string => {
  const date = parseDate(day);
  if (date?.month === undefined || date.day === undefined) return day;
  const first = new Date(Date.UTC(date.year, date.month - 1 + (by.months ?? 0), 1));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  const kept = Math.min(date.day, daysIn(year, month));
  return new Date(Date.UTC(year, month - 1, kept + (by.days ?? 0))).toISOString().slice(0, 10);
};

/** The last day that a said date can mean: a box that is good until March is good all of March. */
export const lastDayOf = (said: SaidDate): string | null => {
  const date = parseDate(said);
  if (!date) return null;
  const month = date.month ?? 12;
  const day = date.day ?? daysIn(date.year, month);
  return `${String(date.year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
};
