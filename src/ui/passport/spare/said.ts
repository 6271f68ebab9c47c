import type { SpareState } from '../../../app/backing-up.ts';
import { daysBetween } from '../../../domain/date.ts';
import { createFormats } from '../../../domain/format.ts';
import { locale, t } from '../../words/words.ts';
import { useWays } from '../ways.ts';

/** How far the record has moved on since the last copy, whether it has all of it, and whether the words there are now open that one. */
export const sinceText = ({ last, kit, changed }: SpareState): string => {
  const lacks = last?.lacks ? [t('spare.line.lacks')] : [];
  const other = kit && !last?.byKit ? [t('spare.line.other')] : [];
  return [t('spare.line.changed', { count: changed }), ...lacks, ...other].join(' ');
};

/** When the last spare copy was made and how much changed since: "Spare copy made 3 days ago. 2 things changed since." */
export const spareText = (state: SpareState, today: string): string => {
  if (!state.last) return t('spare.line.none');
  // A clock that was put back says today.
  const days = Math.max(0, daysBetween(state.last.on, today));
  return `${t('spare.line.made', { days })} ${sinceText(state)}`;
};

/** Today with its year: nobody knows when a paper will be read. */
export const useDayAndYear = (): string => createFormats(locale()).date(useWays().today);
