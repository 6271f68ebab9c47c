import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageInMonths,
  compareDates,
  daysBetween,
  isAfter,
  moveDay,
  parseDate,
  sense,
  yearsOld,
} from '../../src/domain/date.ts';
import { createFormats } from '../../src/domain/format.ts';
import { today } from './support.ts';

describe('said dates', () => {
  test.each([
    ['2019', 'year'],
    ['2019-03', 'month'],
    ['2019-03-28', 'whole'],
    ['2019-03-28T08:40', 'whole'],
    ['2024-02-29', 'whole'],
    ['about March', 'own-words'],
    ['', 'own-words'],
    ['40', 'own-words'],
    ['9/12/2025', 'own-words'],
    ['2023-02-29', 'impossible'],
    ['2023-02-31', 'impossible'],
    ['2023-13', 'impossible'],
    ['2023-00', 'impossible'],
    ['2023-01-01T25:00', 'impossible'],
    ['3024', 'impossible'],
    ['1800', 'impossible'],
    ['20260', 'impossible'],
    ['0000-01-01', 'impossible'],
  ])('%s is %s', (said, wanted) => expect(sense(said, today)).toBe(wanted));

  test('a clock that fell back years makes no true date impossible', () => {
    expect(sense('2026-05-12', '1970-01-01')).toBe('whole');
    expect(sense('2031', '1970-01-01')).toBe('year');
  });

  test.each([
    ['2025-12-09', 5],
    ['2025-12-13', 4],
    ['2026-05-12', 0],
    ['2026-05-13', 0],
    ['2030', 0],
    ['2025-12', 4],
    ['2025', 4],
    ['2019', 76],
    ['about March', null],
    ['2023-02-31', null],
  ])('%s is %s months old', (said, wanted) => expect(ageInMonths(said, today)).toBe(wanted));

  test('a month without the day ends on its last', () => {
    expect(ageInMonths('2025-08-31', '2026-02-28')).toBe(6);
    expect(moveDay('2026-01-31', { months: 1 })).toBe('2026-02-28');
    expect(moveDay('2026-01-01', { days: -1 })).toBe('2025-12-31');
  });

  test('age in years needs the whole birth date', () => {
    expect(yearsOld('1988-03-14', today)).toBe(38);
    expect(yearsOld('1988-05-13', today)).toBe(37);
    expect(yearsOld('1988', today)).toBeNull();
  });

  test('sorts earlier first, partial before whole, own words last', () => {
    const dates = ['about March', '2026-01-02', '2026', '2026-01', '2019-05-05T09:00', '2019-05-05'];
    expect([...dates].sort(compareDates)).toEqual([
      '2019-05-05',
      '2019-05-05T09:00',
      '2026',
      '2026-01',
      '2026-01-02',
      'about March',
    ]);
  });

  test('is it still to come', () => {
    expect(isAfter('2026-05-13', today)).toBe(true);
    expect(isAfter('2026-05-12T23:00', today)).toBe(false);
    expect(isAfter('2026', today)).toBe(false);
    expect(isAfter('2026-05', today)).toBe(false);
    expect(isAfter('2026-06', today)).toBe(true);
    expect(isAfter('soon', today)).toBe(false);
  });

  test('moving a day and counting back agree, in any time zone', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2075-01-01'), noInvalidDate: true })
      .map(d => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: -900, max: 900 }),
        (d, months, days) => {
          expect(daysBetween(d, moveDay(d, { days }))).toBe(days);
          expect(ageInMonths(d, moveDay(d, { months }))).toBe(months);
          expect(parseDate(moveDay(d, { days }))).not.toBeNull();
        },
      ),
    );
  });

  test('anything typed is read without a throw', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{0,6}-?\d{0,3}-?\d{0,3}(T\d\d:\d\d)?$/));
    fc.assert(
      fc.property(typed, typed, (a, b) => {
        sense(a, today);
        ageInMonths(a, b);
        createFormats('en-AU', today).date(a);
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
      }),
    );
  });
});

describe('dates in words', () => {
  const short = createFormats('en-AU', today);
  const filed = createFormats('en-AU');
  const space = (text: string) => text.replace(/\s/g, ' ');

  test.each([
    ['2026-02-09', '9 Feb'],
    ['2025-12-09', '9 Dec 2025'],
    ['2028-03', 'March 2028'],
    ['2019', '2019'],
    ['about March', 'about March'],
    ['2023-02-31', '2023-02-31'],
    ['3024-01-01', '3024-01-01'],
    ['2026-05-11T08:40', 'Mon 11 May, 8:40 am'],
    ['2025-05-11T17:05', 'Sun 11 May 2025, 5:05 pm'],
  ])('%s reads %s', (said, wanted) => expect(space(short.date(said))).toBe(wanted));

  test('a page that is filed has every year', () => {
    expect(filed.date('2026-02-09')).toBe('9 Feb 2026');
    expect(filed.date('1988-03-14', 'long')).toBe('14 March 1988');
  });

  test('spans have the locale’s plurals', () => {
    expect(short.span(5, 'month')).toBe('5 months');
    expect(short.span(1, 'year')).toBe('1 year');
  });

  test.each(['ar', 'zh', 'vi', 'de', 'en-XA'])('%s formats every form', locale => {
    const formats = createFormats(locale, today);
    for (const said of ['2019', '2019-03', '2019-03-28', '2019-03-28T08:40'])
      expect(formats.date(said).length).toBeGreaterThan(3);
  });
});
