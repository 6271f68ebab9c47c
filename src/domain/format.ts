import { parseDate, sense } from './date.ts';
import type { SaidDate } from './item.ts';

/** A said date in the person's locale. `long` writes the month out: "14 March 1988". */
export type FormatDate = (said: SaidDate, style?: 'short' | 'long') => string;
/** "5 months", "1 year", by the locale's own plurals. */
export type FormatSpan = (count: number, unit: 'month' | 'year') => string;

export interface Formats {
  date: FormatDate;
  span: FormatSpan;
}

/**
 * Formats for one locale. With `today` the year is left out while it is this one ("9 Dec"); without it every date
 * has its year, as a page that is filed needs. Own words and impossible dates come back as typed.
 */
export const createFormats = (locale: string, today?: string): Formats => {
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (date: Date, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    made.set(key, known);
    return known.format(date);
  };
  const thisYear = today === undefined ? null : (parseDate(today)?.year ?? null);
  const date: FormatDate = (said, style = 'short') => {
    const parts = parseDate(said);
    if (!parts || sense(said, today ?? '') === 'impossible') return said;
    const at = new Date(
      `${pad4(parts.year)}-${pad2(parts.month)}-${pad2(parts.day)}T${parts.time ?? '00:00'}Z`,
    );
    if (parts.month === undefined) return format(at, { year: 'numeric' });
    if (parts.day === undefined) return format(at, { month: 'long', year: 'numeric' });
    const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: style };
    if (parts.year !== thisYear) day.year = 'numeric';
    if (parts.time === undefined) return format(at, day);
    const spoken = `${format(at, { weekday: 'short' })} ${format(at, day)}`;
    const onDay = locale.startsWith('en') ? spoken : format(at, { ...day, weekday: 'short' });
    return `${onDay}, ${format(at, { hour: 'numeric', minute: '2-digit' })}`;
  };
  const span: FormatSpan = (count, unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return { date, span };
};

const pad4 = (n: number): string => String(n).padStart(4, '0');
const pad2 = (n = 1): string => String(n).padStart(2, '0');
