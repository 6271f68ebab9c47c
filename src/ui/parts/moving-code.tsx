import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createSender, type Sender } from '../../share/moving/sender.ts';
import { frameQr, type QrPicture } from '../../share/qr.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { QrFrame } from './code.tsx';
import { useAwake } from './wake.ts';

/**
 * Pictures a second. Ten at most: the squares of one picture and the next hardly differ from afar, so the screen as a
 * whole does not flash (WCAG 2.3.1), and whoever wants it slower has it slower.
 */
const PACES = { usual: 10, slow: 4 } as const;

type Pace = keyof typeof PACES | 'still';

interface Showing {
  picture: QrPicture;
  /** Pictures shown so far, this one too. */
  shown: number;
}

/** One picture after the other, at a pace or by hand. */
const useShowing = (sender: Sender, pace: Pace): { now: Showing; next: () => void } => {
  const count = useRef(0);
  const draw = (): Showing => {
    const { text, version } = sender.frame(sender.sweep(count.current));
    count.current += 1;
    return { picture: frameQr(text, version), shown: count.current };
  };
  const first = useMemo(draw, [sender]);
  const [now, setNow] = useState(first);
  const next = () => setNow(draw());
  useEffect(() => {
    if (pace === 'still' || sender.still !== null) return;
    const timer = setInterval(next, 1000 / PACES[pace]);
    return () => clearInterval(timer);
  }, [sender, pace]);
  return { now, next };
};

/** A message goes on where it was left, and what a reader has of it still counts. */
const senders = new WeakMap<Uint8Array, Sender>();
const senderOf = (message: Uint8Array): Sender => {
  const sender = senders.get(message) ?? createSender(message);
  senders.set(message, sender);
  return sender;
};

/** Slow for whoever wants less to move, until they ask for more. */
const firstPace = (): Pace => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'slow' : 'usual');

/** A message as one code, or as a code that moves: as many pictures as it takes, in any order, from any on. */
export const MovingCode = ({ message, big = true }: { message: Uint8Array; big?: boolean }) => {
  const sender = useMemo(() => senderOf(message), [message]);
  const [pace, setPace] = useState<Pace>(firstPace);
  const { now, next } = useShowing(sender, pace);
  useAwake(true);
  const { picture, shown } = now;
  if (sender.still !== null) return <QrFrame d={picture.d} size={picture.size} big={big} />;
  const all = sender.needed(sender.sweep(0));
  return (
    <>
      <QrFrame d={picture.d} size={picture.size} big={big} />
      <div class="gap-above-s stack-1">
        <progress class="left-bar" value={Math.min(shown, all)} max={all} aria-label={t('moving.bar')} />
        <p class="meta">{shown < all ? t('moving.shown', { shown, all }) : t('moving.may-stop')}</p>
      </div>
      <Pacing pace={pace} onPace={setPace} onNext={next} />
    </>
  );
};

interface PacingProps {
  pace: Pace;
  onPace: (pace: Pace) => void;
  onNext: () => void;
}

const Pacing = ({ pace, onPace, onNext }: PacingProps) => (
  <div class="pair gap-above-s">
    {pace === 'still' ? (
      <>
        <Button onPress={onNext}>{t('moving.next')}</Button>
        <Button onPress={() => onPace(firstPace())}>{t('moving.go-on')}</Button>
      </>
    ) : (
      <>
        <Button onPress={() => onPace(pace === 'slow' ? 'usual' : 'slow')}>
          {t(pace === 'slow' ? 'moving.faster' : 'moving.slower')}
        </Button>
        <Button onPress={() => onPace('still')}>{t('moving.by-hand')}</Button>
      </>
    )}
  </div>
);
