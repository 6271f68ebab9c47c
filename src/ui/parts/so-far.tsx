import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '../../share/moving/receiver.ts';
import { t } from '../words/words.ts';

/** Nothing new for so long: whoever shows it may have put the phone down. */
const STALLED_MS = 8000;

const useStalled = (have: number): boolean => {
  const [stalled, setStalled] = useState(false);
  useEffect(() => {
    setStalled(false);
    const timer = setTimeout(() => setStalled(true), STALLED_MS);
    return () => clearTimeout(timer);
  }, [have]);
  return stalled;
};

/** How much of a moving code is here, how many pictures are still needed, and what to do when none comes. */
export const SoFar = ({ have, need, frames }: Progress) => {
  const stalled = useStalled(have);
  return (
    <>
      <progress class="left-bar" value={have} max={need} aria-label={t('scan.bar')} />
      <p class="meta">{stalled ? t('scan.stalled') : t('scan.some', { frames })}</p>
    </>
  );
};
