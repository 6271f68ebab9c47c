import { locale, t } from '../../words/words.ts';

/** "Tuesday 12 May 2026" */
export const dayText = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(iso));

/** "3:47 pm" */
export const timeText = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(new Date(iso));

/** "15 minutes", "1 hour", "7 days" */
export const longText = (minutes: number): string => {
  if (minutes < 60 || minutes % 60 !== 0) return t('log.open.minutes', { count: minutes });
  const hours = minutes / 60;
  if (hours < 48 || hours % 24 !== 0) return t('log.open.hours', { count: hours });
  return t('log.open.days', { count: hours / 24 });
};
