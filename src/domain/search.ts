import type { Item } from './item.ts';
import { kindOf } from './kinds.ts';
import { isFilled, kindLabel, titleOf, valueText, type Ways } from './show.ts';

/** How many of the found things a list shows; the rest is a number. */
export const SHOWN = 50;
/** Up to how many finds are put in order: beyond, another letter helps more than any order. */
const ORDERED = 1000;

export interface Found {
  /** Those whose name begins with what was typed, then the others; each in the order of the items searched. */
  items: readonly Item[];
  total: number;
}

/** Text as search sees it: no case, no accents, one kind of apostrophe. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();

/** The words of a query, each once, longest first: a long word leaves the least to look through. */
export const wordsIn = (query: string): string[] =>
  [...new Set(fold(query).split(/\s+/).filter(Boolean))].sort((a, b) => b.length - a.length);

/** Everything of an item that search reads: its kind, its fields as shown, its own name, who said it and when. */
export const searchText = (item: Item, ways: Ways): string => {
  const kind = kindOf(item.kind);
  if (!kind) return '';
  const { values, source, asOf } = item.head;
  const parts = [kindLabel(kind, ways.words)];
  if (item.head.absence && kind.none) parts.push(ways.words(`kind.${kind.id}.none`, kind.none));
  for (const field of kind.fields) {
    if (field.hidden || field.type === 'file' || !isFilled(field, values)) continue;
    parts.push(valueText(kind, field, values[field.name] ?? '', ways));
  }
  parts.push(source.name ?? '', source.checkedBy ?? '', ways.date(asOf));
  return fold(parts.join('\n'));
};

/** A character as a number that no pair has. */
const charAt = (text: string, at: number): number => -1 - text.charCodeAt(at);
/** Two neighbouring characters as one number. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

interface Index {
  texts: readonly string[];
  /** Folded names, a space before each word. */
  names: readonly string[];
  /** Which texts hold a character, or a pair of them, in order. */
  holders: ReadonlyMap<number, readonly number[]>;
}

const indexOf = (texts: readonly string[], names: readonly string[]): Index => {
  const holders = new Map<number, number[]>();
  const add = (key: number, at: number): void => {
    const list = holders.get(key);
    if (!list) holders.set(key, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  };
  texts.forEach((text, at) => {
    for (let i = 0; i < text.length; i++) {
      add(charAt(text, i), at);
      if (i + 1 < text.length) add(pairAt(text, i), at);
    }
  });
  return { texts, names, holders };
};

const NOBODY: readonly number[] = [];

/** The shortest list of texts that can hold the word: those with its rarest pair. */
const mayHold = (word: string, { holders }: Index): readonly number[] => {
  if (word.length === 1) return holders.get(charAt(word, 0)) ?? NOBODY;
  let best: readonly number[] | null = null;
  for (let i = 0; i + 1 < word.length; i++) {
    const list = holders.get(pairAt(word, i)) ?? NOBODY;
    if (!best || list.length < best.length) best = list;
  }
  return best ?? NOBODY;
};

const lookUp = (words: readonly string[], index: Index): readonly number[] => {
  let fewest: readonly number[] | null = null;
  for (const word of words) {
    const list = mayHold(word, index);
    if (!fewest || list.length < fewest.length) fewest = list;
  }
  if (!fewest) return NOBODY;
  const [only] = words;
  // One or two letters: the index itself is the answer.
  if (words.length === 1 && only !== undefined && only.length <= 2) return fewest;
  return fewest.filter(at => words.every(word => index.texts[at]?.includes(word)));
};

/** Names that begin with one of the words come first: "se" means sertraline before someone at a service. */
const inOrder = (found: readonly number[], words: readonly string[], { names }: Index): readonly number[] => {
  if (found.length > ORDERED) return found;
  const named = (at: number): boolean => words.some(word => names[at]?.includes(` ${word}`));
  return [...found.filter(named), ...found.filter(at => !named(at))];
};

/**
 * Search that answers while typing. Builds an index of letters and pairs of letters once per set of items, so a
 * keystroke reads only the texts that have the rarest pair of what was typed. Just me things are found only when
 * `uncovered`. An empty query finds nothing.
 */
export const createSearch = (
  items: Iterable<Item>,
  ways: Ways,
  uncovered = false,
): ((query: string) => Found) => {
  const searched = [...items].filter(item => uncovered || item.head.privacy !== 'just-me');
  let index: Index | null = null;
  return query => {
    index ??= indexOf(
      searched.map(item => searchText(item, ways)),
      searched.map(item => fold(` ${titleOf(item.head, ways)}`)),
    );
    const words = wordsIn(query);
    const found = inOrder(lookUp(words, index), words, index);
    const shown = found.slice(0, SHOWN).flatMap(at => searched[at] ?? []);
    return { items: shown, total: found.length };
  };
};
