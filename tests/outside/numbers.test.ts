import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../src/outside/numbers.ts';

const entry = {
  name: 'Lifeline',
  for: 'To talk.',
  needs: ['low'],
  area: 'Australia',
  phones: [{ number: '13 11 14' }],
  sources: ['https://example.org/page'],
  checkedOn: '2026-11-22',
  checkedHow: 'copy',
};
const whole = {
  ...entry,
  name: 'Whole',
  words: ['night'],
  phones: [{ number: '1800 000 000', label: 'Free' }],
  text: '0491 570 156',
  hours: { zone: 'Australia/Sydney', open: [{ days: ['mon', 'sun'], from: '20:00', to: '02:00' }] },
  checkedHow: 'rang',
};
const read = (...numbers: unknown[]) => readNumbers(JSON.stringify({ version: 1, numbers }));
const hours = (open: object, zone = 'local') => ({ hours: { zone, open: [open] } });

describe('a list of numbers', () => {
  it('that ships has no fault', () => {
    const { numbers, faults } = readNumbers(readFileSync('public/numbers.json', 'utf8'));
    expect(faults).toEqual([]);
    expect(numbers.some(({ needs, phones }) => needs.includes('danger') && phones[0]?.number === '000')).toBe(
      true,
    );
  });

  it('is read as it stands', () =>
    expect(read(entry, whole)).toEqual({ numbers: [entry, whole], faults: [] }));

  it.each<[object, string]>([
    [{ name: undefined }, 'entry 1: name is missing'],
    [{ for: ' ' }, 'entry 1 (“Lifeline”): for “ ” is empty'],
    [{ needs: [] }, 'entry 1 (“Lifeline”): needs is empty: it needs at least one'],
    [{ needs: 'low' }, 'entry 1 (“Lifeline”): needs should be a list in [ ]'],
    [{ area: 2600 }, 'entry 1 (“Lifeline”): area should be words in quotes'],
    [{ phones: undefined }, 'entry 1 (“Lifeline”): phones is missing'],
    [{ phones: ['13 11 14'] }, 'entry 1 (“Lifeline”): phones, 1 should be a group in { }'],
    [{ phones: [{ label: 'Day' }] }, 'entry 1 (“Lifeline”): phones, 1, number is missing'],
    [
      { phones: [...entry.phones, { number: '13 11 14 or 000' }] },
      'entry 1 (“Lifeline”): phones, 2, number “13 11 14 or 000” is not one phone number',
    ],
    [{ text: '' }, 'entry 1 (“Lifeline”): text “” is not one phone number'],
    [{ fone: '000' }, 'entry 1 (“Lifeline”): fone is no field that Holdfast knows'],
    [
      { hours: '24/7' },
      'entry 1 (“Lifeline”): hours “24/7” is neither "always" nor a group with zone and open',
    ],
    [{ hours: { open: [] } }, 'entry 1 (“Lifeline”): hours, zone is missing'],
    [
      hours({ days: ['mon'], from: '9', to: '17:00' }),
      'entry 1 (“Lifeline”): hours, open, 1, from “9” is not a time like 09:00',
    ],
    [
      hours({ days: ['mon'], from: '09:00', to: '09:00' }),
      'entry 1 (“Lifeline”): hours, open, 1 begins and ends at one time',
    ],
    [
      hours({ days: ['monday'], from: '09:00', to: '17:00' }),
      'entry 1 (“Lifeline”): hours, open, 1, days, 1 “monday” is none of mon, tue, wed, thu, fri, sat, sun',
    ],
    [
      hours({ days: ['mon'], from: '09:00', to: '17:00' }, 'Canberra'),
      'entry 1 (“Lifeline”): hours, zone “Canberra” is not a time zone like Australia/Sydney, nor local',
    ],
    [
      { sources: ['lifeline.org.au'] },
      'entry 1 (“Lifeline”): sources, 1 “lifeline.org.au” is not a web address',
    ],
    [
      { checkedOn: '22/11/2026' },
      'entry 1 (“Lifeline”): checkedOn “22/11/2026” is not a day like 2026-11-22',
    ],
    [
      { checkedOn: '2026-02-30' },
      'entry 1 (“Lifeline”): checkedOn “2026-02-30” is not a day like 2026-11-22',
    ],
    [{ checkedHow: 'read' }, 'entry 1 (“Lifeline”): checkedHow “read” is none of copy, page, rang'],
  ])('with %j: entry and field are named', (part, fault) =>
    expect(read({ ...entry, ...part }).faults).toContain(fault));

  it('says every fault of an entry, and keeps the entries that are whole', () => {
    const { numbers, faults } = read({ ...entry, for: '', area: '' }, null, whole);
    expect(faults).toHaveLength(3);
    expect(faults[2]).toBe('entry 2: should be a group in { }');
    expect(numbers).toEqual([whole]);
  });

  it('has each name once', () =>
    expect(read(entry, whole, entry)).toEqual({
      numbers: [entry, whole],
      faults: ['entry 3 (“Lifeline”): name is taken by an entry before it'],
    }));

  it.each([
    ['{', /^the file is not JSON: /],
    ['[]', /^the file: should be a group in \{ \}$/],
    ['{"version":2,"numbers":[{}]}', /^the file: version “2” is none of 1$/],
    ['{"version":1}', /^the file: numbers is missing$/],
    ['{"version":1,"numbers":[]}', /^the file: numbers is empty: it needs at least one$/],
  ])('%s gives no numbers and says why', (text, fault) => {
    const { numbers, faults } = readNumbers(text);
    expect(numbers).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });
});
