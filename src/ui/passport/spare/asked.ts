import { randomBytes } from '../../../lib/bytes.ts';

/** Words that are asked back. */
const ASKED = 3;

/** Letters that decide between any two words of the list. */
const DECIDE = 4;

/** A number below `count`, each as likely as any other. `count` is at most 256. */
const below = (count: number): number => {
  const fair = 256 - (256 % count);
  let byte = fair;
  while (byte >= fair) byte = randomBytes(1)[0]!;
  return byte % count;
};

/** Which of so many words are asked back: three different places by chance, from 0, in order. */
export const placesToAsk = (count: number, pick = below): number[] => {
  const places = Array.from({ length: count }, (_, place) => place);
  const asked = Array.from({ length: ASKED }, () => places.splice(pick(places.length), 1)[0]!);
  return asked.sort((a, b) => a - b);
};

/** Is this that word? Capitals and spaces don't count, and the first four letters are enough. */
export const isWord = (typed: string, word: string): boolean =>
  typed
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, DECIDE) === word.slice(0, DECIDE);
