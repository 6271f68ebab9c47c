import { lengthOf } from '../../../domain/length.ts';
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

/** "15 minutes", "1 hour", "1 week", "Until the end of that day" */
export const longText = (minutes: number): string => {
  const length = lengthOf(minutes);
  return length === 'today' ? t('log.open.today') : t(`show.long.${length}`);
};
