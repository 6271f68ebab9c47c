import type { SpareState } from '../../../app/backing-up.ts';
import type { Settings } from '../../../app/codec.ts';
import { daysBetween } from '../../../domain/date.ts';

/** So many things first: nobody is asked about a record that is hardly begun. */
const FIRST = 10;

/** Where the browser may clear it, fewer are worth the question. */
const UNSAFE = 5;

/** Days of quiet between two questions. */
const QUIET = 7;

/** What the question goes by. Days are civil days. */
interface Now {
  state: Pick<SpareState, 'last' | 'changed'>;
  settings: Pick<Settings, 'persisted' | 'asked'>;
  today: string;
}

/** Whether it is time to ask for a spare copy: once after the first ten things, and where the browser may clear them. */
export const timeToAsk = ({ state: { last, changed }, settings, today }: Now): boolean => {
  const before = settings.asked?.spare;
  const unsafe = settings.persisted === false && changed >= UNSAFE;
  // Either way: by a clock that was wrong it would never be time again.
  if (before !== undefined) return unsafe && Math.abs(daysBetween(before, today)) >= QUIET;
  return unsafe || (!last && changed >= FIRST);
};
