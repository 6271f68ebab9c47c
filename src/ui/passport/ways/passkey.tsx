import { useState } from 'preact/hooks';
import { makePasskey, mayHavePasskey } from '../../../app/passkey.ts';
import { Button } from '../../parts/button.tsx';
import { bin } from '../../parts/icons.ts';
import { key, tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { useLoaded } from '../loaded.ts';
import { Page, Top } from '../page.tsx';
import { AskSecret } from '../settings/change-secret.tsx';
import { Points } from '../start/points.tsx';
import { useWay } from './use-way.ts';

const points: readonly Key[] = [
  'ways.passkey.how',
  'ways.passkey.pin',
  'ways.passkey.limit',
  'ways.passkey.synced',
  'ways.passkey.finger',
  'ways.passkey.place',
];

/** A passkey as another way in: what it is worth, adding it, taking it away again. The PIN is asked for before either. */
export const PasskeyPage = () => {
  const [step, setStep] = useState<'page' | 'add' | 'make' | 'remove'>('page');
  const { isSet, remove } = useWay('passkey');
  const offered = useLoaded(mayHavePasskey);
  if (step === 'add') return <AskSecret onRight={() => setStep('make')} />;
  if (step === 'remove') return <AskSecret onRight={() => void remove().then(() => setStep('page'))} />;
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('settings.passkey')}
      </h1>
      <div class="spread gap-above">
        {isSet && <Note icon={tick}>{t('ways.passkey.set')}</Note>}
        <Points keys={points} />
        {isSet ? (
          <Button look="brick" wide icon={bin} onPress={() => setStep('remove')}>
            {t('ways.passkey.remove')}
          </Button>
        ) : offered === false ? (
          <Note look="ask">{t('ways.passkey.not-here')}</Note>
        ) : step === 'make' ? (
          <Make />
        ) : (
          <Button look="solid" wide icon={key} onPress={() => setStep('add')}>
            {t('ways.passkey.add')}
          </Button>
        )}
      </div>
    </Page>
  );
};

/** A press of its own, after the PIN: some phones ask for a finger only right after one. */
const Make = () => {
  const { session, say } = useApp();
  const [busy, setBusy] = useState(false);
  const [slip, setSlip] = useState<Key | null>(null);
  const add = async (): Promise<Key | null> => {
    // The phone's own question comes in front of the app.
    session.away?.openingPicker();
    const output = await makePasskey().finally(() => session.away?.pickerDone());
    if (typeof output === 'string') return `ways.passkey.${output}`;
    const made = await session.opened?.ways.set('passkey', { type: 'passkey', output });
    if (made === 'done') say({ text: t('ways.passkey.added') });
    return made === 'wait' ? 'ways.wait' : made === 'taken' ? 'start.failed.taken' : null;
  };
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setSlip(await add().catch(failed));
    setBusy(false);
  };
  return (
    <>
      <div role="alert">{slip && <Note look="ask">{t(slip)}</Note>}</div>
      <Button look="solid" wide icon={key} onPress={() => void press()}>
        {t('ways.passkey.make')}
      </Button>
      <p role="status" class="quiet">
        {busy ? t('ways.passkey.making') : ''}
      </p>
    </>
  );
};
