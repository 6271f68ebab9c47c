import type { BitReader, BitWriter } from '../lib/bits.ts';
import { AppError } from '../lib/error.ts';
import { type Column, column, type Sink, type Spring } from './sink.ts';

/*
 * `system|code` in bits. Code systems have numbers here; append only. What a system's own rules say already (a
 * SNOMED CT identifier's partition and check digit, LOINC's check digit) is not sent, and whatever does not follow
 * those rules goes as it is, so that every string comes back exactly.
 */
const SYSTEMS = [
  'http://snomed.info/sct',
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://www.whocc.no/atc',
  'http://loinc.org',
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-10-am',
  'http://hl7.org/fhir/sid/icd-11',
  'http://hl7.org/fhir/sid/cvx',
  'http://hl7.org/fhir/sid/ndc',
  'http://pbs.gov.au/code/item',
  'http://hl7.org/fhir/sid/icd-9-cm',
  'http://unitsofmeasure.org',
] as const;
/** In front of the systems: a string that none of them opens. */
const OTHER = 0;

/** SNOMED CT namespaces, append only: AU, UK drugs, US, UK, US, CA, NZ, IE. */
const NAMESPACES = [
  '1000036',
  '1000001',
  '1000119',
  '1000000',
  '1000124',
  '1000087',
  '1000210',
  '1000220',
] as const;

/** Verhoeff's tables of multiplication in D₅, of places, and of inverses. */
const TIMES = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;
const PLACES = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;
const INVERSE = '0432156789';

/** Verhoeff's check digit of a string of digits (SNOMED CT's "Check-digit computation"). */
function verhoeff(digits: string): string {
  let check = 0;
  for (let at = 1; at <= digits.length; at++)
    check = Number(TIMES[check]![Number(PLACES[at % 8]![Number(digits.at(-at))])]);
  return INVERSE[check]!;
}

/** LOINC's check digit: mod 10, as the LOINC Users' Guide has it. */
function mod10(digits: string): string {
  const turned = [...digits].reverse();
  const odd = turned.filter((_, at) => at % 2 === 0).reverse();
  const even = turned.filter((_, at) => at % 2 === 1);
  const sum = [...even, ...String(Number(odd.join('')) * 2)].reduce((all, digit) => all + Number(digit), 0);
  return String((10 - (sum % 10)) % 10);
}

interface Shape {
  /** How to write a code of this shape; null when it isn't one. */
  plan(code: string): ((bits: BitWriter) => void) | null;
  read(bits: BitReader): string;
}

/** An international concept: item, partition 00, check digit. */
const concept: Shape = {
  plan: code => {
    const item = /^([1-9]\d{2,7})00\d$/.exec(code)?.[1];
    if (!item || verhoeff(`${item}00`) !== code.at(-1)) return null;
    return bits => bits.number(Number(item), 16);
  },
  read: bits => {
    const body = `${bits.number(16)}00`;
    return body + verhoeff(body);
  },
};

/** A concept of a national extension: item, namespace, partition 10, check digit. */
const extension: Shape = {
  plan: code => {
    const [, item, space] = /^([1-9]\d{0,7})(\d{7})10\d$/.exec(code) ?? [];
    if (!item || !space || verhoeff(`${item}${space}10`) !== code.at(-1)) return null;
    const known = (NAMESPACES as readonly string[]).indexOf(space) + 1;
    return bits => {
      bits.number(known, 1);
      if (!known) bits.bits(Number(space), 24);
      bits.number(Number(item), 15);
    };
  },
  read: bits => {
    const known = bits.number(1);
    const space = known ? NAMESPACES[known - 1] : String(bits.bits(24)).padStart(7, '0');
    if (!space) throw new AppError('too-new');
    if (space.length > 7) throw new AppError('garbled');
    const body = `${bits.number(15)}${space}10`;
    return body + verhoeff(body);
  },
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A substance of the ATC: letter, two digits, two letters, two digits. */
const substance: Shape = {
  plan: code => {
    const [, a, b, c, d, e] = /^([A-Z])(\d\d)([A-Z])([A-Z])(\d\d)$/.exec(code) ?? [];
    if (!a || !c || !d) return null;
    const group = (LETTERS.indexOf(a) * 100 + Number(b)) * 26 + LETTERS.indexOf(c);
    return bits => bits.bits((group * 26 + LETTERS.indexOf(d)) * 100 + Number(e), 28);
  },
  read: bits => {
    let value = bits.bits(28);
    const take = (base: number): number => {
      const rest = value % base;
      value = (value - rest) / base;
      return rest;
    };
    const two = (n: number): string => String(n).padStart(2, '0');
    const end = two(take(100));
    const letters = [LETTERS[take(26)], LETTERS[take(26)]].reverse().join('');
    const group = two(take(100));
    if (value > 25) throw new AppError('garbled');
    return `${LETTERS[value]}${group}${letters}${end}`;
  },
};

/** An observation of LOINC: number, dash, check digit. */
const observation: Shape = {
  plan: code => {
    const [, number, check] = /^([1-9]\d{0,6})-(\d)$/.exec(code) ?? [];
    if (!number || mod10(number) !== check) return null;
    return bits => bits.number(Number(number), 13);
  },
  read: bits => {
    const number = String(bits.number(13));
    return `${number}-${mod10(number)}`;
  },
};

/** Shapes of a system's codes, by its place in `SYSTEMS`, most common first. Append only. */
const SHAPES: readonly (readonly Shape[])[] = [[concept, extension], [], [substance], [observation]];

/** A column of codes. */
export class Codes {
  readonly #words: Column = column();
  #before = 1;

  write(sink: Sink, value: string): void {
    const system = SYSTEMS.findIndex(url => value.startsWith(`${url}|`)) + 1;
    sink.bits.bit(system !== this.#before);
    if (system !== this.#before) sink.bits.number(system, 2);
    this.#before = system;
    if (system === OTHER) sink.text(value, this.#words);
    else this.#code(sink, system, value.slice(SYSTEMS[system - 1]!.length + 1));
  }

  #code(sink: Sink, system: number, code: string): void {
    for (const shape of SHAPES[system - 1] ?? []) {
      const write = shape.plan(code);
      sink.bits.bit(!write);
      if (write) {
        write(sink.bits);
        return;
      }
    }
    sink.text(code, this.#words);
  }

  read(spring: Spring): string {
    if (spring.bits.bit()) this.#before = spring.bits.number(2);
    if (this.#before === OTHER) return spring.text(this.#words);
    const system = SYSTEMS[this.#before - 1];
    if (!system) throw new AppError('too-new');
    for (const shape of SHAPES[this.#before - 1] ?? [])
      if (!spring.bits.bit()) return `${system}|${shape.read(spring.bits)}`;
    return `${system}|${spring.text(this.#words)}`;
  }
}
