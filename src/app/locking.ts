import { effect } from '@preact/signals-core';
import { type Moment, moment, since } from '../lib/clock.ts';
import type { Session } from './session.ts';

/** How often the idle clock is read, ms. */
const BEAT = 5_000;

/** How long it may lie there while another phone reads what it shows, ms. */
const WATCHED_MS = 600_000;

/** How long someone who helps may have the phone, ms. */
const HELP_MS = 3_600_000;

/** What is guarded of a session. */
type Guarded = Pick<Session, 'state' | 'clock' | 'away' | 'lock' | 'setBlank'>;

/**
 * Covers the app when it is put away or loses the focus, and locks it after the person's own grace and after
 * idle time. It locks at once when the page goes: a browser may keep it, and bring it back as it was. A picker or camera that the app opened itself holds the lock off for two minutes, covered.
 */
export const guard = (session: Guarded): (() => void) => {
  let hiddenSince: Moment | null = null;
  let touched = session.clock.ticks();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settings = () => {
    const state = session.state.peek();
    const book = state.at === 'together' ? state.helping.book : state.at === 'open' ? state.book : null;
    return book?.settings.peek() ?? null;
  };
  const hiddenTooLong = (): boolean => {
    const own = settings();
    if (!own || hiddenSince === null || session.away?.pickerOpen) return false;
    return since(session.clock, hiddenSince) >= own.hideSeconds * 1000;
  };
  const idleTooLong = (idleSeconds: number): boolean => {
    const may = Math.max(idleSeconds * 1000, session.away?.watched ? WATCHED_MS : 0);
    return session.clock.ticks() - touched >= may;
  };
  const helpedLong = (): boolean => {
    const state = session.state.peek();
    return state.at === 'together' && since(session.clock, state.helping.began) >= HELP_MS;
  };
  const check = (): void => {
    const own = settings();
    if (!own) return;
    // Looking for a photo is not being idle.
    if (session.away?.pickerOpen) touch();
    if (hiddenTooLong()) void session.lock('hid');
    else if (idleTooLong(own.idleSeconds) || helpedLong()) void session.lock('idle');
  };
  const cover = (): void => {
    const away = document.visibilityState === 'hidden';
    session.setBlank(away || !document.hasFocus());
    if (away) {
      hiddenSince ??= moment(session.clock);
      // What is being typed goes to disk now: a phone may never give the page another moment.
      void session.away?.flush();
      const own = settings();
      clearTimeout(timer);
      if (own) timer = setTimeout(check, own.hideSeconds * 1000);
      return;
    }
    clearTimeout(timer);
    check();
    hiddenSince = null;
  };
  const gone = (): void => void session.lock('hid');
  const touch = (): void => {
    touched = session.clock.ticks();
  };

  const beat = setInterval(check, BEAT);
  const stopWatching = effect(() => {
    if ('madeUp' in session.state.value) touch();
  });
  const inputs = ['pointerdown', 'keydown', 'scroll', 'input'] as const;
  for (const name of inputs) document.addEventListener(name, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', cover);
  window.addEventListener('blur', cover);
  window.addEventListener('focus', cover);
  window.addEventListener('pagehide', gone);
  // It may have been put away while it was opening.
  cover();
  return () => {
    clearInterval(beat);
    clearTimeout(timer);
    stopWatching();
    for (const name of inputs) document.removeEventListener(name, touch, { capture: true });
    document.removeEventListener('visibilitychange', cover);
    window.removeEventListener('blur', cover);
    window.removeEventListener('focus', cover);
    window.removeEventListener('pagehide', gone);
  };
};
