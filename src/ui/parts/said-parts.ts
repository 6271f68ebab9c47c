import type { SaidDate } from '../../domain/item.ts';

/** A date as the three fields and the clock hold it, each as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
  time: string;
}

export const noParts: DateParts = { day: '', month: '', year: '', time: '' };

const two = (text: string): string => text.padStart(2, '0');

const isReal = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * What was typed as a said date: ISO and partial where it makes sense, own words where it does not. Nothing is
 * ever dropped: "31 2 2026" stays "31 2 2026".
 */
export const fromParts = ({ day, month, year, time }: DateParts): SaidDate => {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  const asTyped = [d, m, y, time].filter(Boolean).join(' ');
  if (!/^\d{4}$/.test(y) || !/^\d{0,2}$/.test(m) || !/^\d{0,2}$/.test(d)) return asTyped;
  if (d && !m) return asTyped;
  if (m && !isReal(Number(y), Number(m), Number(d || '1'))) return asTyped;
  if (time && !d) return asTyped;
  return [y, m && two(m), d && two(d)].filter(Boolean).join('-') + (time ? `T${time}` : '');
};

/** The fields of a said date; `null` for own words. */
export const toParts = (said: SaidDate): DateParts | null => {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?$/.exec(said);
  if (!found) return null;
  const bare = (text: string | undefined): string => (text ? String(Number(text)) : '');
  return { year: found[1]!, month: bare(found[2]), day: bare(found[3]), time: found[4] ?? '' };
};

/** A day of this device's calendar, `back` days ago, as `YYYY-MM-DD`. */
export const dayAgo = (now: Date, back: number): SaidDate => {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return `${day.getFullYear()}-${two(String(day.getMonth() + 1))}-${two(String(day.getDate()))}`;
};
