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

interface FlowProps {
  /** Says what it is for, above the two ways. */
  title: string;
  onBack: () => void;
  onDone: (secret: TypedSecret) => Promise<void>;
  /** Top end: Hide, where something is open. */
  end?: ComponentChildren;
}

/** Choosing a PIN or words: which, once, once more, and then the wait while the lock is made. */
export const SecretFlow = ({ title, onBack, onDone, end }: FlowProps) => {
  const [type, setType] = useState<TypedSecret['type'] | null>(null);
  const [working, setWorking] = useState(false);
  const [slip, setSlip] = useState('');
  const done = async (secret: TypedSecret) => {
    setWorking(true);
    setSlip('');
    try {
      await onDone(secret);
    } catch (error) {
      setSlip(t(failed(error)));
      setType(null);
    }
    setWorking(false);
  };
  const back = type ? () => setType(null) : onBack;
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
        {!working && type && <SecretEntry key={type} type={type} onDone={secret => void done(secret)} />}
      </main>
    </div>
  );
};

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
