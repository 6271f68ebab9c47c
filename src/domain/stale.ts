import { ageInMonths, daysBetween } from './date.ts';
import type { Version } from './item.ts';
import { kindOf } from './kinds.ts';
import { hasEnded } from './show.ts';

/** Months after which a thing asks to be looked at again. */
export const LOOK_AGAIN_MONTHS = 4;
/** Days without the app that count as a long gap: much may have changed meanwhile. */
const LONG_GAP_DAYS = 60;

/** When the app was in use. Kept by the app; both are `YYYY-MM-DD`. */
export interface Usage {
  lastUsed: string;
  /** The day the person came back after the last long gap. */
  gapEndedAt?: string;
}

/** Usage as it stands once the app is opened today. A clock put back starts counting anew, so no gap is made up. */
export const usedToday = (usage: Usage, today: string): Usage => ({
  ...usage,
  lastUsed: today,
  ...(daysBetween(usage.lastUsed, today) >= LONG_GAP_DAYS ? { gapEndedAt: today } : {}),
});

/**
 * Does it ask to be looked at again, and why: `old`, four months since the person last looked; `gap`, not looked at
 * since they came back after a long time. `null` when it doesn't.
 *
 * A day that lies ahead means the clock was wrong, then or now. Up to four months ahead it counts as today; beyond
 * that we can't know, so it asks: looking again costs one press and writes the day anew, never asking could hide
 * a thing that is years old.
 */
export const asksToLookAgain = (
  version: Pick<Version, 'lookedAt'> & Partial<Pick<Version, 'kind' | 'values'>>,
  today: string,
  usage?: Pick<Usage, 'gapEndedAt'>,
): 'old' | 'gap' | null => {
  const { lookedAt } = version;
  // What has ended stays as it was, and so does how something felt on a day.
  const { kind = '', values = {} } = version;
  if (hasEnded({ kind, values }) || kindOf(kind)?.partOf) return null;
  const ago = ageInMonths(lookedAt, today);
  if (ago === null || ago >= LOOK_AGAIN_MONTHS) return 'old';
  if ((ageInMonths(today, lookedAt) ?? 0) >= LOOK_AGAIN_MONTHS) return 'old';
  const gapEnd = usage?.gapEndedAt;
  // A gap's end that lies ahead was written by a wrong clock and says nothing.
  if (gapEnd && gapEnd <= today && lookedAt < gapEnd) return 'gap';
  return null;
};
