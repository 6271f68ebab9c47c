import { useEffect, useRef, useState } from 'preact/hooks';
import { leave as leaveNow } from '../../../app/leaving.ts';
import type { TypedSecret } from '../../../app/secret.ts';
import type { LockReason, Session } from '../../../app/session.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button, Ghost } from '../../parts/button.tsx';
import { card as cardIcon, leave } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';
import { fromPart } from '../loaded.ts';
import { loadBack, loadCard, loadOpen, loadRare } from '../parts-later.ts';
import { useValue } from '../value.ts';
import { useReady } from './ready.ts';
import { useStep } from './step.ts';

interface LockProps {
  session: Session;
  card: boolean;
  because: LockReason | null;
}

/** The lock screen. Behind it, when it is on, lies the emergency card. */
export const Lock = ({ session, card, because }: LockProps) => {
  const [reading, setReading] = useStep();
  const [lost, setLost] = useStep();
  useReady();
  if (reading) return <CardLater session={session} onBack={() => setReading(false)} />;
  if (lost) return <AnotherWayLater session={session} onBack={() => setLost(false)} />;
  return (
    <Locked
      session={session}
      because={because}
      onCard={card ? () => setReading(true) : undefined}
      onLost={() => setLost(true)}
    />
  );
};

const WaitLater = fromPart(loadRare, 'Wait');
const WordsLater = fromPart(loadRare, 'LockWords');
const AnotherWayLater = fromPart(loadBack, 'AnotherWay');
export const CardLater = fromPart(loadCard, 'LockedCard');

interface LockedProps {
  session: Session;
  because: LockReason | null;
  onCard: (() => void) | undefined;
  onLost: () => void;
}

const Locked = ({ session, because, onCard, onLost }: LockedProps) => {
  const [type, setType] = useState<TypedSecret['type']>('pin');
  const lock = useTry(session, type);
  const wait = useValue(session.wait);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [type]);
  const change = () => {
    lock.clear();
    setType(type === 'pin' ? 'words' : 'pin');
  };
  return (
    <div class="lock">
      <header class="top">
        <div class="top-end">
          <Ghost icon={leave} onPress={() => void leaveNow(session)}>
            {t('start.leave')}
          </Ghost>
        </div>
      </header>
      <main>
        <div class="lock-top">
          {!lock.slip && wait === 0 && <Badge />}
          <h1 class="title" tabIndex={-1} ref={heading}>
            {t(`start.lock.${type}`)}
          </h1>
          <div class="lock-said">
            <Said lock={lock} wait={wait} because={because} />
          </div>
        </div>
        {type === 'pin' ? (
          <PinPad
            value={lock.typed}
            onInput={lock.type}
            onOpen={() => void lock.open()}
            open={t('start.lock.open')}
            busy={lock.busy}
          />
        ) : (
          <WordsLater lock={lock} />
        )}
      </main>
      <footer>
        <div>
          <Ghost line onPress={change}>
            {t(type === 'pin' ? 'start.lock.useWords' : 'start.lock.usePin')}
          </Ghost>
          <Ghost line onPress={onLost}>
            {t('start.lock.lost')}
          </Ghost>
        </div>
        {onCard && (
          <Button wide icon={cardIcon} onPress={onCard}>
            {t('start.lock.card')}
          </Button>
        )}
        <p class="meta">{t('start.leave.still')}</p>
      </footer>
    </div>
  );
};

/** What the screen has to say: that it opens, what did not open it, how long to wait, or why it locked. */
const Said = ({ lock, wait, because }: { lock: Try; wait: number; because: LockReason | null }) => {
  const why = because && because !== 'self' ? t(`start.lock.because.${because}`) : '';
  // Few ever wait. From then on it stays, to say when it is over.
  const waited = useRef(false);
  waited.current ||= wait > 0;
  return (
    <>
      <div role="status">{lock.busy && <p class="quiet">{t('start.lock.opening')}</p>}</div>
      <div role="alert">
        {!lock.busy && lock.slip && wait === 0 && <Note look="wrong">{t(lock.slip)}</Note>}
      </div>
      {!lock.busy && waited.current && <WaitLater seconds={wait} />}
      {!lock.busy && !lock.slip && wait === 0 && why && <p class="quiet">{why}</p>}
    </>
  );
};

export interface Try {
  typed: string;
  busy: boolean;
  slip: Key | null;
  type(text: string): void;
  open(): Promise<void>;
  clear(): void;
}

/** Typing a secret and trying it. */
const useTry = (session: Session, kind: TypedSecret['type']): Try => {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [slip, setSlip] = useState<Key | null>(null);
  const warm = useRef(false);

  const type = (text: string) => {
    setTyped(text);
    setSlip(null);
    if (warm.current) return;
    warm.current = true;
    // All that is heavy loads while the person is still typing.
    void session.warm().catch(() => undefined);
    void loadOpen().catch(() => undefined);
  };
  const open = async () => {
    if (busy || session.wait.peek() > 0) return;
    if (!typed.trim()) return setSlip(`start.lock.${kind}`);
    setBusy(true);
    setSlip(null);
    try {
      const result = await session.unlock({ type: kind, text: typed });
      if (result === 'wrong') setSlip(`start.lock.wrong.${kind}`);
    } catch (error) {
      setSlip(failed(error));
    }
    setTyped('');
    setBusy(false);
  };
  const clear = () => {
    setTyped('');
    setSlip(null);
  };
  return { typed, busy, slip, type, open, clear };
};
