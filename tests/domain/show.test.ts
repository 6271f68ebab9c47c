import { describe, expect, test } from 'vitest';
import { toShared } from '../../src/domain/let-out.ts';
import { saidLine, sourceLine } from '../../src/domain/said.ts';
import { coverOf, factsOf, lineOf, ringsOf, rowOf, titleOf } from '../../src/domain/show.ts';
import { alex, item, today, ways } from './support.ts';

const oat = {
  medicine: 'methadone',
  dose: '60',
  often: 'day',
  last: '2026-05-11T08:40',
  point: 'Northside Pharmacy',
  pointPhone: '02 5550 0142',
  prescriber: 'Dr Osei',
  called: 'My thing',
};

describe('showing', () => {
  test('title and line', () => {
    const { head } = item('oat', oat);
    expect(titleOf(head, ways)).toBe('Methadone liquid');
    expect(lineOf(head, ways)).toBe('60 mg, every day');
    const spray = item('naloxone', { form: 'spray', have: 'yes', expires: '2028-03' }).head;
    expect(`${titleOf(spray, ways)}. ${lineOf(spray, ways)}`).toBe(
      'Naloxone spray. Have it. Good until March 2028',
    );
  });

  test('empty things have their kind’s name, absent ones its sentence', () => {
    expect(titleOf(item('medicine', {}).head, ways)).toBe('Medicine');
    expect(lineOf(item('medicine', {}).head, ways)).toBe('');
    expect(titleOf(item('allergy', {}, { absence: 'none' }).head, ways)).toBe('I have no allergies');
    expect(titleOf(item('from-2031', { a: 'b' }).head, ways)).toBe('From a newer Holdfast');
    expect(factsOf(item('from-2031', { a: 'b' }).head, ways)).toEqual([]);
  });

  test('own words stand in for a choice, a unit isn’t said twice', () => {
    const { head } = item('oat', { medicine: 'Something new', dose: '60 mg' });
    expect(titleOf(head, ways)).toBe('Something new');
    expect(lineOf(head, ways)).toBe('60 mg');
  });

  test('facts are the filled fields, in order, and say where else they stand', () => {
    const facts = factsOf(item('oat', { ...oat, lastBy: ' ' }).head, ways);
    expect(facts.map(f => [f.name, f.also])).toEqual([
      ['medicine', 'title'],
      ['dose', 'line'],
      ['often', 'line'],
      ['last', undefined],
      ['point', 'ring'],
      ['pointPhone', 'ring'],
      ['prescriber', undefined],
      ['called', undefined],
    ]);
    expect(facts[3]?.text.replace(/\s/g, ' ')).toBe('Mon 11 May, 8:40 am');
  });

  test('a value whose question no longer arises is neither shown nor let out', () => {
    const { head } = item('oat', { medicine: 'methadone', nextInjection: '2026-06-01' });
    expect(factsOf(head, ways).map(f => f.name)).toEqual(['medicine']);
    expect(toShared(head)?.values).toEqual({ medicine: 'methadone' });
  });

  test('dates that make no sense are kept as typed and marked', () => {
    const facts = factsOf(item('condition', { name: 'x', since: '2023-02-31' }).head, ways);
    expect(facts.find(f => f.name === 'since')).toMatchObject({ text: '2023-02-31', odd: 'impossible' });
    const ahead = factsOf(item('condition', { since: '2026-06' }).head, ways);
    expect(ahead[0]).toMatchObject({ odd: 'ahead' });
    expect(factsOf(item('medicine', { runsOut: '2026-06' }).head, ways)[0]?.odd).toBeUndefined();
  });

  test('tricks show as what they are, wherever they stand', () => {
    const trick = 'a\u202Eb';
    const { head } = item(
      'allergy',
      { to: trick, happens: trick, last: trick },
      { source: { type: 'provider', name: trick, checkedBy: trick }, asOf: trick },
    );
    const line = sourceLine(head, ways);
    const said = saidLine(head, trick, ways);
    const facts = factsOf(head, ways).map(f => f.text);
    const all = [titleOf(head, ways), lineOf(head, ways), ...facts, line.text, line.checked, said.text];
    for (const text of all) expect(text).toContain('a‹U+202E›b');
    const cover = coverOf(item('oat', { called: trick }).head, ways);
    expect(cover).toBe('a‹U+202E›b');
    expect(ringsOf(item('contact', { name: trick, phone: trick }).head, ways)[0]).toMatchObject({ dial: '' });
  });

  test('the bus rule: careful shows no value, just me shows nothing', () => {
    const careful = { privacy: 'careful' } as const;
    expect(rowOf(item('oat', oat, careful), ways)).toEqual({ title: 'My thing', line: '' });
    expect(rowOf(item('oat', { ...oat, called: '' }, careful), ways)).toEqual({
      title: 'My treatment',
      line: '',
    });
    const covered = rowOf(item('oat', oat, { privacy: 'just-me' }), ways);
    expect(covered).toEqual({ title: 'Covered', line: '' });
    expect(rowOf(item('oat', oat), ways)).toEqual({ title: 'Methadone liquid', line: '60 mg, every day' });
  });

  test('who to ring needs a number', () => {
    const { head } = item('oat', { ...oat, pointHours: 'to 7 pm', prescriberPlace: 'Ainslie Street' });
    expect(ringsOf(head, ways)).toEqual([
      {
        field: 'pointPhone',
        label: 'Dosing point',
        name: 'Northside Pharmacy',
        more: 'to 7 pm',
        phone: '02 5550 0142',
        dial: '0255500142',
      },
    ]);
    // Hours stand with the number; the clinic of someone without one stands with the rest.
    const loose = factsOf(head, ways).filter(fact => !fact.also);
    expect(loose.map(fact => fact.name)).toContain('prescriberPlace');
    expect(loose.map(fact => fact.name)).not.toContain('pointHours');
  });
});

