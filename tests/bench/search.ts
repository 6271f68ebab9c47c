import { createFormats } from '../../src/domain/format.ts';
import type { Item, Version } from '../../src/domain/item.ts';
import { madeUpItems } from '../../src/domain/made-up.ts';
import { plainWords } from '../../src/domain/phrases.ts';
import { createSearch, type Found, SHOWN, searchText, wordsIn } from '../../src/domain/search.ts';
import type { Ways } from '../../src/domain/show.ts';
import { itemOf } from '../../src/domain/versions.ts';
import { atMost, type Row } from './support/row.ts';

const ITEMS = 10_000;
const REPEATS = 5;
const today = '2026-05-12';
const queries = [
  'methadone',
  'sertraline',
  'penicillin',
  'dana',
  'dr osei',
  'northside pharmacy',
  'my treatment',
  'blood test',
  'hep c',
  'hep b',
  'naloxone spray',
  'asthma',
  'puffer when i need it',
  'rash',
  'allergy',
  'medicine',
  'the label',
  'hospital letter',
  'where to find me',
  'text first',
  'locker',
  'sunday',
  'sister',
  'depression',
  'dose 4711',
  'clinic 42',
  'ainslie street',
  'sécond day',
  'creek road hub',
  'zzz',
  'e',
  'in the',
];
const backspaced = new Set(['sertraline', 'northside pharmacy', 'hospital letter', 'in the']);

const ways: Ways = { words: plainWords, today, ...createFormats('en-AU', today) };

/** The made-up person's things over and over, each with a number and some words of its own. */
const makeItems = (): Item[] => {
  const kept = madeUpItems(today);
  return Array.from({ length: ITEMS }, (_, at) => {
    const { id: _id, ...saying } = kept[at % kept.length]!;
    const text = Object.fromEntries(
      Object.entries(saying.values).map(([name, value]) => [
        name,
        typeof value === 'string' && name !== 'often' && value.includes(' ') ? `${value} ${at}` : value,
      ]),
    );
    const version: Version = {
      ...saying,
      values: text,
      id: `aa.${at}`,
      item: `i${at}`,
      parents: [],
      savedAt: '',
    };
    return itemOf([version]);
  });
};

/** What anyone would write first: every folded text, every word, each time; in the order kept, not by name. */
const plainScan = (items: readonly Item[]): ((query: string) => readonly Item[]) => {
  const searched = items.filter(item => item.head.privacy !== 'just-me');
  const texts = searched.map(item => searchText(item, ways));
  return query => {
    const words = wordsIn(query);
    const found: number[] = [];
    if (words.length > 0) {
      for (let at = 0; at < texts.length; at++)
        if (words.every(word => texts[at]!.includes(word))) found.push(at);
    }
    return found.map(at => searched[at]!);
  };
};

/** Every state the field passes through as the queries are typed, some taken back letter by letter. */
const keystrokes = (): string[] =>
  queries.flatMap(query => {
    const typed = [...query].map((_, at) => [...query].slice(0, at + 1).join(''));
    return backspaced.has(query) ? [...typed, ...typed.slice(0, -1).reverse()] : typed;
  });

const p95 = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

const timeOf = (search: (query: string) => unknown, query: string): number => {
  const start = performance.now();
  for (let n = 0; n < REPEATS; n++) search(query);
  return (performance.now() - start) / REPEATS;
};

/** As many found, and each that is shown is one of them, once; search alone puts them in order. */
const same = ({ items, total }: Found, scanned: readonly Item[]): boolean =>
  total === scanned.length &&
  new Set(items).size === Math.min(total, SHOWN) &&
  items.every(item => scanned.includes(item));

export const run = async (): Promise<Row[]> => {
  const items = makeItems();
  const scan = plainScan(items);
  const start = performance.now();
  const search = createSearch(items, ways);
  search('a');
  const ready = performance.now() - start;
  const strokes = keystrokes();
  for (const query of strokes)
    if (!same(search(query), scan(query))) throw new Error(`not the same: ${query}`);
  // In turn, so that both see the same machine.
  const times = strokes.map(query => ({ ours: timeOf(search, query), plain: timeOf(scan, query) }));
  const [ours, plain] = [p95(times.map(t => t.ours)), p95(times.map(t => t.plain))];
  const figures = `p95 of ${strokes.length} keystrokes: ${ours.toFixed(3)} ms, plain scan ${plain.toFixed(3)} ms`;
  return [
    atMost('search.keystroke', ours / plain, '× plain scan', 1, figures),
    {
      name: 'search.ready',
      value: ready,
      unit: 'ms',
      bar: null,
      holds: null,
      peers: 'once per set of items',
    },
  ];
};
