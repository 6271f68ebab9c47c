import { type Signal, signal } from '@preact/signals';
import type { Book } from '../../../app/book.ts';
import { loadNumbers, numbersRead } from '../../../app/numbers.ts';
import type { HelpNumber, NumberQuery } from '../../../domain/numbers.ts';
import { sourceLine } from '../../../domain/said.ts';
import type { Ways } from '../../../domain/show.ts';
import type { SourceProps } from '../../parts/marks.tsx';
import { locale } from '../../words/words.ts';
import { useLoaded } from '../loaded.ts';

/** The list of numbers; `null` for the moment until it is read. */
export const useDirectory = () => useLoaded(loadNumbers) ?? numbersRead();

/** What each open record looks for, so that it still stands after Back. A lock forgets it. */
const queries = new WeakMap<Book, Signal<NumberQuery>>();

export const queryIn = (book: Book): Signal<NumberQuery> => {
  const known = queries.get(book) ?? signal<NumberQuery>({ text: '', need: null });
  queries.set(book, known);
  return known;
};

const hostOf = (source: string): string => new URL(source).hostname.replace(/^www\./, '');

/** Whose pages say so: "health.act.gov.au and cahma.org.au". */
export const hostsOf = ({ sources }: HelpNumber): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format([...new Set(sources.map(hostOf))]);

/** The first of them and when, for a row; with its age once that asks to be looked at. */
export const sourceOf = ({ sources, checkedOn }: HelpNumber, ways: Ways): SourceProps => {
  const source = { type: 'document', name: sources.slice(0, 1).map(hostOf).join() } as const;
  const { type, text, age } = sourceLine({ source, asOf: checkedOn, lookedAt: checkedOn }, ways);
  return { type, text, old: age };
};
