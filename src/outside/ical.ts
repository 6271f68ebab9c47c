import { type CivilDate, parseDate } from '../domain/date.ts';
import type { SaidDate } from '../domain/item.ts';
import { utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { type Component, type ContentLine, componentsIn } from './content-lines.ts';
import { type Format, type Found, MOST_FOUND } from './format.ts';
import { filled, joined, oneLine, unescaped } from './values.ts';
import { hereFrom } from './zone.ts';

/** What goes into a calendar, and nothing more: words and a time. */
export interface CalendarEvent {
  /** Random, so that nothing ties the entry to the record. */
  id: string;
  title: string;
  /** A day, with or without a time of day. */
  at: Required<Pick<CivilDate, 'year' | 'month' | 'day'>> & Pick<CivilDate, 'time'>;
  /** Milliseconds since 1970. */
  made: number;
}

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');

/** RFC 5545, 3.3.11: what would end or split a text. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.1: lines of at most 75 bytes, gone on with a space; never in the middle of a character. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  for (const character of line) {
    if (utf8(now + character).length > 74) {
      lines.push(now);
      now = '';
    }
    now += character;
  }
  return [...lines, now].join('\r\n ');
};

/**
 * An iCalendar file with one event (RFC 5545). Its time floats (form 1 of 3.3.5): half past ten stays half past ten
 * as typed, in whatever zone the phone is, also where the clock skips that hour.
 */
export const toICalendar = ({ id, title, at, made }: CalendarEvent): Uint8Array<ArrayBuffer> => {
  const day = `${pad(at.year, 4)}${pad(at.month)}${pad(at.day)}`;
  const start = at.time ? `DTSTART:${day}T${at.time.replace(':', '')}00` : `DTSTART;VALUE=DATE:${day}`;
  const stamp = new Date(made).toISOString().replace(/\.\d+|[-:]/g, '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Holdfast//Holdfast//EN', 'BEGIN:VEVENT'],
    ...[`UID:${id}`, `DTSTAMP:${stamp}`, start, `SUMMARY:${escaped(title)}`],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  return utf8(`${lines.map(folded).join('\r\n')}\r\n`);
};

/** `20261004`, `20261004T103000`, `20261004T003000Z`. */
const TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/;

/**
 * When it is, by this device's clock. A floating time and a day stay as they are. In a zone that nobody here knows, it
 * stays in words with the zone's name: a time that is only nearly right would be missed.
 */
const whenOf = ({ value, params }: ContentLine): SaidDate => {
  const [, year, month, day, hour, minute, isUtc] = TIME.exec(value.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  const said = hour === undefined ? date : `${date}T${hour}:${minute}`;
  if (!parseDate(said)) throw new AppError('garbled');
  const zone = isUtc ? 'UTC' : params.get('TZID')?.[0];
  if (hour === undefined || !zone) return said;
  return hereFrom(said, zone) ?? `${date} ${hour}:${minute}, ${oneLine(zone)}`;
};

const appointmentOf = ({ lines }: Component, isCancelled: boolean): Found => {
  const line = (name: string) => lines.find(one => one.name === name && one.value.trim() !== '');
  const text = (name: string) => unescaped(line(name)?.value ?? '').trim();
  const start = line('DTSTART');
  const gone = isCancelled || text('STATUS').toUpperCase() === 'CANCELLED';
  const values = filled({
    with: oneLine(text('SUMMARY')),
    when: start ? whenOf(start) : '',
    where: oneLine(text('LOCATION')),
    said: joined([text('DESCRIPTION'), text('CONFERENCE'), text('URL')], '\n'),
    state: gone ? 'no' : '',
  });
  if (!values.with && !values.when) throw new AppError('garbled');
  const from = oneLine(line('ORGANIZER')?.params.get('CN')?.[0] ?? '');
  return { kind: 'appointment', values, ...(from ? { from } : {}) };
};

/** A calendar's events, or one event alone as codes have it (RFC 5545). What comes again is taken for its first time. */
export const iCalendar: Format = {
  id: 'icalendar',
  read: text => {
    if (!/^BEGIN:(?:VCALENDAR|VEVENT)\s/i.test(text)) return null;
    const top = componentsIn(text);
    const inside = top.flatMap(one => (one.name === 'VCALENDAR' ? one.inside : [one]));
    const events = inside.filter(({ name }) => name === 'VEVENT');
    if (events.length === 0) throw new AppError('garbled');
    if (events.length > MOST_FOUND) throw new AppError('too-big');
    const isCancelled = top.some(({ lines }) =>
      lines.some(({ name, value }) => name === 'METHOD' && value.trim().toUpperCase() === 'CANCEL'),
    );
    return events.map(event => appointmentOf(event, isCancelled));
  },
};
