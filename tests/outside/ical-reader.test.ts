import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../src/lib/bytes.ts';
import { iCalendar, toICalendar } from '../../src/outside/ical.ts';
import { samples } from './samples.ts';

const zone = process.env.TZ;
const read = (text: string) => iCalendar.read(text.replaceAll('\r\n', '\n').trim());
const code = (code: string) => expect.objectContaining({ code });
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n');
const when = (start: string): string | undefined => read(event(start))?.[0]?.values.when;

beforeEach(() => {
  process.env.TZ = 'Australia/Sydney';
});
afterEach(() => {
  process.env.TZ = zone;
});

describe('an event', () => {
  it('of Google: its time is UTC’s, and becomes this device’s', () => {
    expect(read(samples.googleEvent)).toEqual([
      {
        kind: 'appointment',
        from: 'Creek Road Clinic',
        values: {
          with: 'Dr Osei',
          when: '2026-08-12T10:30',
          where: '12 Creek Road, Belconnen',
          said: 'Bring your Medicare card.\nRing 02 5550 1234 if you are late.',
        },
      },
    ]);
  });

  it('of Outlook, whose zones have names of their own; and one alone, as codes have it', () => {
    expect(read(samples.outlookEvent)![0]!.values).toEqual({
      with: 'Housing intake',
      when: '2026-08-12T10:30',
    });
    expect(read(samples.printedEvent)![0]!.values).toEqual({
      with: 'Dental van',
      when: '2026-09-04',
      where: 'Civic Square',
    });
  });

  it.each([
    ['floating', 'DTSTART:20261004T023000', '2026-10-04T02:30'],
    ['a day', 'DTSTART;VALUE=DATE:20261004', '2026-10-04'],
    ['UTC, over midnight', 'DTSTART:20261231T233000Z', '2027-01-01T10:30'],
    [
      'the device’s own zone, in an hour that the clock skips',
      'DTSTART;TZID=Australia/Sydney:20261004T023000',
      '2026-10-04T02:30',
    ],
    ['the west', 'DTSTART;TZID=Australia/Perth:20260812T103000', '2026-08-12T12:30'],
    [
      'the west, by Outlook’s name',
      'DTSTART;TZID=W. Australia Standard Time:20260812T103000',
      '2026-08-12T12:30',
    ],
    [
      'just after a change of the clocks there',
      'DTSTART;TZID=Europe/London:20260329T020000',
      '2026-03-29T12:00',
    ],
    [
      'just before a change of the clocks there',
      'DTSTART;TZID=Pacific/Auckland:20260927T010000',
      '2026-09-26T23:00',
    ],
    ['a zone that nobody knows', 'DTSTART;TZID=Mars/Base:20260812T103000', '2026-08-12 10:30, Mars/Base'],
  ])('time: %s', (_, start, said) => expect(when(start)).toBe(said));

  it('is from whoever calls it, whatever signs are in the name', () => {
    const called = event('SUMMARY:A', 'ORGANIZER;CN="Desk: north; 2":mailto:desk@creekroad.example');
    expect(read(called)![0]!.from).toBe('Desk: north; 2');
  });

  it('that was called off says so', () => {
    const gone = event('SUMMARY:A', 'DTSTART:20260812T103000', 'STATUS:CANCELLED');
    expect(read(gone)![0]!.values.state).toBe('no');
    const called = `BEGIN:VCALENDAR\nMETHOD:CANCEL\n${event('SUMMARY:A')}\nEND:VCALENDAR`;
    expect(read(called)![0]!.values.state).toBe('no');
  });

  it.each([
    ['a day that never was', event('SUMMARY:A', 'DTSTART:20260230T103000')],
    ['an hour that never is', event('SUMMARY:A', 'DTSTART:20260812T250000')],
    ['own words for a time', event('DTSTART:soon')],
    ['nothing in it', event('UID:1')],
    ['no event', 'BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:A\nEND:VTODO\nEND:VCALENDAR'],
    ['cut short', samples.googleEvent.slice(0, 300)],
    ['a well in it', `${'BEGIN:VEVENT\nSUMMARY:A\n'.repeat(9)}${'END:VEVENT\n'.repeat(9)}`.trim()],
  ])('with %s is broken', (_, text) => expect(() => read(text)).toThrow(code('garbled')));

  it('one after the other, up to fifty', () => {
    const many = (count: number) =>
      `BEGIN:VCALENDAR\n${Array(count).fill(event('SUMMARY:A')).join('\n')}\nEND:VCALENDAR`;
    expect(read(many(50))).toHaveLength(50);
    expect(() => read(many(51))).toThrow(code('too-big'));
  });

  it('that we wrote comes back as it was', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(title, words => {
        fc.pre(
          words.isWellFormed() &&
            !/[\p{Cc}\u2028\u2029]/u.test(words) &&
            words === words.trim() &&
            words !== '',
        );
        const at = { year: 2026, month: 10, day: 4, time: '02:30' };
        const file = fromUtf8(toICalendar({ id: 'a1', title: words, at, made: 0 }));
        expect(read(file)![0]!.values).toEqual({ with: words, when: '2026-10-04T02:30' });
      }),
    );
  });

  it('says what ical.js reads in it', () => {
    for (const text of [samples.googleEvent, samples.outlookEvent, samples.printedEvent]) {
      const whole = text.startsWith('BEGIN:VCALENDAR') ? text : `BEGIN:VCALENDAR\n${text}\nEND:VCALENDAR`;
      const [theirs] = new ICAL.Component(ICAL.parse(whole.replaceAll('\r\n', '\n'))).getAllSubcomponents(
        'vevent',
      );
      const { summary, location, description } = new ICAL.Event(theirs!);
      const { values } = read(text)![0]!;
      expect([values.with, values.where ?? null, values.said ?? null]).toEqual([
        summary,
        location,
        description,
      ]);
    }
  });
});
