import type { SpareState } from '../../../app/backing-up.ts';
import type { Settings } from '../../../app/codec.ts';
import { daysBetween } from '../../../domain/date.ts';

/** So many things first: nobody is asked about a record that is hardly begun. */
const FIRST = 10;

/** Where the browser may clear it, fewer are worth the question. */
const UNSAFE = 5;

/** So many more, in no copy, and it is asked again however it was answered. */
const MORE = 30;

/** Days of quiet between two questions where the browser may clear it. */
const QUIET = 7;

/** What the question goes by. Days are civil days. */
interface Now {
  state: Pick<SpareState, 'last' | 'changed'>;
  settings: Pick<Settings, 'persisted' | 'asked'>;
  today: string;
}

/**
 * Whether it is time to ask for a spare copy: after the first ten things, after each thirty more that are in no copy,
 * and sooner where the browser may clear them.
 */
export const timeToAsk = ({ state: { last, changed }, settings, today }: Now): boolean => {
  const { spare: before, changed: then = 0 } = settings.asked ?? {};
  const unsafe = settings.persisted === false && changed >= UNSAFE;
  if (before === undefined) return unsafe || changed >= (last ? MORE : FIRST);
  // Either way: by a clock that was wrong it would never be time again.
  const isQuiet = Math.abs(daysBetween(before, today)) < QUIET;
  return (unsafe && !isQuiet) || changed - then >= MORE;
};
