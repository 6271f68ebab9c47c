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
import { HowFar, Leave, StartFrame, Title } from './frame.tsx';
import { FromOldPhone } from './from-old-phone.tsx';
import { Cover, useLetGo } from './let-go.tsx';
import { OpenCopy } from './open-copy.tsx';
import { badCopy, letGoOf, type Ready } from './use-copy.ts';

type Step =
  /** `closed`: it was left alone with a copy open. */
  | { at: 'from'; closed?: boolean }
  | { at: 'phone' }
  | { at: 'copy'; copy?: Blob }
  | { at: 'ready'; ready: Ready; slip: Key | null }
  | { at: 'secret'; ready: Ready }
  | { at: 'writing'; done: number };

interface BringBackProps {
  session: Session;
  onBack: () => void;
}

/** A fresh start from a spare copy, or from the old phone's screen. Nothing is written before all of it was checked. */
export const BringBack = ({ session, onBack }: BringBackProps) => {
  const [step, setStep] = useState<Step>({ at: 'from' });
  const [typing, setTyping] = useState(false);
  const open = useRef<Ready['copy'] | null>(null);
  const close = () => {
    if (open.current) letGoOf(open.current);
    open.current = null;
  };
  useEffect(() => close, []);
  const held = step.at === 'ready' || step.at === 'secret' || (step.at === 'copy' && typing);
  const { covered, ...asking } = useLetGo(held, session.clock, () => {
    close();
    setStep({ at: 'from', closed: true });
  });
  const write = async (ready: Ready, secret: TypedSecret, second?: TypedSecret) => {
    setStep({ at: 'writing', done: 0 });
    // From here on it is closed by whoever writes it, also when this screen has gone.
    open.current = null;
    // The record opens on the screen that says what came back.
    cameBack.value = 'checking';
    try {
      cameBack.value = await bringBack(session, ready.copy, secret, second, done =>
        setStep({ at: 'writing', done }),
      );
      letGoOf(ready.copy);
    } catch (error) {
      cameBack.value = null;
      open.current = ready.copy;
      const bad = badCopy(error);
      setStep({ at: 'ready', ready, slip: bad === 'back.bad.other' ? failed(error) : bad });
    }
  };
  const back = () => {
    close();
    setStep({ at: 'from' });
  };
  const take = (ready: Ready) => {
    open.current = ready.copy;
    setStep({ at: 'ready', ready, slip: null });
  };
  const now = () => {
    switch (step.at) {
      case 'from':
        return (
          <StartFrame onBack={onBack}>
            <From closed={step.closed} onPick={at => setStep({ at })} />
          </StartFrame>
        );
      case 'phone':
        return <FromOldPhone onBack={back} onCopy={copy => setStep({ at: 'copy', copy })} />;
      case 'copy':
        return (
          <OpenCopy
            frame={StartFrame}
            copy={step.copy}
            onBack={() => setStep({ at: step.copy ? 'phone' : 'from' })}
            onReady={take}
            onTyping={setTyping}
            {...asking}
          />
        );
      case 'ready':
        return (
          <IsReady {...step} onBack={back} onNext={() => setStep({ at: 'secret', ready: step.ready })} />
        );
      case 'secret': {
        const { ready } = step;
        return (
          <SecretFlow
            title={t('back.secret.here')}
            onBack={() => setStep({ at: 'ready', ready, slip: null })}
            two
            end={<Leave />}
            onDone={(first, second) => write(ready, first, second)}
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
  return (
    <>
      {now()}
      {covered && <Cover />}
    </>
  );
};

interface ReadyProps {
  ready: Ready;
  slip: Key | null;
  onBack: () => void;
  onNext: () => void;
}

const IsReady = ({ ready, slip, onBack, onNext }: ReadyProps) => (
  <StartFrame onBack={onBack}>
    <CountText ready={ready} />
    <p>{t('back.ready.start')}</p>
    <div role="alert" class="heard">
      {slip && <Note look="wrong">{t(slip)}</Note>}
    </div>
    <Button look="solid" wide tall onPress={onNext}>
      {t('back.ready.do')}
    </Button>
  </StartFrame>
);

interface FromProps {
  closed: boolean | undefined;
  onPick: (at: 'copy' | 'phone') => void;
}

const From = ({ closed, onPick }: FromProps) => (
  <>
    <Title>{t('back.title')}</Title>
    <p class="intro">{t('back.intro')}</p>
    <div role="alert" class="heard">
      {closed && <Note>{t('back.closed')}</Note>}
    </div>
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
