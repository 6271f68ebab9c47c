import { AppError } from '../lib/error.ts';
import { type Column, column, type Sink, type Spring } from './sink.ts';

/*
 * A said date in bits: as far from the day the share was made as it is. What is not exactly one of the written
 * forms, or no day of the calendar, goes as the text it is.
 */

/** Days from 1970-01-01 in the Gregorian calendar. (H. Hinnant, "chrono-compatible low-level date algorithms") */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const inEra = y - era * 400;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - 719_468;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function dayText(number: number): string {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const inEra = z - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = inYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${pad(year + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

type Parsed =
  | { form: 'day' | 'month' | 'year'; value: number }
  | { form: 'minute'; value: number; minute: number }
  | { form: 'text' };

/** Prefix codes, shortest first: these many ones, then a zero (none after the last). */
const FORMS = ['day', 'month', 'year', 'minute', 'text'] as const;

function parse(text: string): Parsed {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/.exec(text);
  if (!found) return { form: 'text' };
  const [year, month, day, hour, minute] = found.slice(1).map(part => (part ? Number(part) : undefined));
  if (month === undefined) return { form: 'year', value: year! };
  if (month < 1 || month > 12) return { form: 'text' };
  if (day === undefined) return { form: 'month', value: year! * 12 + month - 1 };
  const value = dayNumber(year!, month, day);
  if (dayText(value) !== text.slice(0, 10)) return { form: 'text' };
  if (hour === undefined || minute === undefined) return { form: 'day', value };
  if (hour > 23 || minute > 59) return { form: 'text' };
  return { form: 'minute', value, minute: hour * 60 + minute };
}

/** A column of said dates. `made` is the day number that they are counted from, and the first "same as before". */
export class Dates {
  readonly #made: number;
  readonly #year: number;
  readonly #month: number;
  readonly #words: Column = column();
  #before: string;

  constructor(made: number) {
    this.#made = made;
    this.#before = dayText(made);
    this.#year = Number(this.#before.slice(0, 4));
    this.#month = this.#year * 12 + Number(this.#before.slice(5, 7)) - 1;
  }

  write(sink: Sink, text: string): void {
    sink.bits.bit(text !== this.#before);
    if (text === this.#before) return;
    this.#before = text;
    const parsed = parse(text);
    const form = FORMS.indexOf(parsed.form);
    for (let at = 0; at < form; at++) sink.bits.bit(true);
    if (form < FORMS.length - 1) sink.bits.bit(false);
    if (parsed.form === 'text') sink.text(text, this.#words);
    else if (parsed.form === 'year') sink.bits.signed(parsed.value - this.#year, 3);
    else if (parsed.form === 'month') sink.bits.signed(parsed.value - this.#month, 5);
    else sink.bits.signed(parsed.value - this.#made, 10);
    if (parsed.form === 'minute') sink.bits.bits(parsed.minute, 11);
  }

  read(spring: Spring): string {
    if (spring.bits.bit()) this.#before = this.#fresh(spring);
    return this.#before;
  }

  #fresh(spring: Spring): string {
    let at = 0;
    while (at < FORMS.length - 1 && spring.bits.bit()) at++;
    const form = FORMS[at]!;
    if (form === 'text') return spring.text(this.#words);
    if (form === 'year') return year(this.#year + spring.bits.signed(3));
    if (form === 'month') {
      const month = this.#month + spring.bits.signed(5);
      return `${year(Math.floor(month / 12))}-${pad((month % 12) + 1, 2)}`;
    }
    const day = dayText(this.#made + spring.bits.signed(10));
    // A year of more or fewer than four digits was never written.
    if (!/^\d{4}-/.test(day)) throw new AppError('garbled');
    if (form === 'day') return day;
    const minute = spring.bits.bits(11);
    if (minute >= 1440) throw new AppError('garbled');
    return `${day}T${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
  }
}

function year(value: number): string {
  if (value < 0 || value > 9999) throw new AppError('garbled');
  return pad(value, 4);
}
