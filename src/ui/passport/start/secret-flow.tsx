import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { Ghost } from '../../parts/button.tsx';
import { back as backIcon, info, key, lock } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { failed } from '../failed.ts';
import { SecretEntry } from './secret-entry.tsx';
import { SecondSecret } from './two.tsx';

interface FlowProps {
  /** Says what it is for, above the two ways. */
  title: string;
  onBack: () => void;
  /** `second` opens a record of its own, where `two` offered that and the person took it. */
  onDone: (secret: TypedSecret, second?: TypedSecret) => Promise<void>;
  two?: boolean;
  /** Of this type alone: nothing to choose. `done`: what its last key says. */
  only?: { type: TypedSecret['type']; done: string };
  /** Top end: Hide, where something is open. */
  end?: ComponentChildren;
}

/** Choosing a PIN or words: which, once, once more, and then the wait while the lock is made. */
export const SecretFlow = ({ title, onBack, onDone, end, two, only }: FlowProps) => {
  const [type, setType] = useState<TypedSecret['type'] | null>(only?.type ?? null);
  const [both, setBoth] = useState(false);
  const [first, setFirst] = useState<TypedSecret | null>(null);
  const [working, setWorking] = useState(false);
  const [slip, setSlip] = useState('');
  const begin = () => {
    setType(only?.type ?? null);
    setFirst(null);
    setBoth(false);
  };
  const done = async (secret: TypedSecret, second?: TypedSecret) => {
    setWorking(true);
    setSlip('');
    try {
      await onDone(secret, second);
    } catch (error) {
      setSlip(t(failed(error)));
      begin();
    }
    setWorking(false);
  };
  const back = type && !only ? begin : onBack;
  return (
    <div class="lock making">
      <header class="top">
        {!working && (
          <Ghost icon={backIcon} onPress={back}>
            {t('start.secret.back')}
          </Ghost>
        )}
        <div class="top-end">{!working && end}</div>
      </header>
      <main>
        {slip && (
          <Note look="wrong" live="alert">
            {slip}
          </Note>
        )}
        {working && <Working />}
        {!working && !type && <Ways title={title} onPick={setType} />}
        {!working && type && !first && (
          <SecretEntry
            key={type}
            type={type}
            title={only && title}
            done={both ? t('start.secret.next') : only?.done}
            onDone={secret => (both ? setFirst(secret) : void done(secret))}
            aside={two && <Two type={type} on={both} onInput={setBoth} />}
          />
        )}
        {!working && first && <SecondSecret first={first} onDone={second => void done(first, second)} />}
      </main>
    </div>
  );
};

/** A quiet offer, never picked for anyone. */
const Two = (props: { type: TypedSecret['type']; on: boolean; onInput: (on: boolean) => void }) => (
  <div class="two">
    <p role="status" class="quiet">
      {props.on ? t('start.two.on') : ''}
    </p>
    <Ghost line onPress={() => props.onInput(!props.on)}>
      {t(props.on ? 'start.two.off' : `start.two.use.${props.type}`)}
    </Ghost>
  </div>
);

const Working = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 class="title" tabIndex={-1} ref={heading}>
      {t('start.secret.working')}
    </h1>
  );
};

/** The two ways, and in plain words what each is worth. */
const Ways = ({ title, onPick }: { title: string; onPick: (type: TypedSecret['type']) => void }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="spread">
      <h1 class="title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <Ring
        go
        icon={lock}
        title={t('start.secret.pin')}
        text={t('start.secret.pin.line')}
        onPress={() => onPick('pin')}
      />
      <p class="quiet">{t('start.secret.pin.worth')}</p>
      <Ring
        go
        icon={key}
        title={t('start.secret.words')}
        text={t('start.secret.words.line')}
        onPress={() => onPick('words')}
      />
      <p class="quiet">{t('start.secret.words.worth')}</p>
      <Note icon={info}>{t('start.secret.forget')}</Note>
    </div>
  );
};
