import { describe, expect, it } from 'vitest';
import { days, type Hours, isOpen } from '../../src/domain/hours.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const on = (
  zone: string,
  from: string,
  to: string,
  which: readonly (typeof days)[number][] = days,
): Hours => ({
  zone,
  open: [{ days: which, from, to }],
});
const at = (utc: string): number => Date.parse(`${utc}Z`);

describe('open now', () => {
  it('always is always', () => expect(isOpen('always', 0)).toBe(true));

  it('is by the clock where they are, to the minute', () => {
    // A Wednesday in May: Canberra is ten hours ahead, Perth eight.
    const nineToFive = (zone: string) => on(zone, '09:00', '17:00', weekdays);
    expect(isOpen(nineToFive('Australia/Sydney'), at('2026-05-12T22:59:59'))).toBe(false);
    expect(isOpen(nineToFive('Australia/Sydney'), at('2026-05-12T23:00'))).toBe(true);
    expect(isOpen(nineToFive('Australia/Perth'), at('2026-05-12T23:00'))).toBe(false);
    expect(isOpen(nineToFive('Australia/Sydney'), at('2026-05-13T06:59:59'))).toBe(true);
    expect(isOpen(nineToFive('Australia/Sydney'), at('2026-05-13T07:00'))).toBe(false);
    // Saturday.
    expect(isOpen(nineToFive('Australia/Sydney'), at('2026-05-15T23:00'))).toBe(false);
  });

  it('local is the clock of the phone', () => {
    const here = new Date(2026, 4, 13, 15, 0).getTime();
    expect(isOpen(on('local', '15:00', '24:00'), here)).toBe(true);
    expect(isOpen(on('local', '15:00', '24:00'), here - 60_000)).toBe(false);
  });

  it('goes past midnight, and past the end of the week', () => {
    const late = on('UTC', '20:00', '02:00', ['sun']);
    expect(isOpen(late, at('2026-05-17T19:59'))).toBe(false);
    expect(isOpen(late, at('2026-05-17T20:00'))).toBe(true);
    // Monday, one in the morning.
    expect(isOpen(late, at('2026-05-18T01:59'))).toBe(true);
    expect(isOpen(late, at('2026-05-18T02:00'))).toBe(false);
    // Sunday, one in the morning: that night was Saturday's.
    expect(isOpen(late, at('2026-05-17T01:00'))).toBe(false);
  });

  it('to 24:00 ends with the day, and 00:00 to 24:00 is all of it', () => {
    expect(isOpen(on('UTC', '15:00', '24:00', ['mon']), at('2026-05-18T23:59'))).toBe(true);
    expect(isOpen(on('UTC', '15:00', '24:00', ['mon']), at('2026-05-19T00:00'))).toBe(false);
    expect(isOpen(on('UTC', '00:00', '24:00', ['mon']), at('2026-05-18T00:00'))).toBe(true);
    expect(isOpen(on('UTC', '00:00', '24:00', ['mon']), at('2026-05-18T23:59'))).toBe(true);
  });

  it('follows the clock when it is put forward and back', () => {
    const nine = on('Australia/Sydney', '09:00', '17:00');
    // Sunday 4 October 2026: nine comes an hour earlier than the day before.
    expect(isOpen(nine, at('2026-10-02T22:30'))).toBe(false);
    expect(isOpen(nine, at('2026-10-03T22:30'))).toBe(true);
    // Sunday 4 April 2027: and later again.
    expect(isOpen(nine, at('2027-04-02T22:30'))).toBe(true);
    expect(isOpen(nine, at('2027-04-03T22:30'))).toBe(false);
    // Half past two comes twice that night; both are before three.
    const night = on('Australia/Sydney', '22:00', '03:00');
    for (const hour of ['15:30', '16:30']) expect(isOpen(night, at(`2027-04-03T${hour}`))).toBe(true);
    expect(isOpen(night, at('2027-04-03T17:00'))).toBe(false);
  });

  it('any of several times will do', () => {
    const hours: Hours = {
      zone: 'UTC',
      open: [
        { days: ['mon'], from: '09:00', to: '12:00' },
        { days: ['mon'], from: '13:00', to: '17:00' },
      ],
    };
    expect(isOpen(hours, at('2026-05-18T12:30'))).toBe(false);
    expect(isOpen(hours, at('2026-05-18T13:30'))).toBe(true);
  });
});
