import { t } from '../../words/words.ts';
import { Title } from './frame.tsx';
import { madeText } from './made-text.ts';
import type { Ready } from './use-copy.ts';

/** "43 things, 6 photos. Made 12 May 2026." */
export const CountText = ({ ready: { counts, copy } }: { ready: Ready }) => (
  <>
    <Title>{t('back.ready', { things: counts.things, photos: counts.photos })}</Title>
    <p class="intro">
      {madeText(copy.made)} {t('back.ready.whole')}
    </p>
  </>
);
