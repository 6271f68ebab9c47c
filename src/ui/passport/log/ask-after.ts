import type { ShareEntry } from '../../../domain/share.ts';
import { isOpen } from '../show/closes.ts';

/** It went out and closed, and nobody has asked yet how it went. */
export const mayAsk = (entry: ShareEntry, now: number): boolean =>
  !entry.stayed && !entry.asked && !isOpen(entry, now);

const dayOf = (at: number): string => new Date(at).toDateString();

/**
 * What Today may ask about: what was shown last, today or yesterday, once it closed. Nothing while any page is open:
 * then the person is still there. One share shown in two ways is asked about once.
 *
 * @param shares newest first
 */
export const toAskAbout = (shares: readonly ShareEntry[], now: number): ShareEntry | null => {
  if (shares.some(entry => isOpen(entry, now))) return null;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  const days = [dayOf(now), dayOf(yesterday.getTime())];
  const done = new Set(shares.flatMap(({ asked, share }) => (asked && share ? [share] : [])));
  const recent = shares.filter(
    ({ at, share }) => days.includes(dayOf(Date.parse(at))) && !(share && done.has(share)),
  );
  return recent.find(entry => mayAsk(entry, now)) ?? null;
};
