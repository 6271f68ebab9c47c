import { type Signal, signal } from '@preact/signals';
import type { Book } from '../../../app/book.ts';
import type { Item } from '../../../domain/item.ts';
import { privacyOf } from '../../../domain/parts.ts';
import { sourceLine } from '../../../domain/said.ts';
import { coverOf, lineOf, rowOf, titleOf, type Ways } from '../../../domain/show.ts';
import { asksToLookAgain, type Usage } from '../../../domain/stale.ts';
import type { SourceProps } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';

/** Which books have their covered things showing. A new unlock opens a new book, so a lock covers them again. */
const uncovered = new WeakMap<Book, Signal<boolean>>();

export const uncoveredIn = (book: Book): Signal<boolean> => {
  const known = uncovered.get(book) ?? signal(false);
  uncovered.set(book, known);
  return known;
};

/** Just for the person, and not shown by them: nothing of it may stand on the screen. A part goes with its thing. */
export const isCovered = (book: Book, item: Pick<Item, 'head'>): boolean =>
  privacyOf(item, book.all.value) === 'just-me' && !uncoveredIn(book).value;

/** A list row by the bus rule. Things just for me say what they are only once the person has shown them. */
export const rowFor = (item: Item, ways: Ways, shown = false): { title: string; line: string } =>
  shown && item.head.privacy === 'just-me'
    ? { title: titleOf(item.head, ways), line: lineOf(item.head, ways) }
    : rowOf(item, ways);

export const sourceFor = (
  version: Item['head'],
  ways: Ways,
  usage: Pick<Usage, 'gapEndedAt'>,
): SourceProps => {
  const { type, text, age } = sourceLine(version, ways, usage);
  // After a long gap a thing asks though it is not old.
  const asks = asksToLookAgain(version, ways.today, usage);
  return { type, text, old: age ?? (asks ? t('item.again.title') : undefined) };
};

/** What the lists call a kind of which nothing is kept yet. */
export const coverOfKind = (kind: string, ways: Ways): string => coverOf({ kind, values: {} }, ways);
