/** The fields as they stand, which one is being typed in, and what is left of a word that is already known. */
export interface Typing {
  readonly fields: readonly string[];
  readonly at: number;
  /** The rest of the word that three letters decided: whoever types it out must not fill the next field with it. */
  readonly carry: string;
  /** What was typed of that rest, in case it turns out to begin the next word. */
  readonly eaten: string;
  /** A word was seen to end at its third letter: then the next ones most likely do. */
  readonly short: boolean;
}

/** The word that these letters decide; `null` when there is none. */
export type WordOf = (letters: string) => string | null;

const LETTERS = 3;

/** So many empty fields. */
export const emptyFields = (count: number): Typing => ({
  fields: Array<string>(count).fill(''),
  at: 0,
  carry: '',
  eaten: '',
  short: false,
});

/** Nothing in the field yet, and what was typed last went on with the word before, or may. */
export const isGoingOn = ({ fields, at, carry, eaten }: Typing): boolean =>
  !fields[at] && (carry !== '' || eaten !== '');

const split = (raw: string): string[] =>
  raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\byo[\s-]+yo\b/g, 'yo-yo')
    .split(/[^a-z-]+/)
    .filter(Boolean);

const put = (fields: readonly string[], at: number, words: readonly string[]): string[] =>
  fields.map((old, i) => words[i - at] ?? old);

/** Is this field's word known? */
export const isWord = (field: string, wordOf: WordOf): boolean =>
  field.length >= LETTERS && wordOf(field) !== null;

/** Enough letters to tell that this is no word of the list. */
export const isUnlisted = (field: string, wordOf: WordOf): boolean =>
  field.length >= LETTERS && wordOf(field) === null;

/** All known? */
export const areWords = ({ fields }: Typing, wordOf: WordOf): boolean =>
  fields.every(field => isWord(field, wordOf));

/** Several words at once, as pasted or dictated. All of them begin at the first field, wherever they land. */
const spread = (now: Typing, at: number, words: readonly string[], wordOf: WordOf): Typing => {
  const from = words.length >= now.fields.length ? 0 : at;
  const known = words.map(word => (word.length >= LETTERS && wordOf(word)) || word);
  return {
    fields: put(now.fields, from, known),
    at: Math.min(from + words.length, now.fields.length - 1),
    carry: '',
    eaten: '',
    short: now.short,
  };
};

/**
 * The rest of the word before was typed out, or so it looked: "joh" and then "nut" begins like "john". When what
 * follows is no word by itself but is one with those letters, they were the beginning of it.
 */
const afterEaten = (now: Typing, at: number, typed: string, wordOf: WordOf): Typing => {
  const whole = now.eaten + typed;
  const word = whole.length >= LETTERS ? wordOf(whole.slice(0, LETTERS)) : null;
  const last = at === now.fields.length - 1;
  const isEarly = typed.length < LETTERS && !(last && now.short);
  if (!word || isEarly || now.eaten.length >= LETTERS)
    return { ...now, fields: put(now.fields, at, [typed]) };
  const fields = put(now.fields, at, [word]);
  const rest = last ? '' : whole.slice(LETTERS);
  const next = { fields, at: last ? at : at + 1, carry: word.slice(LETTERS), eaten: '', short: true };
  return rest ? typeInto(next, at + 1, rest, wordOf) : next;
};

/**
 * Whoever goes on to field `at`, or past the last, has ended the word before: letters that had seemed to go on with
 * the one before it were its first after all, when the two make a word.
 */
export const settle = (now: Typing, at: number, wordOf: WordOf): Typing => {
  const typed = now.fields[now.at] ?? '';
  const whole = now.eaten + typed;
  // Nobody passes an empty field over; whoever goes back to mend another may leave one.
  const isBegun = typed !== '' || at > now.at;
  const isOpen = now.eaten !== '' && typed.length < LETTERS && whole.length >= LETTERS;
  const word = isBegun && isOpen ? wordOf(whole) : null;
  if (!word) return now;
  return { ...now, fields: put(now.fields, now.at, [word]), carry: '', eaten: '', short: true };
};

/**
 * Field `at` now reads `raw`. Three letters decide a word, so it is filled in and the next field is up; letters that
 * merely go on with that word are swallowed, and given back if they turn out to begin another.
 */
export const typeInto = (was: Typing, at: number, raw: string, wordOf: WordOf): Typing => {
  const now = at === was.at ? was : settle(was, at, wordOf);
  const parts = split(raw);
  if (parts.length > 1) return spread(now, at, parts, wordOf);
  let typed = parts[0] ?? '';
  let { short } = now;
  const before = now.fields[at] ?? '';
  const isLone = typed.length >= LETTERS && wordOf(typed) !== null && !short;
  if (typed && at === now.at && now.carry && !before) {
    if (now.carry.startsWith(typed)) {
      return { ...now, carry: now.carry.slice(typed.length), eaten: now.eaten + typed };
    }
    short ||= now.eaten === '';
    typed = now.eaten + typed;
  } else if (typed && at === now.at && now.eaten && !isLone) {
    return afterEaten(now, at, typed, wordOf);
  }
  const word = typed.length >= LETTERS && typed.length > before.length ? wordOf(typed) : null;
  if (!word) return { fields: put(now.fields, at, [typed]), at, carry: '', eaten: '', short };
  return {
    fields: put(now.fields, at, [word]),
    at: Math.min(at + 1, now.fields.length - 1),
    carry: word.startsWith(typed) ? word.slice(typed.length) : '',
    eaten: '',
    short,
  };
};
