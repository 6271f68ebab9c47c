import { expect, test } from 'vitest';
import { areWords, isUnlisted, noWords, type Typing, typeInto } from '../../../src/ui/reader/typing.ts';

const list = ['river', 'lamp', 'copper', 'tune', 'elbow', 'yo-yo'];
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
