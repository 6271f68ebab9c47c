import { useEffect, useState } from 'preact/hooks';
import { linesFrom } from '../../../app/restoring.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { useStill } from '../../parts/still.ts';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { useOnce } from '../goal/once.ts';
import type { ScreenOf } from '../routes.ts';
import { CountText } from './count.tsx';
import { HowFar, RecordFrame, Title } from './frame.tsx';
import { OpenCopy } from './open-copy.tsx';
import { badCopy, letGoOf, type Ready } from './use-copy.ts';

/** A spare copy into the record that is open: what is new in it waits for a yes. */
export const IntoRecord: ScreenOf<'spare/back'> = ({ route }) => {
  const { session, router } = useApp();
  const [ready, setReady] = useState<Ready | null>(null);
  const leave = () => router.back();
  if (ready) return <LetIn ready={ready} onBack={leave} />;
  return (
    <OpenCopy
      frame={RecordFrame}
      copy={route.copy}
      onAsk={() => session.away?.openingPicker()}
      onAsked={() => session.away?.pickerDone()}
      onBack={leave}
      onReady={setReady}
    />
  );
};

const LetIn = ({ ready, onBack }: { ready: Ready; onBack: () => void }) => {
  const { book, session, router } = useApp();
  const once = useOnce();
  const still = useStill();
  const [done, setDone] = useState<number | null>(null);
  const [said, setSaid] = useState<Key | null>(null);
  useEffect(() => () => letGoOf(ready.copy), [ready]);
  const letIn = once(async () => {
    setSaid(null);
    setDone(0);
    try {
      const { became, proposal } = await linesFrom(book, ready.copy, session.clock, setDone);
      const waits = book.waiting.lines.peek().some(line => line.proposal.id === proposal);
      if (waits) {
        if (still()) router.replace({ name: 'review', proposal });
        return;
      }
      setSaid(became === 'known' ? 'back.known' : 'back.same');
    } catch (error) {
      const bad = badCopy(error);
      setSaid(bad === 'back.bad.other' ? failed(error) : bad);
    }
    setDone(null);
  });
  if (done !== null) {
    return (
      <RecordFrame onBack={undefined}>
        <Title>{t('back.reading')}</Title>
        <HowFar done={done} />
      </RecordFrame>
    );
  }
  const nothingNew = said === 'back.known' || said === 'back.same';
  return (
    <RecordFrame onBack={onBack}>
      <CountText ready={ready} />
      {!nothingNew && <p>{t('back.ready.record')}</p>}
      <div role="alert" class="heard">
        {said && <Note look={nothingNew ? undefined : 'wrong'}>{t(said)}</Note>}
      </div>
      <Button look="solid" wide tall onPress={nothingNew ? onBack : letIn}>
        {t(nothingNew ? 'back.move.done' : 'back.ready.look')}
      </Button>
    </RecordFrame>
  );
};
