import './start.css';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session, SessionState } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { card as cardIcon } from '../../parts/icons-start.ts';
import begin from '../../words/en-AU/begin.json';
import { t } from '../../words/words.ts';
import { MadeUpButton } from './made-up-button.tsx';
import { NameOnPhone } from './name-on-phone.tsx';
import { useReady } from './ready.ts';
import { useStep } from './step.ts';

export { LockWords } from './lock-words.tsx';
export { NameFirst } from './name-first.tsx';
export { Wait } from './wait.tsx';

export const words = [begin];

type Why = Extract<SessionState, { at: 'unusable' }>['why'];

/** This browser, or this version, can't run Holdfast: what is missing, that nothing is lost, what to do. */
export const Unusable = ({ session, why }: { session: Session; why: Why }) => (
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

type CardPart = ComponentType<{ session: Session; onBack: () => void }>;

/** Another tab has the record open. It can be taken over from here. The emergency card is never far. */
export const Elsewhere = ({ session, Card }: { session: Session; Card: CardPart }) => {
  const [reading, setReading] = useStep();
  const [card, setCard] = useState(false);
  useReady();
  useEffect(() => {
    session.kept.look().then(
      kept => setCard(kept.card),
      () => undefined,
    );
  }, [session]);
  useLookAgain(session);
  if (reading) return <Card session={session} onBack={() => setReading(false)} />;
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
        {card && (
          <Button wide icon={cardIcon} onPress={() => setReading(true)}>
            {t('start.lock.card')}
          </Button>
        )}
      </footer>
    </div>
  );
};

/** The other tab may have locked or closed by the time the person comes back to this one. */
const useLookAgain = (session: Session): void => {
  useEffect(() => {
    const look = () => void session.begin();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [session]);
};

/** An iPhone's or iPad's browser tab: how to get onto the Home Screen, where a record may start. */
export const HomeScreenFirst = ({ session }: { session: Session }) => (
  <div class="welcome">
    <header class="top" />
    <main>
      <Badge big />
      <div>
        <h1 class="title" tabIndex={-1}>
          {t('start.tab.title')}
        </h1>
        <p class="intro">{t('start.tab.why')}</p>
      </div>
      <ol class="how">
        <li>{t('start.tab.share')}</li>
        <li>{t('start.tab.add')}</li>
        <li>{t('start.tab.asApp')}</li>
        <li>{t('start.tab.open')}</li>
      </ol>
      <p class="quiet">{t('start.tab.missing')}</p>
      <div class="spread">
        <NameOnPhone />
      </div>
    </main>
    <footer>
      <MadeUpButton session={session} />
    </footer>
  </div>
);
