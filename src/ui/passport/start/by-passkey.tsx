import { useState } from 'preact/hooks';
import { usePasskey as askForPasskey } from '../../../app/passkey.ts';
import type { Session } from '../../../app/session.ts';
import { Button } from '../../parts/button.tsx';
import { key } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { StartFrame, Title } from '../back/frame.tsx';
import { failed } from '../failed.ts';
import { useValue } from '../value.ts';
import { Wait } from './wait.tsx';

/** Opening with a passkey. It stands here whether or not one was ever set: a locked phone can't tell. */
export const ByPasskey = ({ session, onBack }: { session: Session; onBack: () => void }) => {
  const wait = useValue(session.wait);
  const [slip, setSlip] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    if (busy || session.wait.peek() > 0) return;
    setBusy(true);
    setSlip(null);
    setSlip(await tryPasskey(session));
    setBusy(false);
  };
  return (
    <StartFrame onBack={onBack}>
      <Title>{t('start.passkey')}</Title>
      <p>{t('start.passkey.asks')}</p>
      <Button look="solid" wide icon={key} onPress={() => void open()}>
        {t('start.passkey.use')}
      </Button>
      <p role="status" class="quiet">
        {busy ? t('start.lock.opening') : ''}
      </p>
      <div role="alert">{slip && wait === 0 && <Note look="ask">{t(slip)}</Note>}</div>
      <Wait seconds={wait} />
    </StartFrame>
  );
};

/** What to say when it did not open; `null` when it did, or when there is a wait. */
const tryPasskey = async (session: Session): Promise<Key | null> => {
  // What is heavy loads while the phone asks for a finger.
  void session.warm().catch(() => undefined);
  const output = await askForPasskey();
  if (typeof output === 'string') return `start.passkey.${output}`;
  try {
    const result = await session.unlock({ type: 'passkey', output });
    return result === 'wrong' ? 'start.passkey.wrong' : null;
  } catch (error) {
    return failed(error);
  }
};
