// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recoveryWords } from '../../../src/app/kit.ts';
import { newEntropy, toWords } from '../../../src/backup/words.ts';
import { WordsEntry } from '../../../src/ui/parts/words-entry.tsx';
import back from '../../../src/ui/words/en-AU/back.json';
import { giveAlso, giveWords } from '../setup.ts';

// BIP39's test vector for 7f7f… (bip-0039, "Test vectors").
const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
const entropy = new Uint8Array(16).fill(0x7f);

let given: Uint8Array | null;

beforeAll(() => {
  giveWords();
  giveAlso(back);
});
beforeEach(() => {
  given = null;
  render(
    <WordsEntry
      list={recoveryWords}
      go="Open it"
      onWords={bytes => {
        given = bytes;
      }}
    />,
  );
});
afterEach(cleanup);

const field = () => screen.getByLabelText('Your 12 words') as HTMLTextAreaElement;
const type = (text: string) => {
  fireEvent.input(field(), { target: { value: text, selectionEnd: text.length } });
};
const go = () => fireEvent.click(screen.getByRole('button', { name: 'Open it' }));
const slip = () => screen.getByRole('alert').textContent;

test.each([
  ['as they are', words.join(' ')],
  [
    'numbered, with commas and capitals',
    words.map((word, at) => `${at + 1}. ${word.toUpperCase()},`).join('\n'),
  ],
  ['four letters each', words.map(word => word.slice(0, 4)).join('  ')],
  [
    'with a slip of the finger after the fourth',
    words.map(word => (word.length > 4 ? `${word}x` : word)).join(' '),
  ],
])('takes twelve words %s', (_, text) => {
  type(text);
  expect(screen.getByRole('status').textContent).toBe('12 of 12 words');
  for (const [at, word] of words.entries()) screen.getByRole('button', { name: `Word ${at + 1}: ${word}` });
  go();
  expect(given).toEqual(entropy);
});

test('takes any kit’s words', () => {
  const fresh = newEntropy();
  type(toWords(fresh).join(' '));
  go();
  expect(given).toEqual(fresh);
});

test('names the words that are none, not the one that is being typed', () => {
  type('legal wnner thank yaz');
  expect(slip()).toBe('Word 2 is not on the list of words. Check how it is spelt.');
  screen.getByRole('button', { name: 'Word 2: wnner. Not one of the words.' });
  type('legal wnner thank yaz ');
  expect(slip()).toBe('Words 2 and 4 are not on the list of words. Check how they are spelt.');
});

test('says how many there are once it is asked, and nothing is given', () => {
  type('legal winner thank ');
  expect(slip()).toBe('');
  go();
  expect(slip()).toBe('That is 3 words. There should be 12.');
  type(`${words.join(' ')} zoo`);
  expect(slip()).toBe('That is 13 words. There should be only 12.');
  go();
  expect(given).toBeNull();
});

test('twelve words in another order, or another word: the sum says so', () => {
  const [first, second, ...rest] = words;
  type([second, first, ...rest].join(' '));
  expect(slip()).toBe('One of these words is not right, or two changed places. Check them with your paper.');
  go();
  expect(given).toBeNull();
});

test('suggests after two or three letters; a press puts the word in its place', () => {
  type('legal w');
  expect(screen.queryAllByRole('list')[0]!.children).toHaveLength(0);
  type('legal win');
  const suggested = screen.getAllByRole('list')[0]!;
  expect(suggested.textContent).toContain('winner');
  fireEvent.click(screen.getByRole('button', { name: 'winner' }));
  expect(field().value).toBe('legal winner ');
  screen.getByRole('button', { name: 'Word 2: winner' });
});

test('a place leads to its word in the field', () => {
  type('legal wnner thank ');
  fireEvent.click(screen.getByRole('button', { name: /^Word 2/ }));
  expect([field().selectionStart, field().selectionEnd]).toEqual([6, 11]);
});

test('leaves no words in the field once it goes', () => {
  type(words.join(' '));
  const left = field();
  cleanup();
  expect(left.value).toBe('');
});
