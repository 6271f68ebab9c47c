import { describe, expect, test } from 'vitest';
import { answerKinds } from '../../../../src/domain/answer.ts';
import type { Values } from '../../../../src/domain/item.ts';
import { kindOf } from '../../../../src/domain/kinds.ts';
import {
  answerOf,
  changedTo,
  fieldsOf,
  type Giving,
  nothingSaid,
  placesIn,
  saying,
} from '../../../../src/ui/reader/give/giving.ts';
import { parseLine, withList } from '../../../../src/ui/reader/give/pasted.ts';
import { ways } from '../../../domain/support.ts';
import { jess, me, shareOf, thing } from '../shares.ts';

const oat = thing('oat', { medicine: 'methadone', dose: '60', often: 'day', takeaways: 'Sat' });
const sertraline = thing('medicine', {
  name: 'Sertraline',
  dose: '50 mg',
  often: 'in the morning',
  code: 'x|1',
});
const spray = thing('medicine', { name: 'Naloxone spray' });
const none = { ...thing('allergy', {}), absence: 'none' } as const;
const share = shareOf([jess, none, spray, thing('result', { name: 'RNA' }), sertraline, oat]);
const [SPRAY, RESULT, SERTRALINE, OAT] = [2, 3, 4, 5];
const from = { id: 'ab', name: 'Dr Osei', role: 'GP', now: 120_000 };

describe('what may be changed', () => {
  test('is what a clinic changes, treatment and medicines first; no absence and nothing of who they are', () =>
    expect(placesIn(share)).toEqual([OAT, SPRAY, SERTRALINE, RESULT]));

  test('is asked by fields that there are, that leave, and that can be read', () => {
    for (const id of answerKinds) {
      const kind = kindOf(id)!;
      const { first, more } = fieldsOf(kind);
      expect(first.length, id).toBeGreaterThan(0);
      for (const field of [...first, ...more])
        expect(field.neverShared ?? field.hidden ?? false, field.name).toBe(false);
      expect(
        first.some(({ name }) => kind.title.includes(name)),
        id,
      ).toBe(true);
    }
  });
});

describe('what goes back', () => {
  const changed = (values: Values) => changedTo(oat, { ...oat.values, ...values })!;

  test('is nothing where nothing is said', () =>
    expect(answerOf(nothingSaid, share, from).lines).toEqual([]));

  test('is the thing whole, the same, or not in their list, and what is new', () => {
    let giving: Giving = saying(nothingSaid, OAT, changed({ dose: '80' }));
    giving = saying(saying(giving, SPRAY, { way: 'out' }), SERTRALINE, { way: 'same' });
    giving = { ...giving, added: [{ kind: 'note', values: { text: 'Rest.' } }] };
    expect(answerOf(giving, share, from)).toEqual({
      share: 'ab',
      from: 'Dr Osei',
      role: 'GP',
      made: 2,
      lines: [
        { about: OAT, item: { ...oat, values: { ...oat.values, dose: '80' } } },
        { about: SPRAY, out: true, item: spray },
        { about: SERTRALINE, item: sertraline },
        { about: null, item: { kind: 'note', source: me, asOf: '', values: { text: 'Rest.' } } },
      ],
    });
    expect(answerOf(saying(giving, OAT, null), share, from).lines).toHaveLength(3);
  });

  test('leaves out what no longer arises, a code of another name, and a form that changed nothing', () => {
    expect(changed({ medicine: 'monthly' })).toEqual({
      way: 'change',
      values: { medicine: 'monthly', dose: '60', often: 'day' },
    });
    expect(changedTo(sertraline, { ...sertraline.values, name: 'Escitalopram' })).toEqual({
      way: 'change',
      values: { name: 'Escitalopram', dose: '50 mg', often: 'in the morning' },
    });
    expect(changedTo(oat, { ...oat.values, missed: '', last: ' ' })).toBeNull();
  });
});

describe('a pasted list', () => {
  const paste = (text: string, before = nothingSaid) => withList(before, share, text, ways);

  test.each([
    ['Atorvastatin 40 mg nocte', 'Atorvastatin', '40 mg', 'nocte'],
    ['Vitamin B12 1000 mcg weekly', 'Vitamin B12', '1000 mcg', 'weekly'],
    ['Salbutamol, 2 puffs, as needed', 'Salbutamol', '2 puffs', 'as needed'],
    ['Paracetamol 665mg (2 tabs)', 'Paracetamol', '665mg', '2 tabs'],
    ['Sertraline (Zoloft) 50 mg', 'Sertraline (Zoloft)', '50 mg', ''],
    ['Fish oil', 'Fish oil', '', ''],
    ['Insulin 12 at night', 'Insulin 12 at night', '', ''],
  ])('reads "%s"', (line, name, dose, often) => expect(parseLine(line)).toEqual({ name, dose, often }));

  test('says the same, what is changed, what is new, and what it leaves out', () => {
    const { said, added } = paste(
      '1. Methadone 80 mg daily\n\n- sertraline 50mg in the morning\n• Atorvastatin 40 mg',
    );
    expect(said.get(OAT)).toMatchObject({ way: 'change', values: { dose: '80', often: 'day' } });
    expect(said.get(SERTRALINE)).toEqual({ way: 'same' });
    expect(said.get(SPRAY)).toEqual({ way: 'out' });
    expect(said.has(RESULT)).toBe(false);
    expect(added).toEqual([{ kind: 'medicine', values: { name: 'Atorvastatin', dose: '40 mg' } }]);
  });

  test('loses no line: a name in another word is new, a second of one name too, an amount alone stays whole', () => {
    const { said, added } = paste('Sertralinex 5 mg\nSertraline\nSertraline 25 mg\n50 mg at night');
    expect(said.get(SERTRALINE)).toEqual({ way: 'same' });
    expect(added.map(({ values }) => values.name)).toEqual(['Sertralinex', 'Sertraline', '50 mg at night']);
  });

  test('leaves what was changed by hand', () => {
    const before = saying(nothingSaid, SPRAY, { way: 'change', values: { name: 'Nyxoid' } });
    expect(paste('Sertraline mane', before).said.get(SPRAY)).toEqual(before.said.get(SPRAY));
    expect(paste('Sertraline mane').said.get(SERTRALINE)).toMatchObject({
      values: { dose: '50 mg', often: 'mane' },
    });
  });
});
