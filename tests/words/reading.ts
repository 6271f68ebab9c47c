import { syllable } from 'syllable';

/**
 * Names that the reader knows because they are in their life: a medicine, a test, an agency, a brand. They count as
 * words of two syllables. Nothing else belongs here: a long word with a short one beside it gets the short one.
 */
const known = new Set(
  [
    [
      'buprenorphine',
      'methadone',
      'naloxone',
      'opioid',
      'prescriber',
      'pharmacist',
      'pharmacists',
      'pharmacy',
    ],
    ['hepatitis', 'antibody', 'cirrhosis', 'ultrasound', 'pregnancy', 'vaccination', 'interpreter'],
    [
      'canberra',
      'centrelink',
      'medicare',
      'holdfast',
      'webassembly',
      'vietnamese',
      'iphone',
      'ipad',
      'pdf',
      'rna',
    ],
    ['emergency'],
  ].flat(),
);

export interface Counts {
  words: number;
  sentences: number;
  syllables: number;
}

/** Sentences end with a stop, a question mark or a line; a label is one. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!…])\s+|\n+/)
    .map(s => s.trim())
    .filter(s => wordsOf(s).length > 0);

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'./-]*/gu) ?? [];

const syllablesIn = (word: string): number =>
  known.has(word.toLowerCase().replace(/[’'.]s?$/, '')) ? 2 : Math.max(1, syllable(word));

export const countsOf = (text: string): Counts => {
  const words = wordsOf(text);
  return {
    words: words.length,
    sentences: sentencesOf(text).length,
    syllables: words.reduce((sum, word) => sum + syllablesIn(word), 0),
  };
};

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, c) => ({
      words: sum.words + c.words,
      sentences: sum.sentences + c.sentences,
      syllables: sum.syllables + c.syllables,
    }),
    { words: 0, sentences: 0, syllables: 0 },
  );

/** Flesch–Kincaid grade: about the school year in which it reads well. */
export const gradeOf = ({ words, sentences, syllables }: Counts): number =>
  words === 0 ? 0 : (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
