import { useEffect } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button, Ghost } from '../../parts/button.tsx';
import { Icon, type IconShape } from '../../parts/icon.tsx';
import { lock, show, tick } from '../../parts/icons-start.ts';
import { type Key, t } from '../../words/words.ts';
import { fromPart } from '../loaded.ts';
import { loadBack, loadMake, loadOpen, loadRare } from '../parts-later.ts';
import { MadeUpButton } from './made-up-button.tsx';
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
  const [back, setBack] = useStep();
  const [naming, setNaming] = useStep();
  useReady();
  useEffect(() => document.querySelector('h1')?.focus(), [making, back, naming]);
  useEffect(() => {
    if (!making && !back) return;
    void session.warm().catch(() => undefined);
    void loadOpen().catch(() => undefined);
  }, [making, back]);
  if (making) return <MakeLater session={session} onBack={() => setMaking(false)} />;
  if (back) return <BringBackLater session={session} onBack={() => setBack(false)} />;
  if (tabOnly) return <HomeScreenLater session={session} />;
  if (naming) return <NameLater onBack={() => setNaming(false)} />;
  return (
    <Promises
      session={session}
      onStart={() => setMaking(true)}
      onBring={() => setBack(true)}
      onName={() => setNaming(true)}
    />
  );
};

interface PromisesProps {
  session: Session;
  onStart: () => void;
  onBring: () => void;
  onName: () => void;
}

const Promises = ({ session, onStart, onBring, onName }: PromisesProps) => (
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
      <Button wide onPress={onBring}>
        {t('start.back')}
      </Button>
      <MadeUpButton session={session} />
      <Ghost line onPress={onName}>
        {t('start.name')}
      </Ghost>
    </footer>
  </div>
);

const MakeLater = fromPart(loadMake, 'Make');
const BringBackLater = fromPart(loadBack, 'BringBack');
const NameLater = fromPart(loadRare, 'NameFirst');
const HomeScreenLater = fromPart(loadRare, 'HomeScreenFirst');
