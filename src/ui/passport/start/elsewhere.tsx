import type { Session } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import { useReady } from './ready.ts';

/** Another tab has the record open. It can be taken over from here. */
export const Elsewhere = ({ session }: { session: Session }) => {
  useReady();
  return (
    <div class="welcome">
      <header class="top" />
      <main>
        <Badge big />
        <div class="spread" role="alert">
          <h1 class="title" tabIndex={-1}>
            {t('start.elsewhere.title')}
          </h1>
          <p>{t('start.elsewhere.text')}</p>
        </div>
      </main>
      <footer>
        <Button look="solid" wide tall onPress={() => void session.takeOver()}>
          {t('start.elsewhere.use')}
        </Button>
      </footer>
    </div>
  );
};
