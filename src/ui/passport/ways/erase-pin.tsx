import { useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { AppError } from '../../../lib/error.ts';
import { Button } from '../../parts/button.tsx';
import { bin } from '../../parts/icons.ts';
import { tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Hide } from '../../parts/top.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { AskSecret } from '../settings/change-secret.tsx';
import { Points } from '../start/points.tsx';
import { SecretFlow } from '../start/secret-flow.tsx';
import { useWay } from './use-way.ts';

const points: readonly Key[] = [
  'ways.erase.does',
  'ways.erase.back',
  'ways.erase.known',
  'start.erase.traces',
  'ways.erase.law',
  'ways.erase.pick',
];

/** A PIN that erases: what it does and does not do, setting it, taking it away. The PIN in use is asked for first. */
export const ErasePinPage = () => {
  const [step, setStep] = useState<'page' | 'set' | 'type' | 'remove'>('page');
  const { isSet, remove } = useWay('erase');
  const home = () => setStep('page');
  if (step === 'set') return <AskSecret onRight={() => setStep('type')} />;
  if (step === 'type') return <TypeErase onEnd={home} />;
  if (step === 'remove') return <AskSecret onRight={() => void remove().then(home)} />;
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('settings.erasePin')}
      </h1>
      <div class="spread gap-above">
        {isSet && <Note icon={tick}>{t('ways.erase.set')}</Note>}
        <Points keys={points} />
        <Button wide onPress={() => setStep('set')}>
          {t(isSet ? 'ways.erase.other' : 'ways.erase.add')}
        </Button>
        {isSet && (
          <Button look="brick" wide icon={bin} onPress={() => setStep('remove')}>
            {t('ways.erase.remove')}
          </Button>
        )}
      </div>
    </Page>
  );
};

const TypeErase = ({ onEnd }: { onEnd: () => void }) => {
  const { session, hide, say } = useApp();
  const set = async (secret: TypedSecret) => {
    const made = await session.opened?.ways.set('erase', secret);
    if (made === 'taken') throw new AppError('taken');
    onEnd();
    say({ text: t(made === 'wait' ? 'ways.wait' : 'ways.erase.added') });
  };
  return (
    <SecretFlow
      title={t('ways.erase.make')}
      only={{ type: 'pin', done: t('ways.erase.done') }}
      onBack={onEnd}
      onDone={set}
      end={<Hide onPress={hide} />}
    />
  );
};
