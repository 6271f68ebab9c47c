import { BitReader, BitWriter } from '../lib/bits.ts';
import { fromUtf8, utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';

/*
 * Where an envelope's values go to and come from: numbers and flags are bits, strings are lines of one text.
 * The two are kept apart because packed bits would spoil the letter statistics that the text is packed with.
 *
 * A string is written in the case that the dictionary knows it in, and how to turn it back is said in bits, so
 * that "ASPIRIN", "Aspirin" and "aspirin" are one word. A string of digits alone needs no text at all.
 */

/** How a string got its case; the index is its number in the format. */
const CASES = ['first', 'as-is', 'upper', 'title', 'digits'] as const;
type Case = (typeof CASES)[number];

/** The case of the string before, for each column: neighbours mostly agree. */
export interface Column {
  before: Case;
}

/** A column of names starts with capitals, anything else as it was typed. */
export const column = (before: 'first' | 'as-is' = 'as-is'): Column => ({ before });

const LINE = 0x0a;
/** Stands for a line feed inside a string: a byte that UTF-8 never has. */
const LINE_INSIDE = 0xff;
/** Digits go nine at a time into 30 bits. */
const DIGITS = 9;

const lower = (text: string): string => text.replace(/[A-Z]/g, c => c.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, c => c.toUpperCase());

/** Only ASCII letters change case: what a platform does to the others may differ between versions. */
const RAISE: Record<Exclude<Case, 'digits'>, (text: string) => string> = {
  first: text => upper(text.slice(0, 1)) + text.slice(1),
  'as-is': text => text,
  upper,
  title: text => text.replace(/(?<![A-Za-z0-9'’])[a-z]/g, c => c.toUpperCase()),
};

const LOWER: Record<Exclude<Case, 'digits'>, (text: string) => string> = {
  first: text => lower(text.slice(0, 1)) + text.slice(1),
  'as-is': text => text,
  upper: lower,
  title: lower,
};

/** The case that leaves least to say. Never one that does not turn back exactly. */
function caseOf(text: string): Case {
  if (/^\d+$/.test(text)) return 'digits';
  if (!/[A-Z]/.test(text)) return 'as-is';
  const fits = (name: Exclude<Case, 'digits'>): boolean => RAISE[name](LOWER[name](text)) === text;
  if (/[A-Z].*[A-Z]/s.test(text) && !/[a-z]/.test(text) && fits('upper')) return 'upper';
  if (/\s[A-Z]/.test(text) && fits('title')) return 'title';
  return /^[A-Z]/.test(text) ? 'first' : 'as-is';
}

/** Collects one envelope. */
export class Sink {
  readonly bits = new BitWriter();
  readonly #lines: number[] = [];

  /** One string. A lone surrogate becomes U+FFFD, as everywhere in UTF-8; all else comes back exactly. */
  text(value: string, place: Column): void {
    const how = caseOf(value);
    this.bits.bit(how !== place.before);
    if (how !== place.before) this.#other(how, place.before);
    place.before = how;
    if (how === 'digits') this.#digits(value);
    else this.#line(LOWER[how](value));
  }

  #line(text: string): void {
    for (const byte of utf8(text)) this.#lines.push(byte === LINE ? LINE_INSIDE : byte);
    this.#lines.push(LINE);
  }

  #other(how: Case, before: Case): void {
    const others = CASES.filter(name => name !== before);
    const place = others.indexOf(how);
    for (let at = 0; at < place; at++) this.bits.bit(true);
    if (place < others.length - 1) this.bits.bit(false);
  }

  #digits(value: string): void {
    this.bits.number(value.length - 1, 3);
    for (let at = 0; at < value.length; at += DIGITS) {
      const part = value.slice(at, at + DIGITS);
      this.bits.bits(Number(part), digitBits(part.length));
    }
  }

  /** The lines of all strings so far, as the packer takes them. */
  lines(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#lines);
  }
}

const digitBits = (count: number): number => Math.ceil(count * Math.log2(10));

/** Reads what a `Sink` collected. Throws AppError('garbled'). */
export class Spring {
  readonly bits: BitReader;
  readonly #lines: readonly Uint8Array[] | null;
  #at = 0;

  /** Without `lines`, strings read as empty: a first pass that finds where the bits end. */
  constructor(bytes: Uint8Array, lines: Uint8Array | null) {
    this.bits = new BitReader(bytes);
    this.#lines = lines && splitLines(lines);
  }

  /** How many strings were read. */
  get count(): number {
    return this.#at;
  }

  /** Whether every line was read. */
  get done(): boolean {
    return this.#at === (this.#lines?.length ?? this.#at);
  }

  text(place: Column): string {
    const how = this.bits.bit() ? this.#other(place.before) : place.before;
    place.before = how;
    if (how === 'digits') return this.#digits();
    const line = this.#lines?.[this.#at];
    if (this.#lines && !line) throw new AppError('garbled');
    this.#at++;
    if (!line) return '';
    try {
      return RAISE[how](fromUtf8(line.map(byte => (byte === LINE_INSIDE ? LINE : byte))));
    } catch (cause) {
      throw new AppError('garbled', cause);
    }
  }

  #other(before: Case): Case {
    const others = CASES.filter(name => name !== before);
    let at = 0;
    while (at < others.length - 1 && this.bits.bit()) at++;
    return others[at]!;
  }

  #digits(): string {
    const length = this.bits.number(3) + 1;
    let text = '';
    while (text.length < length) {
      const count = Math.min(DIGITS, length - text.length);
      const part = String(this.bits.bits(digitBits(count)));
      if (part.length > count) throw new AppError('garbled');
      text += part.padStart(count, '0');
    }
    return text;
  }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LINE) continue;
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  if (from !== bytes.length) throw new AppError('garbled');
  return lines;
}
