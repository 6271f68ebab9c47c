import { useState } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon, type IconShape } from '../../parts/icon.tsx';
import { lock, people, show, tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';
import { useLoaded } from '../loaded.ts';
import { useReady } from './ready.ts';
import { useStep } from './step.ts';

const promises: readonly [IconShape, Key][] = [
  [lock, 'start.welcome.stays'],
  [show, 'start.welcome.pick'],
  [tick, 'start.welcome.free'],
];

/** The first screen of all. On an iPhone's browser tab it says how to get onto the Home Screen instead. */
export const Welcome = ({ session, tabOnly }: { session: Session; tabOnly: boolean }) => {
  const [making, setMaking] = useStep();
  useReady();
  if (making) return <MakeLater session={session} onBack={() => setMaking(false)} />;
  return tabOnly ? (
    <HomeScreenFirst session={session} />
  ) : (
    <Promises session={session} onStart={() => setMaking(true)} />
  );
};

const Promises = ({ session, onStart }: { session: Session; onStart: () => void }) => (
  <div class="welcome">
    <header class="top" />
    <main>
      <Badge big />
      <h1 tabIndex={-1}>
        {t('start.welcome.yours')}
        <br />
        {t('start.welcome.hold')}
      </h1>
      <ul class="promises">
        {promises.map(([icon, key]) => (
          <li key={key}>
            <Icon of={icon} />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </main>
    <footer>
      <Button look="solid" wide tall onPress={onStart}>
        {t('start.mine')}
      </Button>
      <MadeUpButton session={session} />
    </footer>
  </div>
);

const HomeScreenFirst = ({ session }: { session: Session }) => (
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
    </main>
    <footer>
      <MadeUpButton session={session} />
    </footer>
  </div>
);

const MadeUpButton = ({ session }: { session: Session }) => {
  const [slip, setSlip] = useState<Key | null>(null);
  const open = () => {
    setSlip(null);
    session.openMadeUp().catch((error: unknown) => setSlip(failed(error)));
  };
  return (
    <>
      {slip && (
        <Note look="wrong" live="alert">
          {t(slip)}
        </Note>
      )}
      <Button wide icon={people} onPress={open}>
        {t('start.madeUp')}
      </Button>
    </>
  );
};

const MakeLater = (props: { session: Session; onBack: () => void }) => {
  const part = useLoaded(() => import('./make.tsx'));
  return part ? <part.Make {...props} /> : null;
};
