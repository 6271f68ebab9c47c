/** How long a shown page stays open, as the person picks it. */
export type Length = '15' | '60' | 'today' | 'week';

/** In the order in which they are offered. */
export const lengths: readonly Length[] = ['15', '60', 'today', 'week'];

const MINUTE = 60_000;
const fixed: Record<Exclude<Length, 'today'>, number> = { '15': 15, '60': 60, week: 7 * 24 * 60 };

const restOfToday = (now: number): number => {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  return Math.max(1, Math.round((end.getTime() - now) / MINUTE));
};

/** Whole minutes from `now` (ms since 1970): for 'today' what is left until midnight, at least one. */
export const minutesOf = (length: Length, now: number): number =>
  length === 'today' ? restOfToday(now) : fixed[length];

/** What had been picked, from the minutes it gave. */
export const lengthOf = (minutes: number): Length =>
  lengths.find(length => length !== 'today' && fixed[length] === minutes) ?? 'today';
