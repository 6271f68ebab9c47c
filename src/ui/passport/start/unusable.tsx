import type { Session } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';

/** This browser can't run Holdfast: what is missing, that nothing is lost, what to do. */
export const Unusable = ({ session, why }: { session: Session; why: 'wasm' | 'storage' | 'workers' }) => (
  <div class="welcome">
    <header class="top" />
    <main>
      <Badge big />
      <div class="spread" role="alert">
        <h1 class="title" tabIndex={-1}>
          {t(`start.unusable.${why}.title`)}
        </h1>
        <p>{t(`start.unusable.${why}.text`)}</p>
        <p>{t(`start.unusable.${why}.do`)}</p>
        <p class="quiet">{t('start.unusable.safe')}</p>
      </div>
    </main>
    <footer>
      <Button look="solid" wide tall onPress={() => void session.begin()}>
        {t('start.unusable.again')}
      </Button>
    </footer>
  </div>
);
