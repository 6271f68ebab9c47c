import { isAfter, sense } from './date.ts';
import { dialOf } from './dial.ts';
import type { FormatDate, FormatSpan } from './format.ts';
import type { FieldValue, FileValue, Item, Values } from './item.ts';
import type { Field, Kind } from './kind.ts';
import { kindOf } from './kinds.ts';
import { say, type Words } from './phrases.ts';
import { inOneLine, showPlain } from './safe-text.ts';

/** How to say things: the catalogue, the locale's dates, and today where it matters. */
export interface Ways {
  words: Words;
  date: FormatDate;
  span: FormatSpan;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What an item, a version or a shared item have in common. */
export interface Thing {
  kind: string;
  absence?: 'none';
  values: Values;
}

/** One line of a view: what it is called and what it says, ready to show. */
export interface Fact {
  name: string;
  label: string;
  text: string;
  type: Field['type'];
  /** Where else it stands already: in the title, on the line after it, or among the people to ring. */
  also?: 'title' | 'line' | 'ring';
  /** The date makes no sense, or lies ahead where it can't. Kept as typed. */
  odd?: 'impossible' | 'ahead';
  file?: FileValue;
}

export interface Ring {
  /** The field that holds the number: "pointPhone". */
  field: string;
  /** "Dosing point" */
  label: string;
  /** "Northside Pharmacy", may be empty. */
  name: string;
  /** Hours or place: "To 7 pm", may be empty. */
  more: string;
  /** As typed, and as a phone dials it; empty when it is not plainly one number. */
  phone: string;
  dial: string;
}

const isFile = (value: FieldValue): value is FileValue => typeof value === 'object' && 'blob' in value;

const isEmpty = (value: FieldValue | undefined): boolean => {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
};

/** Is there something to show in this field? A value whose question no longer arises stays out of sight. */
export const isFilled = (field: Field, values: Values): boolean =>
  !isEmpty(values[field.name]) && (field.when?.(values) ?? true);

const optionText = (kind: Kind, field: Field, value: string, words: Words): string => {
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
  const option = options.find(o => o.id === value);
  return option ? words(`kind.${kind.id}.${field.name}.${option.id}`, option.label) : showPlain(value.trim());
};

/** Is it over, whatever came of it? */
export const hasEnded = ({ kind, values }: Pick<Thing, 'kind' | 'values'>): boolean =>
  kindOf(kind)?.ended?.(values) ?? false;

/** A field's value as words. */
export const valueText = (kind: Kind, field: Field, value: FieldValue, ways: Ways): string => {
  if (isFile(value)) return say(ways.words, value.type === 'application/pdf' ? 'word.pdf' : 'word.photo');
  if (Array.isArray(value)) return value.map(v => optionText(kind, field, v, ways.words)).join(', ');
  if (field.type === 'choice' || field.type === 'choices') return optionText(kind, field, value, ways.words);
  const text = showPlain(value.trim());
  if (field.type === 'date' || field.type === 'time') return ways.date(text);
  if (field.type === 'amount' && /^[\d.,/–-]+$/.test(text)) return `${text} ${field.unit}`;
  return text;
};

const labelOf = (kind: Kind, field: Field, words: Words): string =>
  words(`kind.${kind.id}.${field.name}.label`, field.label);

/** A kind's own name: "Medicine". */
export const kindLabel = (kind: Kind, words: Words): string => words(`kind.${kind.id}.label`, kind.label);

const filled = (kind: Kind, names: readonly string[], values: Values): Field[] =>
  names.flatMap(name => kind.fields.filter(f => f.name === name && isFilled(f, values)));

/** The field that gives the title; `null` when the kind's own name has to do. */
const titleField = (kind: Kind, values: Values): Field | null => filled(kind, kind.title, values)[0] ?? null;

/** The name of a thing: "Penicillin", "Methadone liquid", or its kind when nothing was filled in. */
export const titleOf = (thing: Thing, ways: Ways): string => {
  const kind = kindOf(thing.kind);
  if (!kind) return say(ways.words, 'word.newer');
  if (thing.absence && kind.none) return ways.words(`kind.${kind.id}.none`, kind.none);
  const field = titleField(kind, thing.values);
  if (!field) return kindLabel(kind, ways.words);
  return valueText(kind, field, thing.values[field.name] ?? '', ways);
};

/** What stands after the title: "50 mg, in the morning", "Have it. Good until March 2028". May be empty. */
export const lineOf = (thing: Thing, ways: Ways): string => {
  const kind = kindOf(thing.kind);
  if (!kind || thing.absence) return '';
  const title = titleField(kind, thing.values);
  let line = '';
  for (const field of filled(kind, kind.line, thing.values)) {
    if (field === title) continue;
    const text = linePart(kind, field, thing.values, ways);
    if (line) line += between(line, text);
    line += text;
  }
  return line;
};

/** A comma goes on, a stop begins anew: "50 mg, in the morning", "Have it. Good until March 2028". */
const between = (line: string, next: string): string => {
  if (/[.!?…]$/u.test(line)) return ' ';
  return /^\p{Lu}/u.test(next) ? '. ' : ', ';
};

/** A bare date says too little in a line, so it goes with its label. */
const linePart = (kind: Kind, field: Field, values: Values, ways: Ways): string => {
  const text = inOneLine(valueText(kind, field, values[field.name] ?? '', ways), ' ');
  if (field.type !== 'date' && field.type !== 'time') return text;
  return say(ways.words, 'word.labelled', { label: labelOf(kind, field, ways.words), text });
};

/** Every filled field as label and text, in the kind's order. */
export const factsOf = (thing: Thing, ways: Ways): Fact[] => {
  const kind = kindOf(thing.kind);
  if (!kind || thing.absence) return [];
  return kind.fields
    .filter(f => !f.hidden && isFilled(f, thing.values))
    .map(f => factOf(kind, f, thing, ways));
};

const factOf = (kind: Kind, field: Field, thing: Thing, ways: Ways): Fact => {
  const value = thing.values[field.name] ?? '';
  const also = placeOf(kind, field, thing.values);
  const odd = oddness(field, value, ways.today);
  return {
    name: field.name,
    label: labelOf(kind, field, ways.words),
    text: valueText(kind, field, value, ways),
    type: field.type,
    ...(also ? { also } : {}),
    ...(odd ? { odd } : {}),
    ...(isFile(value) ? { file: value } : {}),
  };
};

const placeOf = (kind: Kind, field: Field, values: Values): Fact['also'] => {
  if (field === titleField(kind, values)) return 'title';
  if (kind.line.includes(field.name)) return 'line';
  const rings = (kind.ring ?? []).filter(ring => !isEmpty(values[ring.phone]));
  return rings.some(ring => [ring.phone, ring.name, ring.more].includes(field.name)) ? 'ring' : undefined;
};

const oddness = (field: Field, value: FieldValue, today: string): Fact['odd'] => {
  if ((field.type !== 'date' && field.type !== 'time') || typeof value !== 'string') return undefined;
  if (sense(value, today) === 'impossible') return 'impossible';
  return field.past && isAfter(value, today) ? 'ahead' : undefined;
};

/** The people to ring that this thing names, in order; only those with a number. */
export const ringsOf = (thing: Thing, ways: Ways): Ring[] => {
  const kind = kindOf(thing.kind);
  return (kind?.ring ?? []).flatMap(ring => {
    const phone = thing.values[ring.phone];
    if (!kind || typeof phone !== 'string' || phone.trim() === '') return [];
    const said = (field: string): string => {
      const value = thing.values[field];
      return typeof value === 'string' ? showPlain(value.trim()) : '';
    };
    return [
      {
        field: ring.phone,
        label: ways.words(`kind.${kind.id}.ring.${ring.phone}`, ring.label),
        name: said(ring.name),
        more: ring.more ? said(ring.more) : '',
        phone: showPlain(phone.trim()),
        dial: dialOf(phone),
      },
    ];
  });
};

/** What a list calls a Careful thing: the person's own name for it, else the kind's cover. */
export const coverOf = (thing: Thing, ways: Ways): string => {
  const own = thing.values.called;
  if (typeof own === 'string' && own.trim()) return showPlain(own.trim());
  const kind = kindOf(thing.kind);
  return kind ? ways.words(`kind.${kind.id}.cover`, kind.cover) : say(ways.words, 'word.newer');
};

/** A list row on the person's own screens, by the bus rule: the more private, the less it says. */
export const rowOf = (item: Item, ways: Ways): { title: string; line: string } => {
  if (item.head.privacy === 'just-me') return { title: say(ways.words, 'word.covered'), line: '' };
  if (item.head.privacy === 'careful') return { title: coverOf(item.head, ways), line: '' };
  return { title: titleOf(item.head, ways), line: lineOf(item.head, ways) };
};
