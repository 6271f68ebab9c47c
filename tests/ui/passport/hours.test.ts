import { describe, expect, it } from 'vitest';
import { type Day, days } from '../../../src/domain/hours.ts';
import { hoursLines, isElsewhere } from '../../../src/ui/passport/numbers/hours.ts';
import directory from '../../../src/ui/words/en-AU/directory.json';
import { addWords } from '../../../src/ui/words/words.ts';

addWords('en-AU', directory);

const said = (on: readonly Day[], from = '09:00', to = '17:00') =>
  hoursLines({ zone: 'Australia/Sydney', open: [{ days: on, from, to }] });

describe('hours in words', () => {
  it.each<[readonly Day[], string, string, string]>([
    [days, '15:00', '24:00', '3 pm to midnight, every day'],
    [['mon', 'tue', 'wed', 'thu', 'fri'], '09:30', '17:00', '9:30 am to 5 pm, Monday to Friday'],
    [['sun', 'sat'], '00:00', '02:00', 'midnight to 2 am, Saturday and Sunday'],
    [['mon', 'wed', 'fri'], '09:00', '12:00', '9 am to 12 pm, Monday, Wednesday and Friday'],
    [['tue'], '09:00', '17:00', '9 am to 5 pm, Tuesday'],
  ])('%j from %s to %s: %4$s', (on, from, to, words) => expect(said(on, from, to)).toEqual([words]));

  it('always is a line too', () => expect(hoursLines('always')).toEqual(['All day, every day']));

  it('says when their clock is another than this phone’s', () => {
    const by = (zone: string) => isElsewhere({ zone, open: [] }, Date.parse('2026-05-13T00:00Z'));
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(by('local')).toBe(false);
    expect(by(here)).toBe(false);
    expect(by('Asia/Kathmandu')).toBe(true);
    expect(isElsewhere('always', 0)).toBe(false);
  });
});
