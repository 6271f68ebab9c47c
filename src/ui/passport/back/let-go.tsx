import { useEffect, useRef, useState } from 'preact/hooks';
import { type Clock, type Moment, moment, since } from '../../../lib/clock.ts';
import { Badge } from '../../parts/badge.tsx';

/** How often the clocks are read, ms. */
const BEAT = 2_000;

/** Out of sight for so long, an opened copy closes, ms. */
const HIDDEN_MS = 30_000;

/** The same for one that nobody touches, ms. */
const IDLE_MS = 180_000;

/** How long a picker or camera that was opened here holds that off, ms. */
const PICKER_MS = 120_000;

const touches = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/**
 * What an open record's lock is, for a copy that is open where nothing locks yet: whoever picks up the phone could give
 * it a PIN of their own. `letGo` runs once it was out of sight or untouched for long, or when the page goes.
 *
 * @param held there is something to let go of: words being typed, or an opened copy
 * @returns whether it has to be covered just now, and what a picker tells before and after it opens
 */
export const useLetGo = (held: boolean, clock: Clock, letGo: () => void) => {
  const [covered, setCovered] = useState(false);
  const asked = useRef<Moment | null>(null);
  const act = useRef(letGo);
  act.current = letGo;
  useEffect(() => {
    if (!held) return;
    let hidden: Moment | null = null;
    let touched = moment(clock);
    const touch = () => {
      touched = moment(clock);
    };
    const check = () => {
      // Looking for a photo is not being away.
      if (asked.current && since(clock, asked.current) < PICKER_MS) return touch();
      const away = hidden && since(clock, hidden) >= HIDDEN_MS;
      if (away || since(clock, touched) >= IDLE_MS) act.current();
    };
    const look = () => {
      const away = document.visibilityState === 'hidden';
      setCovered(away || !document.hasFocus());
      if (away) hidden ??= moment(clock);
      else {
        check();
        hidden = null;
      }
    };
    const gone = () => act.current();
    const beat = setInterval(check, BEAT);
    for (const name of touches) document.addEventListener(name, touch, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    for (const name of ['blur', 'focus']) addEventListener(name, look);
    addEventListener('pagehide', gone);
    look();
    return () => {
      clearInterval(beat);
      for (const name of touches) document.removeEventListener(name, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
      for (const name of ['blur', 'focus']) removeEventListener(name, look);
      removeEventListener('pagehide', gone);
      setCovered(false);
    };
  }, [held, clock]);
  return {
    covered,
    onAsk: () => {
      asked.current = moment(clock);
    },
    onAsked: () => {
      asked.current = null;
    },
  };
};

/** Over everything, like the open app's. */
export const Cover = () => (
  <div class="cover" aria-hidden="true">
    <Badge />
  </div>
);
