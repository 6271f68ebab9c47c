/** Two clocks: the calendar's, which anyone can set, and one that only runs forward. */
export interface Clock {
  /** Milliseconds since 1970 by the device's calendar. May be wrong, may jump. */
  now(): number;
  /** Milliseconds on a clock that never runs backward and that nobody can set. */
  ticks(): number;
}

export const deviceClock: Clock = { now: () => Date.now(), ticks: () => performance.now() };

/** One moment by both clocks. */
export interface Moment {
  readonly now: number;
  readonly ticks: number;
}

export const moment = (clock: Clock): Moment => ({ now: clock.now(), ticks: clock.ticks() });

/**
 * Milliseconds since then, by the clock that says more: on many phones the one stands still while they sleep, and
 * the other can be set by anyone. For what must end in time, never for a wait that someone wants over.
 */
export const since = (clock: Clock, then: Moment): number =>
  Math.max(clock.now() - then.now, clock.ticks() - then.ticks);

/** The civil day here, `YYYY-MM-DD`. */
export const today = (clock: Clock): string => {
  const day = new Date(clock.now());
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
