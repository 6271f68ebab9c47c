import type { SpareState } from '../../../app/backing-up.ts';
import { daysBetween } from '../../../domain/date.ts';
import { createFormats } from '../../../domain/format.ts';
import { locale, t } from '../../words/words.ts';
import { useWays } from '../ways.ts';

/** When the last spare copy was made and how much changed since: "Spare copy made 3 days ago. 2 things changed since." */
export const spareText = ({ last, changed }: SpareState, today: string): string => {
  if (!last) return t('spare.line.none');
  // A clock that was put back says today.
  const days = Math.max(0, daysBetween(last.on, today));
  return `${t('spare.line.made', { days })} ${t('spare.line.changed', { count: changed })}`;
};

/** Today with its year: nobody knows when a paper will be read. */
export const useDayAndYear = (): string => createFormats(locale()).date(useWays().today);
