import { kinds } from '../../domain/kinds.ts';
import { phrases } from '../../domain/phrases.ts';
import { wordsOfKind } from '../words/words.ts';
import { giveWords, isTranslated } from './load-words.ts';

/** The domain's own words stand in its source; only another language has them in its catalogue. */
export const giveDomainWords = (): void => {
  if (isTranslated()) giveWords(phrases, ...kinds.map(wordsOfKind));
};
