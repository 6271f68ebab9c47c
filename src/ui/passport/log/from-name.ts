import { createFormats } from '../../../domain/format.ts';
import type { Proposal } from '../../../domain/proposal.ts';
import { locale, t } from '../../words/words.ts';

/** Whom or what something came in from, by name: a spare copy by the day that it was made. */
export const fromName = ({ via, from }: Pick<Proposal, 'via' | 'from'>): string => {
  if (via === 'backup' && from) return t('log.copy', { date: createFormats(locale()).date(from) });
  return from || t(`log.someone.${via}`);
};
