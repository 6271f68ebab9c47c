import { useEffect, useState } from 'preact/hooks';
import type { Purpose, ShareEntry } from '../../../domain/share.ts';
import type { Clock } from '../../../lib/clock.ts';
import { locale, t } from '../../words/words.ts';

const MINUTE = 60_000;

/** When a page that was shown closes, ms since 1970. */
export const closesAt = (entry: ShareEntry): number => Date.parse(entry.at) + entry.minutes * MINUTE;

/** It went out by a code of either kind or a file: there is a page that opens for a time. */
export const hasPage = ({ by, stayed }: ShareEntry): boolean =>
  !stayed && by !== 'print' && by !== 'large-text';

/**
 * A page that was let out: not stopped, and its time is not up. One that was let out further ahead than it lasts was so
 * by a clock that was wrong, and would else stay open for years.
 */
export const isOpen = (entry: ShareEntry, now: number): boolean =>
  hasPage(entry) && !entry.stoppedAt && Math.abs(now - Date.parse(entry.at)) < entry.minutes * MINUTE;

/** Whole minutes until then, rounded up; 0 when it is over. */
export const minutesLeft = (entry: ShareEntry, now: number): number =>
  Math.max(0, Math.ceil((closesAt(entry) - now) / MINUTE));

/** "Closes in 58 minutes", "Closes in 3 hours", "Closes in 6 days". */
export const closesText = (minutes: number): string => {
  if (minutes <= 0) return t('show.closed');
  if (minutes < 120) return t('show.closes.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('show.closes.hours', { count: hours });
  return t('show.closes.days', { count: Math.floor(hours / 24) });
};

/** "11:28 am", with the day when it is not today. */
export const clockText = (at: number, now: number): string => {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = sameDay
    ? { hour: 'numeric', minute: '2-digit' }
    : { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale(), options).format(at);
};

/** "A pharmacist", or the person's own words for who it is. */
export const whoText = (entry: { purpose: Purpose; to: string }): string =>
  entry.to.trim() || t(`show.purpose.${entry.purpose}`);

/** "A code to scan". */
export const howText = ({ by, stayed }: ShareEntry): string => t(stayed ? 'log.stayed' : `log.by.${by}`);

/** The time now, moving on by itself while the screen is up. */
export const useNow = (clock: Clock): number => {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), MINUTE / 4);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
};
