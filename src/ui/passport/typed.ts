import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './context.ts';

const PAUSE_MS = 800;

export interface Typed {
  /** Something was typed: it is written after a pause. */
  touch(): void;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
  /** From now on nothing is written: it was kept, or let go of. */
  end(): void;
  /** That did not work: it is written again. */
  resume(): void;
}

/** Has `write` run after each pause in typing, before every lock and when the screen goes. A throw has it tried again. */
export const useTyped = (write: () => Promise<void>): Typed => {
  const { session } = useApp();
  const now = useRef({ write, unsaved: false, over: false, timer: 0 }).current;
  now.write = write;
  const flush = async (): Promise<void> => {
    clearTimeout(now.timer);
    if (!now.unsaved || now.over) return;
    now.unsaved = false;
    await now.write().catch(() => {
      now.unsaved = true;
    });
  };
  useEffect(() => {
    const stop = session.away?.beforeLock(flush);
    return () => {
      stop?.();
      void flush();
    };
  }, []);
  return {
    touch: () => {
      now.unsaved = true;
      clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
    end: () => {
      now.over = true;
      clearTimeout(now.timer);
    },
    resume: () => {
      now.over = false;
      now.unsaved = true;
    },
  };
};
