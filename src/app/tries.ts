import type { Clock } from '../lib/clock.ts';
import type { Store } from '../store/pages.ts';
import { type Gate, openGate } from '../vault/gate.ts';

/** How often the wait that is left goes to disk, ms. */
const KEEP_EVERY = 5_000;

/** Wrong tries and the wait that grows with them, as the app runs it: it counts only while a page is showing. */
export interface Tries {
  /** Writes a try down before it is made. Seconds to wait when it may not be made yet, else 0. */
  begin(): Promise<number>;
  /** The try was right. Never fails: whoever was right is let in, whatever the disk says. */
  succeed(): Promise<void>;
  /** Reports the seconds left, now and each second, down to 0. The last one to ask is told. */
  watch(report: (seconds: number) => void): Promise<void>;
  /** Reports again: a try outside the lock screen was wrong, or came too early. */
  tell(): Promise<void>;
}

export const createTries = (store: Store, clock: Clock): Tries => {
  let opening: Promise<Gate> | null = null;
  let report: (seconds: number) => void = () => undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let keptAt = 0;
  const gate = (): Promise<Gate> => {
    opening ??= openGate(store, clock.ticks).then(opened => {
      const follow = () => (document.hidden ? opened.pause() : opened.resume());
      document.addEventListener('visibilitychange', follow);
      follow();
      return opened;
    });
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };
  const seconds = (opened: Gate): number => Math.ceil(opened.remaining() / 1000);
  const keep = (opened: Gate): void => {
    if (clock.ticks() - keptAt < KEEP_EVERY) return;
    keptAt = clock.ticks();
    void opened.keep().catch(() => undefined);
  };
  const tick = (opened: Gate): void => {
    const left = seconds(opened);
    report(left);
    keep(opened);
    if (left === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
  const show = (opened: Gate): void => {
    report(seconds(opened));
    if (seconds(opened) > 0) ticking ??= setInterval(() => tick(opened), 1000);
  };
  return {
    begin: async () => {
      const opened = await gate();
      try {
        await opened.begin();
        return 0;
      } catch (error) {
        // A wait, maybe one that another tab brought about.
        if (seconds(opened) === 0) throw error;
        return seconds(opened);
      }
    },
    succeed: async () => (await gate()).succeed().catch(() => undefined),
    watch: async tell => {
      const opened = await gate();
      report = tell;
      show(opened);
    },
    tell: async () => show(await gate()),
  };
};
