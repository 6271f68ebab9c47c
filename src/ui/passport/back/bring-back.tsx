import { useEffect, useRef, useState } from 'preact/hooks';
import { bringBack } from '../../../app/restoring.ts';
import type { TypedSecret } from '../../../app/secret.ts';
import type { Session } from '../../../app/session.ts';
import { Button } from '../../parts/button.tsx';
import { fileDown, phone } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';
import { SecretFlow } from '../start/secret-flow.tsx';
import { cameBack } from './came-back.ts';
import { CountText } from './count.tsx';
import { HowFar, StartFrame, Title } from './frame.tsx';
import { FromOldPhone } from './from-old-phone.tsx';
import { OpenCopy } from './open-copy.tsx';
import { badCopy, type Ready } from './use-copy.ts';

type Step =
  | { at: 'from' }
  | { at: 'phone' }
  | { at: 'copy'; copy?: Blob }
  | { at: 'ready'; ready: Ready; slip: Key | null }
  | { at: 'secret'; ready: Ready }
  | { at: 'writing'; done: number };

/** A fresh start from a spare copy, or from the old phone's screen. Nothing is written before all of it was checked. */
export const BringBack = ({ session, onBack }: { session: Session; onBack: () => void }) => {
  const [step, setStep] = useState<Step>({ at: 'from' });
  const open = useRef<Ready['copy'] | null>(null);
  useEffect(() => () => open.current?.close(), []);
  const write = async (ready: Ready, secret: TypedSecret) => {
    setStep({ at: 'writing', done: 0 });
    // From here on it is closed by whoever writes it, also when this screen has gone.
    open.current = null;
    // The record opens on the screen that says what came back.
    cameBack.value = 'checking';
    try {
      cameBack.value = await bringBack(session, ready.copy, secret, undefined, done =>
        setStep({ at: 'writing', done }),
      );
    } catch (error) {
      cameBack.value = null;
      open.current = ready.copy;
      const bad = badCopy(error);
      setStep({ at: 'ready', ready, slip: bad === 'back.bad.other' ? failed(error) : bad });
    }
  };
  switch (step.at) {
    case 'from':
      return (
        <StartFrame onBack={onBack}>
          <From onPick={at => setStep({ at })} />
        </StartFrame>
      );
    case 'phone':
      return (
        <FromOldPhone onBack={() => setStep({ at: 'from' })} onCopy={copy => setStep({ at: 'copy', copy })} />
      );
    case 'copy':
      return (
        <OpenCopy
          frame={StartFrame}
          copy={step.copy}
          onBack={() => setStep({ at: step.copy ? 'phone' : 'from' })}
          onReady={ready => {
            open.current = ready.copy;
            setStep({ at: 'ready', ready, slip: null });
          }}
        />
      );
    case 'ready':
      return (
        <StartFrame
          onBack={() => {
            step.ready.copy.close();
            setStep({ at: 'from' });
          }}
        >
          <CountText ready={step.ready} />
          <p>{t('back.ready.start')}</p>
          <div role="alert" class="heard">
            {step.slip && <Note look="wrong">{t(step.slip)}</Note>}
          </div>
          <Button look="solid" wide tall onPress={() => setStep({ at: 'secret', ready: step.ready })}>
            {t('back.ready.do')}
          </Button>
        </StartFrame>
      );
    case 'secret': {
      const { ready } = step;
      return (
        <SecretFlow
          title={t('back.secret.here')}
          onBack={() => setStep({ at: 'ready', ready, slip: null })}
          onDone={secret => write(ready, secret)}
        />
      );
    }
    case 'writing':
      return (
        <StartFrame onBack={undefined}>
          <Title>{t('back.writing')}</Title>
          <HowFar done={step.done} />
        </StartFrame>
      );
  }
};

const From = ({ onPick }: { onPick: (at: 'copy' | 'phone') => void }) => (
  <>
    <Title>{t('back.title')}</Title>
    <p class="intro">{t('back.intro')}</p>
    <Ring
      go
      icon={fileDown}
      title={t('back.from.copy')}
      text={t('back.from.copy.text')}
      onPress={() => onPick('copy')}
    />
    <Ring
      go
      icon={phone}
      title={t('back.from.phone')}
      text={t('back.from.phone.text')}
      onPress={() => onPick('phone')}
    />
    <p class="quiet">{t('back.stays')}</p>
  </>
);
