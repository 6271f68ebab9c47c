import { type Day, days, type Hours, minuteOfWeek, minutesOf, type Span } from '../../../domain/hours.ts';
import { locale, t } from '../../words/words.ts';

/** "3 pm", "9:30 am", "midnight". */
const timeText = (time: string): string => {
  const minutes = minutesOf(time);
  if (minutes % (24 * 60) === 0) return t('directory.hours.midnight');
  const whole = minutes % 60 === 0;
  return new Intl.DateTimeFormat(locale(), {
    hour: 'numeric',
    ...(whole ? {} : { minute: '2-digit' }),
    timeZone: 'UTC',
  }).format(minutes * 60_000);
};

// 1 January 2024 was a Monday.
const dayText = (day: Day): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + days.indexOf(day)),
  );

/** "Monday to Friday" for days in a row, else each by name. */
const daysText = (on: readonly Day[]): string => {
  const sorted = days.filter(day => on.includes(day));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const inRow = first && last && days.indexOf(last) - days.indexOf(first) === sorted.length - 1;
  if (inRow && sorted.length > 2) {
    return t('directory.hours.days', { first: dayText(first), last: dayText(last) });
  }
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(sorted.map(dayText));
};

const spanText = ({ days: on, from, to }: Span): string => {
  const times = { from: timeText(from), to: timeText(to) };
  if (new Set(on).size === days.length) return t('directory.hours.daily', times);
  return t('directory.hours.on', { ...times, days: daysText(on) });
};

/** When someone is there, a line each: "3 pm to midnight, every day". */
export const hoursLines = (hours: Hours): string[] =>
  hours === 'always' ? [t('directory.hours.always')] : hours.open.map(spanText);

/** Do their clocks say another time than this phone's? */
export const isElsewhere = (hours: Hours, now: number): boolean =>
  hours !== 'always' && minuteOfWeek(now, hours.zone) !== minuteOfWeek(now, 'local');
