import { useEffect, useRef, useState } from 'preact/hooks';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';

/** How long until another try. The eye sees each second; a screen reader hears it now and then, and the end. */
export const Wait = ({ seconds }: { seconds: number }) => {
  const [told, setTold] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const before = last.current;
    last.current = seconds;
    if (seconds > 0 && (before === 0 || seconds % 30 === 0)) setTold(text(seconds));
    else if (seconds === 0 && before > 0) setTold(t('start.lock.wait.over'));
  }, [seconds]);
  return (
    <>
      <span class="sr" role="status">
        {told}
      </span>
      {seconds > 0 && (
        <Note look="ask">
          <b aria-hidden="true">{text(seconds)}</b>
          {t('start.lock.wait.why')}
        </Note>
      )}
    </>
  );
};

const text = (seconds: number): string =>
  seconds < 120
    ? t('start.lock.wait.seconds', { seconds })
    : t('start.lock.wait.minutes', { minutes: Math.ceil(seconds / 60) });
