import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { recoveryCards, recoveryWords } from '../../../app/kit.ts';
import { mayHavePasskey } from '../../../app/passkey.ts';
import type { Session } from '../../../app/session.ts';
import { CardEntry } from '../../parts/card-entry.tsx';
import { Group } from '../../parts/facts.tsx';
import type { IconShape } from '../../parts/icon.tsx';
import { finger } from '../../parts/icons.ts';
import { key, people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import type { ScanEvents } from '../../parts/use-scan.ts';
import { WordsEntry } from '../../parts/words-entry.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';
import { useLoaded } from '../loaded.ts';
import { ByPasskey } from '../start/by-passkey.tsx';
import { Erase } from '../start/erase.tsx';
import { Wait } from '../start/wait.tsx';
import { useValue } from '../value.ts';
import { StartFrame, Title } from './frame.tsx';
import { Cover, useLetGo } from './let-go.tsx';

/** What a way's own screen is given. */
interface WayProps extends Pick<ScanEvents, 'onAsk' | 'onAsked'> {
  session: Session;
  onBack: () => void;
}

/** A way past a lost PIN: its row in the list, and the screen that it leads to. */
interface WayIn {
  icon: IconShape;
  title: Key;
  text: Key;
  Screen: ComponentType<WayProps>;
  /** What opens every copy is typed there. */
  typed?: true;
  /** Where not every browser has it. */
  offered?: () => Promise<boolean>;
}

/** Tries what these words or cards are; says what became of it. A try counts as one of a PIN does. */
const useKit = (session: Session) => {
  const [slip, setSlip] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async (entropy: Uint8Array<ArrayBuffer>, wrong: Key) => {
    if (busy || session.wait.peek() > 0) return void entropy.fill(0);
    setBusy(true);
    setSlip(null);
    try {
      if ((await session.unlock({ type: 'recovery', entropy })) === 'wrong') setSlip(wrong);
    } catch (error) {
      setSlip(failed(error));
    }
    entropy.fill(0);
    setBusy(false);
  };
  return { slip, busy, unlock, clear: () => setSlip(null) };
};

const KitSaid = ({ session, busy }: { session: Session; busy: boolean }) => (
  <>
    <p role="status" class="quiet heard">
      {busy ? t('start.lock.opening') : ''}
    </p>
    <Wait seconds={useValue(session.wait)} />
  </>
);

const ByWords = ({ session, onBack }: WayProps) => {
  const { slip, busy, unlock, clear } = useKit(session);
  return (
    <StartFrame onBack={onBack}>
      <Title>{t('back.by.words')}</Title>
      <WordsEntry
        list={recoveryWords}
        go={t('start.lock.open')}
        slip={slip && t(slip)}
        onType={clear}
        onWords={entropy => void unlock(entropy, 'back.lock.words')}
      />
      <KitSaid session={session} busy={busy} />
    </StartFrame>
  );
};

const ByCards = ({ session, onBack, ...asking }: WayProps) => {
  const { slip, busy, unlock } = useKit(session);
  return (
    <StartFrame onBack={onBack}>
      <Title>{t('back.by.cards')}</Title>
      <CardEntry
        reader={recoveryCards}
        go={t('start.lock.open')}
        slip={slip && t(slip)}
        onCards={entropy => void unlock(entropy, 'back.lock.cards')}
        {...asking}
      />
      <KitSaid session={session} busy={busy} />
    </StartFrame>
  );
};

/** Another way is one more line here. Whether one was set up, a locked phone can't tell. */
const waysIn: readonly WayIn[] = [
  { icon: key, title: 'back.by.words', text: 'back.by.words.text', Screen: ByWords, typed: true },
  { icon: people, title: 'back.by.cards', text: 'back.by.cards.text', Screen: ByCards, typed: true },
  {
    icon: finger,
    title: 'start.passkey',
    text: 'start.passkey.text',
    Screen: ByPasskey,
    offered: mayHavePasskey,
  },
];

const offeredWays = async (): Promise<WayIn[]> => {
  const here = await Promise.all(waysIn.map(({ offered }) => offered?.() ?? true));
  return waysIn.filter((_, at) => here[at]);
};

/** Behind the lock: what else opens the record, and what can still be done when nothing does. */
export const AnotherWay = ({ session, onBack }: { session: Session; onBack: () => void }) => {
  const [way, setWay] = useState<WayIn | null>(null);
  const [left, setLeft] = useState(false);
  const { covered, ...asking } = useLetGo(way?.typed === true, session.clock, () => {
    setWay(null);
    setLeft(true);
  });
  // Not before it is drawn: a page that just goes must not go back in its history as well.
  useEffect(() => {
    if (left) onBack();
  }, [left]);
  if (!way) return <WaysIn session={session} onBack={onBack} onPick={setWay} />;
  return (
    <>
      <way.Screen session={session} onBack={() => setWay(null)} {...asking} />
      {covered && <Cover />}
    </>
  );
};

interface WaysProps {
  session: Session;
  onBack: () => void;
  onPick: (way: WayIn) => void;
}

const WaysIn = ({ session, onBack, onPick }: WaysProps) => {
  const offered = useLoaded(offeredWays) ?? [];
  return (
    <StartFrame onBack={onBack}>
      <Title>{t('back.lock')}</Title>
      <p class="intro">{t('back.lock.text')}</p>
      {offered.map(one => (
        <Ring
          key={one.title}
          go
          icon={one.icon}
          title={t(one.title)}
          text={t(one.text)}
          onPress={() => onPick(one)}
        />
      ))}
      <Group title={t('back.lock.else')}>
        <div class="spread gap-above-s">
          <p>{t('back.lock.nobody')}</p>
          <p>{t('back.lock.other')}</p>
          <Note>{t('back.lock.first')}</Note>
        </div>
        <Erase session={session} />
      </Group>
    </StartFrame>
  );
};
