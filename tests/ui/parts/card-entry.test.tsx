// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cardsOf, newKit, recoveryCards } from '../../../src/app/kit.ts';
import { CardEntry, kitText } from '../../../src/ui/parts/card-entry.tsx';
import back from '../../../src/ui/words/en-AU/back.json';
import scan from '../../../src/ui/words/en-AU/scan.json';
import { giveAlso, giveWords } from '../setup.ts';

let given: Uint8Array | null;

beforeAll(() => {
  giveWords();
  giveAlso(back);
  giveAlso(scan);
});
beforeEach(() => {
  given = null;
});
afterEach(cleanup);

const show = (kit?: string) =>
  render(
    <CardEntry
      reader={recoveryCards}
      kit={kit}
      go="Open it"
      onCards={bytes => {
        given = bytes;
      }}
    />,
  );
const add = (text: string) => {
  fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Add this card' }));
};
const slip = () => screen.getByRole('alert').textContent;

test('any two of three bring the kit back, and each says which one it is', async () => {
  const kit = await newKit();
  const [one, , three] = await cardsOf(kit.entropy);
  show(kit.id);
  add(`Holdfast card: ${three.text.toLowerCase()}`);
  expect(screen.getByText('Card 3 is here')).toBeTruthy();
  expect(screen.getByText(`Set ${kitText(kit.id)}`)).toBeTruthy();
  add(one.text);
  expect(screen.getByText('Card 1 is here')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open it' }));
  await expect.poll(() => given).toEqual(kit.entropy);
});

test('the same card, one of another kit, and what is none are each named', async () => {
  const [kit, other] = [await newKit(), await newKit()];
  const [one] = await cardsOf(kit.entropy);
  const [, foreign] = await cardsOf(other.entropy);
  show();
  add('');
  expect(slip()).toBe('Type what the card says first. Or scan it.');
  add('Sunday lunch');
  expect(slip()).toMatch(/^That is not one of these cards/);
  add(one.text.slice(0, -5));
  expect(slip()).toMatch(/^Some of that card is missing/);
  const at = 25;
  add(one.text.slice(0, at) + (one.text[at] === 'A' ? 'B' : 'A') + one.text.slice(at + 1));
  expect(slip()).toMatch(/^One of the letters or numbers is not right/);
  add(one.text);
  add(one.text);
  expect(slip()).toBe('That is card 1 again. Use another one of the three.');
  add(foreign.text);
  expect(slip()).toBe(
    `That card is from set ${kitText(other.id)}. The first is from set ${kitText(kit.id)}. Use two cards from one set.`,
  );
  expect(screen.queryByRole('button', { name: 'Open it' })).toBeNull();
});

test('where the kit is known, a card of another one is named at once', async () => {
  const [kit, other] = [await newKit(), await newKit()];
  const [foreign] = await cardsOf(other.entropy);
  show(kit.id);
  add(foreign.text);
  expect(slip()).toBe(`That card is from set ${kitText(other.id)}. Use cards from set ${kitText(kit.id)}.`);
});

test('two cards of one kit that was split twice don’t go together; they can be begun again', async () => {
  const kit = await newKit();
  const [one] = await cardsOf(kit.entropy);
  const [, two] = await cardsOf(kit.entropy);
  show(kit.id);
  add(one.text);
  add(two.text);
  fireEvent.click(screen.getByRole('button', { name: 'Open it' }));
  await screen.findByText(/Those two cards don’t go together/);
  expect(given).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Begin again with other cards' }));
  expect(screen.queryByText('Card 1 is here')).toBeNull();
});
