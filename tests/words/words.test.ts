import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { madeUpItems } from '../../src/domain/made-up.ts';
import { readNumbers } from '../../src/outside/numbers.ts';
import { type Catalogue, catalogue, kindWords, readingsOf, screenWords } from './catalogue.ts';
import { countsOf, gradeOf, sentencesOf, sumOf, wordsOf } from './reading.ts';
import { stigmaIn } from './stigma.ts';

const SCHOOL_YEAR = 6;
const ONE_MESSAGE = 8;
const LONG_MESSAGE = 8;
const LONGEST_SENTENCE = 14;

/** Capitals that people say as they are written. */
const letters = new Set('PIN PINs PDF QR RNA SVR ID ACT GP AB MB LGBTIQ'.split(' '));

type Finding = string;
type Rule = (key: string, message: string) => Finding[];

const over = (words: Catalogue, rule: Rule): Finding[] =>
  Object.entries(words).flatMap(([key, message]) => rule(key, message).map(found => `${key}: ${found}`));

const hardToRead: Rule = (_, message) =>
  readingsOf(message).flatMap(text => {
    const grade = gradeOf(countsOf(text));
    return wordsOf(text).length >= LONG_MESSAGE && grade > ONE_MESSAGE
      ? [`year ${grade.toFixed(1)}: ${text}`]
      : [];
  });

const longSentences: Rule = (_, message) =>
  readingsOf(message)
    .flatMap(sentencesOf)
    .filter(sentence => wordsOf(sentence).length > LONGEST_SENTENCE);

const stigma: Rule = (_, message) => readingsOf(message).flatMap(stigmaIn);

const tone: Rule = (_, message) => {
  const found: string[] = readingsOf(message).flatMap(
    text => text.match(/!|\b(?:successfully|please)\b/gi) ?? [],
  );
  const shouted = message.replace(/\{[^}]*\}?/g, ' ').match(/\b[A-Z]{2,}s?\b/g) ?? [];
  return [...found, ...shouted.filter(word => !letters.has(word))];
};

const uncompiled: Rule = (_, message) => {
  try {
    readingsOf(message);
    return [];
  } catch (error) {
    return [String(error)];
  }
};

const braces: Rule = (_, message) => message.match(/[{}]/g) ?? [];

const gradeOfAll = (messages: readonly string[]): number =>
  gradeOf(sumOf(messages.flatMap(readingsOf).map(countsOf)));

describe('every word the app can say', () => {
  test('there are words to read', () => expect(Object.keys(catalogue).length).toBeGreaterThan(300));

  test('all of it reads at Year 6 or lower', () =>
    expect(gradeOfAll(Object.values(catalogue))).toBeLessThanOrEqual(SCHOOL_YEAR));

  test('so does what is more than a label, taken alone', () => {
    const prose = Object.values(catalogue).filter(message => wordsOf(message).length >= LONG_MESSAGE);
    expect(gradeOfAll(prose)).toBeLessThanOrEqual(SCHOOL_YEAR);
  });

  test('no message of eight words or more is over Year 8', () =>
    expect(over(catalogue, hardToRead)).toEqual([]));

  test('no sentence has more than fourteen words', () => expect(over(catalogue, longSentences)).toEqual([]));

  test('no word hurts', () => expect(over(catalogue, stigma)).toEqual([]));

  test('no shouting, no pleading', () => expect(over(catalogue, tone)).toEqual([]));

  test('every message compiles', () => expect(over(screenWords, uncompiled)).toEqual([]));

  test('the kinds’ words have no braces', () => expect(over(kindWords, braces)).toEqual([]));

  test('the made-up person is told with respect', () => {
    const told = madeUpItems('2026-05-12').flatMap(({ values }) => Object.values(values));
    expect(told.flatMap(text => stigmaIn(JSON.stringify(text)))).toEqual([]);
  });
});

describe('the numbers that ship', () => {
  const { numbers } = readNumbers(readFileSync('public/numbers.json', 'utf8'));
  const told = numbers.map(number => number.for);

  test('are told in plain words', () => {
    expect(told.length).toBeGreaterThan(0);
    expect(gradeOfAll(told)).toBeLessThanOrEqual(SCHOOL_YEAR);
    expect(told.flatMap(text => [...hardToRead('', text), ...longSentences('', text)])).toEqual([]);
  });

  test('and with respect', () =>
    expect(told.flatMap(text => [...stigma('', text), ...tone('', text)])).toEqual([]));
});

describe('each rule can say no', () => {
  const hard =
    'Authentication credentials necessitate periodic revalidation subsequent to extended inactivity intervals.';

  test.each<[Rule, string]>([
    [hardToRead, hard],
    [
      longSentences,
      'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.',
    ],
    [stigma, 'For drug users'],
    [stigma, '{n, plural, one {You failed} other {Fine}}'],
    [stigma, 'Stay CLEAN.'],
    [stigma, 'Non-compliant with treatment'],
    [tone, 'Saved!'],
    [tone, 'Please wait'],
    [tone, 'Saved successfully'],
    [tone, 'READ this'],
    [uncompiled, '{n, plural, one {# thing}'],
    [braces, 'Hello {name}'],
  ])('%o to %j', (rule, message) => expect(rule('key', message)).not.toEqual([]));

  test('the grade is Flesch and Kincaid’s', () => {
    expect(gradeOf(countsOf('The cat sat on the mat.'))).toBeCloseTo(-1.45, 2);
    expect(gradeOf(countsOf('My sister keeps a copy. She will ring the doctor.'))).toBeCloseTo(
      2.47 - 1.18,
      0,
    );
  });

  test('hard words all over are over Year 6', () => expect(gradeOfAll([hard])).toBeGreaterThan(SCHOOL_YEAR));

  test('plain words are none of these', () => {
    for (const rule of [hardToRead, longSentences, stigma, tone, uncompiled])
      expect(
        rule('key', 'Your PIN opens it. {n, plural, one {# thing} other {# things}} to look at.'),
      ).toEqual([]);
    expect(stigmaIn('cleanser, refusenik, user-friendly, Madison')).toEqual([]);
  });
});
