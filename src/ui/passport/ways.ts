import { createFormats } from '../../domain/format.ts';
import type { Ways } from '../../domain/show.ts';
import { type Clock, today } from '../../lib/clock.ts';
import { kindWord, locale } from '../words/words.ts';
import { useApp } from './context.ts';

/** How things are said here and now: the catalogue, the locale's dates, today. */
export const waysNow = (clock: Clock): Ways => {
  const day = today(clock);
  const { date, span } = createFormats(locale(), day);
  return { words: kindWord, date, span, today: day };
};

export const useWays = (): Ways => waysNow(useApp().session.clock);

/** An instant as people say it: "Tuesday 12 May, 10:30 am". Its year too, when that is another one. */
export const whenText = (iso: string, now = new Date()): string => {
  const then = new Date(iso);
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(then.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(then);
};
