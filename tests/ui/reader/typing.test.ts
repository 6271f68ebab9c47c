import { expect, test } from 'vitest';
import { pickedWords } from '../../../src/share/words.ts';
import {
  areWords,
  emptyFields,
  isGoingOn,
  isUnlisted,
  settle,
  type Typing,
  typeInto,
} from '../../../src/ui/reader/typing.ts';

const list = ['river', 'lamp', 'copper', 'tune', 'elbow', 'yo-yo', 'pearl', 'erode', 'perch'];
const noWords = emptyFields(4);
const wordOf = (letters: string): string | null =>
  list.find(word => word.startsWith(letters.slice(0, 3))) ?? null;

/** Keys as they arrive: each goes to the field that is up, after what stands there. */
const keys = (text: string, start: Typing = noWords): Typing => {
  let now = start;
  for (const key of text) now = typeInto(now, now.at, (now.fields[now.at] ?? '') + key, wordOf);
  return now;
};
const four = ['river', 'lamp', 'copper', 'tune'];

test('three letters of each, whole words, spaces or none, any case: all come to the same', () => {
  for (const typed of [
    'rivlamcoptun',
    'riverlampcoppertune',
    'RIVER lamp Copper tune',
    'riv lamp cop tune',
  ]) {
    expect(keys(typed).fields).toEqual(four);
  }
});

test('all four at once, wherever they land', () => {
  expect(typeInto(noWords, 2, ' River, lamp copper\ntune ', wordOf).fields).toEqual(four);
});

test('letters that went on with a word are given back when they begin the next', () => {
  // The rest of "river" is "er", and "elbow" begins with its first letter.
  expect(keys('rivelb').fields.slice(0, 2)).toEqual(['river', 'elbow']);
  expect(keys('riveelb').fields.slice(0, 2)).toEqual(['river', 'eelb']);
  expect(keys('rivlam').fields.slice(0, 2)).toEqual(['river', 'lamp']);
});

test('whoever goes to another field has ended the word: its first letters, swallowed before, come back', () => {
  const to = (at: number, text: string, now: Typing): Typing =>
    [...text].reduce((now, key) => typeInto(now, at, (now.fields[at] ?? '') + key, wordOf), now);
  let now = noWords;
  // The rest of "lamp" is "p", and "pearl" begins with it; then "elbow" and the rest of "river".
  for (const [at, text] of ['cop', 'lam', 'pea', 'tun'].entries()) now = to(at, text, now);
  expect(now.fields).toEqual(['copper', 'lamp', 'pearl', 'tune']);
  now = noWords;
  for (const [at, text] of ['cop', 'riv', 'ero', 'lam'].entries()) now = to(at, text, now);
  expect(now.fields).toEqual(['copper', 'river', 'erode', 'lamp']);
  // All three swallowed, and the field left empty: nobody passes one over.
  now = noWords;
  for (const [at, text] of ['lam', 'cop', 'per', 'tun'].entries()) now = to(at, text, now);
  expect(now.fields).toEqual(['lamp', 'copper', 'perch', 'tune']);
  // Back to mend an earlier one says nothing of the next.
  expect(to(0, 'riv', to(1, 'copper', noWords)).fields).toEqual(['river', 'copper', '', '']);
});

test('a Tab after a word, whole or begun, is the one that has moved on already', () => {
  expect(['cop', 'copp', 'copper', 'coppert', 'copper tun'].map(typed => isGoingOn(keys(typed)))).toEqual([
    true,
    true,
    true,
    false,
    true,
  ]);
});

test('a word can be taken apart again with Backspace', () => {
  const now = typeInto(keys('riv'), 0, 'rive', wordOf);
  expect(now.fields[0]).toBe('rive');
  expect(typeInto(now, 0, 'ri', wordOf).fields[0]).toBe('ri');
});

test('a word that is not on the list stays where it is, and is known as such', () => {
  const now = keys('zzz');
  expect(now.at).toBe(0);
  expect(isUnlisted(now.fields[0]!, wordOf)).toBe(true);
  expect(isUnlisted('zz', wordOf)).toBe(false);
});

test('the word with a dash', () => {
  expect(keys('yo-yolam').fields.slice(0, 2)).toEqual(['yo-yo', 'lamp']);
});

test('done only when all four are known', () => {
  expect(areWords(keys('rivlamcop'), wordOf)).toBe(false);
  expect(areWords(keys('rivlamcoptun'), wordOf)).toBe(true);
});

test('words of the real list, one after the other: whole ones never fail, three letters of each hardly ever', () => {
  const words = pickedWords();
  const decided = new Map(words.map(word => [word.replace('-', '').slice(0, 3), word]));
  const real = (letters: string): string | null => decided.get(letters.replace('-', '').slice(0, 3)) ?? null;
  const read = (text: string): string => {
    let now = noWords;
    for (const key of text) now = typeInto(now, now.at, (now.fields[now.at] ?? '') + key, real);
    return String(now.fields);
  };
  /** Each in its own field, gone to by hand; then Open. */
  const readEach = (texts: string[]): string => {
    let now = noWords;
    for (const [at, text] of texts.entries()) {
      for (const key of text) now = typeInto(now, at, (now.fields[at] ?? '') + key, real);
    }
    return String(settle(now, now.fields.length, real).fields);
  };
  let [fours, short] = [0, 0];
  // Every word with some hundred others after it, in each of the places.
  for (const [i, one] of words.entries()) {
    for (let step = process.env.HOLDFAST_LONG ? 1 : 29, at = i % step; at < words.length; at += step) {
      const pair = [one, words[at]!];
      const rest = [words[(i * 7 + at) % words.length]!, words[(i + at * 3) % words.length]!];
      const said = at % 2 === 0 ? [...pair, ...rest] : [...rest, ...pair];
      fours++;
      expect(read(said.join(''))).toBe(String(said));
      const three = said.map(word => word.replace('-', '').slice(0, 3));
      if (read(three.join('')) !== String(said)) short++;
      expect(readEach(three)).toBe(String(said));
    }
  }
  // Two codes in a thousand at most have to be typed again (it was one in a hundred before).
  expect(short / fours).toBeLessThan(0.002);
}, 300_000);
