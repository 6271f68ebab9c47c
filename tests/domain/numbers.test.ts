import { describe, expect, it } from 'vitest';
import { dialOf, takesTexts } from '../../src/domain/dial.ts';
import {
  findNumbers,
  type HelpNumber,
  keptAs,
  type Need,
  needsIn,
  topicsOf,
} from '../../src/domain/numbers.ts';
import { item } from './support.ts';

const number = (name: string, needs: readonly Need[], more: Partial<HelpNumber> = {}): HelpNumber => ({
  name,
  for: '',
  needs,
  area: 'ACT',
  phones: [{ number: '02 5550 0119' }],
  sources: ['https://example.org'],
  checkedOn: '2026-05-12',
  checkedHow: 'copy',
  ...more,
});

const list = [
  number('Listeners', ['low', 'mob'], { for: 'To talk at night. A free service.', words: ['sad', 'café'] }),
  number('Peer house', ['drugs', 'peer'], { phones: [{ number: '13 11 14' }], text: '0491 570 156' }),
  number('Emergency', ['danger', 'low'], { phones: [{ number: '000' }] }),
];
const labels: Partial<Record<Need, string>> = { drugs: 'Drugs or alcohol', low: 'Feeling low' };
const find = (text: string, need: Need | null = null): string[] =>
  findNumbers(list, { text, need }, one => labels[one] ?? one).map(({ name }) => name);

describe('finding a number', () => {
  it('gives all of them at first, danger before the rest', () =>
    expect(find('  ')).toEqual(['Emergency', 'Listeners', 'Peer house']));

  it('by need', () => {
    expect(find('', 'low')).toEqual(['Emergency', 'Listeners']);
    expect(find('', 'housing')).toEqual([]);
  });

  it.each([
    ['its name', 'peer ho', 'Peer house'],
    ['what it is for', 'NIGHT', 'Listeners'],
    ['the words of a need', 'alcohol', 'Peer house'],
    ['words that are never shown', 'cafe sad', 'Listeners'],
    ['its number as it is dialled', '131114', 'Peer house'],
    ['its number for texts', '0491', 'Peer house'],
  ])('by %s', (_, text, name) => expect(find(text)).toEqual([name]));

  it('by how a word begins, whatever marks stand in it', () => {
    expect(find('ice')).toEqual([]);
    expect(find('“Peer-house”')).toEqual(['Peer house']);
    expect(find('+')).toEqual(find(''));
  });

  it('every word and the need have to fit', () => {
    expect(find('night alcohol')).toEqual([]);
    expect(find('night', 'drugs')).toEqual([]);
    expect(find('night', 'mob')).toEqual(['Listeners']);
  });

  it('offers the needs that the list answers, and never danger as one of many', () =>
    expect(needsIn(list)).toEqual(['low', 'drugs', 'mob', 'peer']));
});

describe('keeping a number', () => {
  const help = list[1]!;

  it('knows it again by its number, however that is written', () => {
    const kept = item('contact', { name: 'Mine', phone: '131 114' });
    expect(keptAs(help, [item('contact', { name: 'Dana' }), kept])).toBe(kept);
    expect(keptAs(help, [item('contact', { phone: '13 11 15' })])).toBeUndefined();
    expect(keptAs(help, [item('note', { phone: '131114' })])).toBeUndefined();
  });

  it('says what it is about, so that a share can leave it out', () => {
    expect(topicsOf(help)).toEqual(['drugs']);
    expect(topicsOf(number('Safe house', ['unsafe', 'low', 'mob']))).toEqual(['violence', 'mental-health']);
  });
});

describe('a text', () => {
  it.each(['000', '13 11 14', '131 444', '1300 22 4636', '1800 737 732'])('reaches nobody at %s', typed =>
    expect(takesTexts(dialOf(typed))).toBe(false));
  it.each(['0491 570 156', '+61 491 570 156', '02 5550 0119'])('may reach %s', typed =>
    expect(takesTexts(dialOf(typed))).toBe(true));
});
