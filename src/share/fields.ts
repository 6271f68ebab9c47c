import type { FieldValue } from '../domain/item.ts';
import type { Field } from '../domain/kind.ts';
import { AppError } from '../lib/error.ts';
import { Codes } from './codes.ts';
import { Dates } from './dates.ts';
import { type Column, column, type Sink, type Spring } from './sink.ts';

/** One field of all items of a run, written and read one after the other. */
export interface FieldColumn {
  /** Throws AppError('too-new') for an option this version doesn't know, 'garbled' for a wrong type. */
  write(sink: Sink, value: FieldValue): void;
  read(spring: Spring): FieldValue;
}

/** Whether a field ever leaves the phone. */
export const leaves = (field: Field): boolean => !field.neverShared && field.type !== 'file';

/** The most options chosen in one field. */
const MOST_CHOSEN = 64;

type Choosing = Extract<Field, { type: 'choice' | 'choices' }>;

const typed = (value: FieldValue): string => {
  if (typeof value !== 'string') throw new AppError('garbled');
  return value;
};

/** An option is its place in the kind's list, from 1; own words are 0 and text. */
class Choices {
  readonly #field: Choosing;
  readonly #words: Column = column();

  constructor(field: Choosing) {
    this.#field = field;
  }

  write(sink: Sink, value: string): void {
    const place = this.#field.options.findIndex(option => option.id === value) + 1;
    if (place === 0 && !this.#field.own) throw new AppError('too-new');
    sink.bits.number(place, 1);
    if (place === 0) sink.text(value, this.#words);
  }

  read(spring: Spring): string {
    const place = spring.bits.number(1);
    if (place === 0 && this.#field.own) return spring.text(this.#words);
    const option = this.#field.options[place - 1];
    if (!option) throw new AppError('too-new');
    return option.id;
  }
}

function choiceColumn(field: Choosing): FieldColumn {
  const choices = new Choices(field);
  if (field.type === 'choice')
    return {
      write: (sink, value) => choices.write(sink, typed(value)),
      read: spring => choices.read(spring),
    };
  return {
    write: (sink, value) => {
      if (!Array.isArray(value)) throw new AppError('garbled');
      if (value.length > MOST_CHOSEN) throw new AppError('too-big');
      sink.bits.number(value.length, 0);
      for (const one of value) choices.write(sink, one);
    },
    read: spring => {
      const count = spring.bits.number(0);
      if (count > MOST_CHOSEN) throw new AppError('garbled');
      return Array.from({ length: count }, () => choices.read(spring));
    },
  };
}

/**
 * How a field's values are written. `first` says that most of them start with a capital, as names do; `made` is
 * the day number that dates count from.
 */
export function fieldColumn(field: Field, first: boolean, made: number): FieldColumn {
  if (field.type === 'choice' || field.type === 'choices') return choiceColumn(field);
  if (field.type === 'date' || field.type === 'time') {
    const dates = new Dates(made);
    return { write: (sink, value) => dates.write(sink, typed(value)), read: spring => dates.read(spring) };
  }
  if (field.type === 'code') {
    const codes = new Codes();
    return { write: (sink, value) => codes.write(sink, typed(value)), read: spring => codes.read(spring) };
  }
  const words = column(first ? 'first' : 'as-is');
  return {
    write: (sink, value) => sink.text(typed(value), words),
    read: spring => spring.text(words),
  };
}
