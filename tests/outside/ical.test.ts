import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../src/lib/bytes.ts';
import { toICalendar } from '../../src/outside/ical.ts';

const made = Date.UTC(2026, 4, 12, 1, 2, 3);
const at = { year: 2026, month: 10, day: 4 };
const fileOf = (title: string, time?: string): string =>
  fromUtf8(toICalendar({ id: 'a1b2', title, at: { ...at, ...(time ? { time } : {}) }, made }));

/** As another program reads it. */
const read = (file: string) => {
  const [event] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return new ICAL.Event(event!);
};

describe('a calendar file', () => {
  it('is read by another program: words, time, and nothing more', () => {
    const event = read(fileOf('Appointment', '10:30'));
    expect([event.summary, event.uid]).toEqual(['Appointment', 'a1b2']);
    expect(event.startDate.toString()).toBe('2026-10-04T10:30:00');
    expect(event.component.getAllProperties().map(({ name }) => name)).toEqual([
      'uid',
      'dtstamp',
      'dtstart',
      'summary',
    ]);
    expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2026-05-12T01:02:03Z');
  });

  it('keeps a time that the clock skips as it was typed, in no zone', () => {
    // In Canberra, 2:30 on 4 October 2026 does not exist.
    const event = read(fileOf('Appointment', '02:30'));
    expect(event.startDate.toString()).toBe('2026-10-04T02:30:00');
    expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
  });

  it('is for the whole day where no time is known', () => {
    const { startDate } = read(fileOf('Appointment'));
    expect([startDate.isDate, startDate.toString()]).toEqual([true, '2026-10-04']);
  });

  it('keeps any words whole, in lines of at most 75 bytes', () => {
    const title = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(
        'a;b,c\\d',
        'one\ntwo',
        'موعد في العيادة '.repeat(40),
        '👩🏽‍⚕️'.repeat(60),
        'x'.repeat(10_000),
      ),
    );
    fc.assert(
      fc.property(title, words => {
        // No calendar has control characters or lone halves of a character.
        fc.pre(words.isWellFormed() && !/[\p{Cc}]/u.test(words.replace(/\n/g, '')));
        const file = fileOf(words, '10:30');
        expect(
          Math.max(...file.split('\r\n').map(line => new TextEncoder().encode(line).length)),
        ).toBeLessThan(76);
        expect(read(file).summary).toBe(words);
      }),
    );
  });

  it('lets no words begin a line of their own', () => {
    const file = fileOf('x\r\nATTENDEE:mailto:a@b\rDESCRIPTION:y', '10:30');
    expect(file).not.toMatch(/^(ATTENDEE|DESCRIPTION)/m);
    expect(read(file).component.getAllProperties()).toHaveLength(4);
  });
});
