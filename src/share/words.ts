import { utf8 } from '../lib/bytes.ts';
import { NEVER_PICKED, WORD_LIST } from './word-list.ts';

/** Code words in a share. */
const WORD_COUNT = 4;
/** Code words that open a spare copy on its way to a new phone: it may lie in a chat for years. */
export const MOVE_WORDS = 6;
/** So many letters decide which word it is. */
const PREFIX = 3;

/** Letters alone count: "yo-yo" is "yoy". */
const prefixOf = (word: string): string => word.replace(/[^a-z]/g, '').slice(0, PREFIX);

const split = (text: string): string[] => text.trim().split(/\s+/);

interface List {
  /** By their first three letters. */
  readonly byPrefix: ReadonlyMap<string, string>;
  readonly picked: readonly string[];
}

let list: List | null = null;

function wordList(): List {
  if (list) return list;
  const words = split(WORD_LIST);
  const never = new Set(split(NEVER_PICKED));
  list = {
    byPrefix: new Map(words.map(word => [prefixOf(word), word])),
    picked: words.filter(word => !never.has(word)),
  };
  return list;
}

/** Words that `makeWords` picks from: how many bits four of them are worth is 4 · log₂ of their number. */
export const pickedWords = (): readonly string[] => wordList().picked;

/** Random words, each as likely as any other. */
export function makeWords(count = WORD_COUNT): string[] {
  const { picked } = wordList();
  // What is left over at the top of 2³² would make the first words likelier; it is thrown again.
  const fair = 2 ** 32 - (2 ** 32 % picked.length);
  const words: string[] = [];
  while (words.length < count) {
    const [draw] = crypto.getRandomValues(new Uint32Array(1));
    if (draw! < fair) words.push(picked[draw! % picked.length]!);
  }
  return words;
}

/** The four words that 32 random bytes are: 64 bits each, so that none is likelier by more than one in 2⁵³. */
export function wordsOf(bytes: Uint8Array): string[] {
  const { picked } = wordList();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(
    { length: WORD_COUNT },
    (_, at) => picked[Number(view.getBigUint64(8 * at) % BigInt(picked.length))]!,
  );
}

/** What was typed as code words: all of them, or what is wrong with it. */
export type ParsedWords =
  | { words: string[] }
  /** `at` is the place (from 0) of what is no word of the list. */
  | { unknown: { at: number; typed: string } }
  /** All are words, but not as many as there should be. */
  | { count: number };

/**
 * Reads code words as a person types them: any case, any spaces or punctuation, the whole word or its first three
 * letters, and whatever follows those.
 */
export function parseWords(text: string, count = WORD_COUNT): ParsedWords {
  const { byPrefix } = wordList();
  const typed = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    // The one word of the list that isn't letters alone. It is never picked, and still understood.
    .replace(/\byo[\s\p{Pd}]*yo/gu, 'yoyo')
    .split(/[^a-z]+/)
    .filter(Boolean);
  const found = typed.map(word => byPrefix.get(prefixOf(word)));
  const at = found.indexOf(undefined);
  if (at >= 0) return { unknown: { at, typed: typed[at]! } };
  if (found.length !== count) return { count: found.length };
  return { words: found.filter(word => word !== undefined) };
}

/** The word of the list that these letters decide, as `parseWords` reads them; `null` when there is none. */
export function wordOf(letters: string): string | null {
  const parsed = parseWords(letters, 1);
  return 'words' in parsed ? (parsed.words[0] ?? null) : null;
}

/** The secret that four words are: their first three letters, joined. Throws a RangeError for other than four. */
export function wordsSecret(words: readonly string[]): Uint8Array<ArrayBuffer> {
  if (words.length !== WORD_COUNT) throw new RangeError('words');
  return utf8(words.map(prefixOf).join(''));
}
