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
}

const Context = createContext<View | null>(null);
export const ViewProvider = Context.Provider;
export const useView = (): View => useContext(Context)!;

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** A share's minute as a said date of this device's calendar. */
export const saidMinute = (minutes: number): string => {
  const date = new Date(minutes * 60_000);
  if (Number.isNaN(date.getTime())) return '';
  return `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** Every date with its year, as a page that is filed needs. */
export const viewOf = (
  share: Share,
  opened: Date,
  preview: boolean,
  files: readonly SharedFile[] = [],
): View => {
  const { date, span } = createFormats(locale());
  return {
    share,
    who: nameOf(share.items),
    ways: { words: kindWord, date, span, today: dayOf(opened) },
    files,
    preview,
  };
};

/** "11:28 am" when it is the same day as `beside`; `null` otherwise, when it needs its date. */
export const clockText = (minutes: number, beside: Date): string | null => {
  const at = new Date(minutes * 60_000);
  if (at.toDateString() !== beside.toDateString()) return null;
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(at);
};
