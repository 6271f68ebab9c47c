/** What a list of words can say: those that begin with these letters. Four letters decide a word. */
export type Matches = (letters: string) => readonly string[];

/** A word as it was typed: where in the text, and which word of the list it is; `null` for none. */
export interface Place {
  readonly typed: string;
  readonly from: number;
  readonly to: number;
  readonly word: string | null;
}

/** So many letters decide which word it is: whatever follows them is a slip of the finger. */
const DECIDE = 4;
const SUGGEST_FROM = 2;
const MOST_SUGGESTED = 8;

const lettersOf = (typed: string): string => typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** "act" is a word although "actor" begins so; "acto" and "actorr" are "actor". */
const wordOf = (typed: string, matches: Matches): string | null => {
  const letters = lettersOf(typed);
  const all = matches(letters.slice(0, DECIDE));
  if (all.includes(letters)) return letters;
  return all.length === 1 ? all[0]! : null;
};

/** The words in a text, in their order. Only letters count: numbers before them, commas and line breaks don't. */
export const placesIn = (text: string, matches: Matches): Place[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: typed, index }) => ({
    typed,
    from: index,
    to: index + typed.length,
    word: wordOf(typed, matches),
  }));

/** The place that the cursor stands at the end of: it is being typed. */
export const placeAt = (places: readonly Place[], cursor: number): Place | undefined =>
  places.find(({ to }) => to === cursor);

/** What the word being typed may become; none where there is nothing to add, or too much to choose from. */
export const suggestionsFor = ({ typed, word }: Place, matches: Matches): readonly string[] => {
  const letters = lettersOf(typed);
  if (letters.length < SUGGEST_FROM) return [];
  if (word !== null && letters.length >= DECIDE) return word === letters ? [] : [word];
  const all = matches(letters).filter(one => one !== letters);
  return letters.length === SUGGEST_FROM && all.length > MOST_SUGGESTED ? [] : all.slice(0, MOST_SUGGESTED);
};

/** The text with this word at that place, and where the cursor goes: behind the space after it. */
export const withWord = (
  text: string,
  { from, to }: Place,
  word: string,
): { text: string; cursor: number } => ({
  text: `${text.slice(0, from)}${word} ${text.slice(to).trimStart()}`,
  cursor: from + word.length + 1,
});
