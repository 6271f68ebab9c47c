import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createFormats } from '../../domain/format.ts';
import { nameOf } from '../../domain/plain.ts';
import type { Share, SharedFile } from '../../domain/share.ts';
import type { Ways } from '../../domain/show.ts';
import { kindWord, locale } from '../words/words.ts';

/** What every part of the page needs to know. */
export interface View {
  share: Share;
  /** What to call the person: "Jess". Empty when they gave no name. */
  who: string;
  ways: Ways;
  /** Photos and PDFs that came with it. */
  files: readonly SharedFile[];
  /** On the person's own phone, before it goes out: nothing to press. */
  preview: boolean;
  /** This device's clock is so far behind the phone that made it that one of the two is wrong. */
  behind: boolean;
}

const Context = createContext<View | null>(null);
export const ViewProvider = Context.Provider;
export const useView = (): View => useContext(Context)!;

/** Two clocks that are right differ by less, whatever time zone they were set for. */
const CLOCK_SLACK_MS = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');
/** A day of this device's calendar, as `YYYY-MM-DD`. */
export const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** A share's minute as a said date of this device's calendar. */
export const saidMinute = (minutes: number): string => {
  const date = new Date(minutes * 60_000);
  if (Number.isNaN(date.getTime())) return '';
  return `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/**
 * Every date with its year, as a page that is filed needs. It can't have been opened before it was made: on a device
 * whose clock says so, ages and dates go by the phone that made it.
 */
export const viewOf = (
  share: Share,
  opened: Date,
  preview: boolean,
  files: readonly SharedFile[] = [],
): View => {
  const { date, span } = createFormats(locale());
  const made = new Date(share.made * 60_000);
  const behind = made.getTime() - opened.getTime() > CLOCK_SLACK_MS;
  return {
    share,
    who: nameOf(share.items),
    ways: { words: kindWord, date, span, today: dayOf(behind ? made : opened) },
    files,
    preview,
    behind,
  };
};

/** "11:28 am" when it is the same day as `beside`; `null` otherwise, when it needs its date. */
export const clockText = (minutes: number, beside: Date): string | null => {
  const at = new Date(minutes * 60_000);
  if (at.toDateString() !== beside.toDateString()) return null;
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(at);
};