describe('what a phone dials', () => {
  const dial = (phone: string) => ringsOf(item('contact', { name: 'x', phone }).head, ways)[0]?.dial;

  test.each([
    ['02 5550 0142', '0255500142'],
    ['+61 (0)2 5550-0142', '+61255500142'],
    ['000', '000'],
    ['0400 555 014 (mum)', '0400555014'],
    ['ask for Sam on 0400.555.014', '0400555014'],
  ])('%s: the number in it', (text, number) => expect(dial(text)).toBe(number));

  test.each([
    ['two numbers', '13 11 14, or 1900 555 014'],
    ['a number with another hidden behind it', '13 11 14\u200b1900555014'],
    ['a service code', '*21*0400555014#'],
    ['digits of another script, which a phone would leave out', '13 ١١ 14'],
    ['too few', '12'],
    ['too many', '1234567890123456'],
    ['none', 'ask at the desk'],
  ])('nothing for %s', (_, text) => expect(dial(text)).toBe(''));
});

describe('who said it and when', () => {
  const from = (source: object, asOf = '2026-02-02', lookedAt = today) =>
    sourceLine({ source: { type: 'me', ...source }, asOf, lookedAt }, ways);

  test.each([
    [{ type: 'me' }, 'From me, 2 Feb'],
    [{ type: 'peer', name: 'Dana' }, 'From me, with Dana, 2 Feb'],
    [{ type: 'provider', name: 'Dr Osei' }, 'From Dr Osei, 2 Feb'],
    [{ type: 'provider' }, 'From a health worker, 2 Feb'],
    [{ type: 'document', name: 'a letter' }, 'From a letter, 2 Feb'],
    [{ type: 'scanned' }, 'Scanned or pasted, 2 Feb'],
  ])('%j', (source, text) => expect(from(source).text).toBe(text));

  test('age is said only when it asks to be looked at again', () => {
    expect(from({}, '2025-12-09', '2025-12-09').age).toBe('5 months old');
    expect(from({}, '2025-12-09', today).age).toBeUndefined();
    expect(from({}, '2019', '2025-12-09').age).toBe('6 years old');
    expect(from({}, '', '').text).toBe('From me');
    expect(from({ checkedBy: 'Dana', checkedOn: '2026-05-11' }).checked).toBe('Checked with Dana, 11 May');
  });

  test('for a reader the person says it, and a health worker stands out', () => {
    const thing = (source: object) => ({ source: { type: 'me' as const, ...source }, asOf: '2026-02-02' });
    expect(saidLine(thing({}), 'Alex', ways)).toMatchObject({ text: 'Alex says, 2 Feb', strong: false });
    expect(saidLine(thing({}), '', ways).text).toBe('The person says, 2 Feb');
    const osei = saidLine(thing({ type: 'provider', name: 'Dr Osei' }), 'Alex', ways);
    expect(osei).toMatchObject({ text: 'Dr Osei, 2 Feb', strong: true });
    const dana = saidLine(thing({ type: 'peer', name: 'Dana' }), '', ways);
    expect(dana.text).toBe('The person says, with Dana, 2 Feb');
  });
});

describe('the made-up person', () => {
  const items = alex();
  const heads = items.map(i => i.head);

  test('covers most of what can be kept, from every sort of source', () => {
    expect(new Set(heads.map(h => h.kind)).size).toBeGreaterThanOrEqual(17);
    expect([...new Set(heads.map(h => h.source.type))].sort()).toEqual(
      ['document', 'me', 'peer', 'provider', 'scanned'].sort(),
    );
    expect(heads.filter(h => h.privacy === 'just-me')).toHaveLength(2);
    expect(heads.filter(h => h.privacy === 'careful').length).toBeGreaterThan(4);
    expect(heads.filter(h => sourceLine(h, ways).age)).toHaveLength(2);
    expect(items.find(i => i.kind === 'oat')?.versions).toHaveLength(2);
  });

  test('every date makes sense on any day it is opened', () => {
    for (const day of ['2026-03-01', '2028-02-29', '2030-12-31']) {
      const at = { ...ways, today: day };
      const odd = alex(day).flatMap(i => factsOf(i.head, at).filter(f => f.odd));
      expect(odd).toEqual([]);
    }
  });

  test('rings only numbers set aside for fiction', () => {
    const aside = /^(02 5550 \d{4}|0491 570 (006|110|156|157|158|159|313|737))$/;
    const phones = heads.flatMap(h => factsOf(h, ways)).filter(f => f.type === 'phone');
    expect(phones.length).toBeGreaterThan(5);
    for (const phone of phones) expect(phone.text).toMatch(aside);
  });
});
