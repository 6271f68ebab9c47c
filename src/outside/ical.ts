import type { CivilDate } from '../domain/date.ts';
import { utf8 } from '../lib/bytes.ts';

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
