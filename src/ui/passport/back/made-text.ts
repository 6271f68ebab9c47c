import { createFormats } from '../../../domain/format.ts';
import { locale, t } from '../../words/words.ts';

/** The civil day that a copy was made, in words: "Made 12 May 2026." */
export const madeText = (made: string): string =>
  t('back.made', { date: createFormats(locale()).date(made) });
