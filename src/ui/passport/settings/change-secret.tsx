import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { back as backIcon } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { Hide } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { SecretFlow } from '../start/secret-flow.tsx';
import { Wait } from '../start/wait.tsx';
import { WordsField } from '../start/words-field.tsx';
import { isSecretLost, renewSecret } from './lost.ts';

/** The one in use first, then the new one. Whoever came in by words or cards has lost it, and is not asked. */
export const ChangeSecret = () => {
  const { session, router, hide, say } = useApp();
  const [known, setKnown] = useState(() => isSecretLost(session));
  if (!known) return <TypeNow onRight={() => setKnown(true)} />;
  const change = async (secret: TypedSecret) => {
    // Another tab has guessed: the wait is said where the one in use is typed.
    if ((await renewSecret(session, secret)) === 'wait') return setKnown(false);
    router.back();
    say({ text: t('settings.changed') });
  };
  return (
    <SecretFlow
      title={t('settings.new')}
      onBack={() => router.back()}
      onDone={change}
      end={<Hide onPress={hide} />}
    />
  );
};

/**
 * Stands before what would outlive the lock: another way in, or a copy that opens without it. Asks for the PIN or words
 * in use, also whoever came in by passkey: a finger can be held to the phone, and must not lock its owner out. Whoever came in by words or cards makes a new PIN first; it is asked for from then on.
 */
export const AskSecret = ({ onRight }: { onRight: () => void }) => {
  const { session, router } = useApp();
  const [lost] = useState(() => isSecretLost(session));
  if (!lost) return <TypeNow onRight={onRight} />;
  return <NewSecret onBack={() => router.back()} onDone={onRight} />;
};

interface NewSecretProps {
  onBack: () => void;
  onDone: () => void;
}

/** The recovery words or cards opened it, so the PIN is lost: a new one, and the old one is not asked for. */
export const NewSecret = ({ onBack, onDone }: NewSecretProps) => {
  const { session, hide, say } = useApp();
  const change = async (secret: TypedSecret) => {
    const made = await renewSecret(session, secret);
    if (made === 'done') return onDone();
    onBack();
    say({ text: t('back.secret.wait') });
  };
  return (
    <SecretFlow title={t('back.secret.new')} onBack={onBack} onDone={change} end={<Hide onPress={hide} />} />
  );
};

/** Asks for the PIN or words in use, as carefully as the lock screen does. */
const TypeNow = ({ onRight }: { onRight: () => void }) => {
  const { session, router, hide } = useApp();
  const [type, setType] = useState<TypedSecret['type']>('pin');
  const now = useNow(type, onRight);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [type]);
  const change = () => {
    now.type('');
    setType(type === 'pin' ? 'words' : 'pin');
  };
  return (
    <div class="lock making">
      <header class="top">
        <Ghost icon={backIcon} onPress={() => router.back()}>
          {t('start.secret.back')}
        </Ghost>
        <div class="top-end">
          <Hide onPress={hide} />
        </div>
      </header>
      <main>
        <div class="making-head">
          <h1 class="title" tabIndex={-1} ref={heading}>
            {t(`settings.now.${type}`)}
          </h1>
          {session.opened?.ways.openedBy === 'passkey' && <p class="quiet">{t('settings.now.passkey')}</p>}
        </div>
        <NowSaid now={now} />
        {type === 'pin' ? (
          <PinPad
            value={now.typed}
            onInput={now.type}
            onOpen={() => void now.next()}
            open={t('settings.now.next')}
            busy={now.busy}
          />
        ) : (
          <NowWords now={now} />
        )}
      </main>
      <footer>
        <Ghost line onPress={change}>
          {t(type === 'pin' ? 'start.lock.useWords' : 'start.lock.usePin')}
        </Ghost>
      </footer>
    </div>
  );
};

const NowSaid = ({ now }: { now: Now }) => {
  const wait = useApp().session.wait.value;
  return (
    <div class="lock-said">
      <div role="status">{now.busy && <p class="quiet">{t('settings.now.checking')}</p>}</div>
      <div role="alert">{now.slip && wait === 0 && <Note look="wrong">{now.slip}</Note>}</div>
      <Wait seconds={wait} />
    </div>
  );
};

const NowWords = ({ now }: { now: Now }) => (
  <form
    class="spread"
    onSubmit={event => {
      event.preventDefault();
      void now.next();
    }}
  >
    <WordsField id="words-now" label={t('start.lock.yourWords')} value={now.typed} onInput={now.type} />
    <Button look="solid" wide submit>
      {t('settings.now.next')}
    </Button>
  </form>
);

interface Now {
  typed: string;
  slip: string;
  busy: boolean;
  type(text: string): void;
  next(): Promise<void>;
}

const useNow = (type: TypedSecret['type'], onRight: () => void): Now => {
  const { session } = useApp();
  const [typed, setTyped] = useState('');
  const [slip, setSlip] = useState('');
  const [busy, setBusy] = useState(false);
  const next = async () => {
    if (busy || session.wait.peek() > 0) return;
    if (!typed.trim()) return setSlip(t(`settings.now.${type}`));
    setBusy(true);
    try {
      const found = await session.opened?.checkSecret({ type, text: typed });
      if (found === 'right') return onRight();
      if (found === 'wrong') setSlip(t('settings.now.wrong'));
    } catch (error) {
      setSlip(t(failed(error)));
    }
    setTyped('');
    setBusy(false);
  };
  return {
    typed,
    slip,
    busy,
    type: text => {
      setTyped(text);
      setSlip('');
    },
    next,
  };
};
