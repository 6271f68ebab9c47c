import type { Source, SourceType, Values } from '../domain/item.ts';
import type { Kind } from '../domain/kind.ts';
import { kindOf, kinds } from '../domain/kinds.ts';
import type { Purpose, Share, SharedItem } from '../domain/share.ts';
import { AppError } from '../lib/error.ts';
import { Dates } from './dates.ts';
import { type FieldColumn, fieldColumn, leaves } from './fields.ts';
import { type Column, column, type Sink, type Spring } from './sink.ts';

/*
 * Layout 1 of a share, column by column: header; runs of items of one kind, each with its fields as columns;
 * then as-of dates and sources of all items. Everything here is frozen: what changes it is a new version.
 */
const PURPOSES: readonly Purpose[] = ['gp', 'emergency', 'pharmacy', 'worker', 'own'];
const SOURCES: readonly SourceType[] = ['me', 'peer', 'provider', 'document', 'scanned'];
/** Minutes from 1970 to 2025-01-01T00:00Z. */
const EPOCH = 28_928_160;
const DAY = 1440;
/** More than fit anywhere a share goes; keeps what a hostile count can allocate small. */
const MOST_ITEMS = 2000;

const indexIn = <T>(list: readonly T[], value: T): number => {
  const at = list.indexOf(value);
  if (at < 0) throw new AppError('too-new');
  return at;
};

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index];
  if (value === undefined) throw new AppError('too-new');
  return value;
};

const byCode = (code: number): Kind => {
  const kind = kinds.find(one => one.code === code);
  if (!kind) throw new AppError('too-new');
  return kind;
};

const madeDay = (made: number): number => Math.floor(made / DAY);

/** Writes `share`. Throws AppError('too-new') for what this version doesn't know, 'too-big' for too many items. */
export function writeShare(sink: Sink, share: Share): void {
  const { bits } = sink;
  if (share.items.length > MOST_ITEMS) throw new AppError('too-big');
  bits.bits(indexIn(PURPOSES, share.purpose), 4);
  bits.signed(share.made - EPOCH, 20);
  bits.signed(share.expires - share.made, 10);
  bits.bit(share.why !== '');
  if (share.why !== '') sink.text(share.why, column('first'));
  bits.number(share.items.length, 4);
  for (const run of runs(share.items)) writeRun(sink, run, madeDay(share.made));
  const dates = new Dates(madeDay(share.made));
  for (const item of share.items) dates.write(sink, item.asOf);
  const sources = new Sources(madeDay(share.made));
  for (const item of share.items) sources.write(sink, item.source);
}

/** Reads what `writeShare` wrote. Throws AppError('too-new' | 'garbled'). */
export function readShare(spring: Spring): Share {
  const { bits } = spring;
  const purpose = at(PURPOSES, bits.bits(4));
  const made = EPOCH + bits.signed(20);
  const expires = made + bits.signed(10);
  const why = bits.bit() ? spring.text(column('first')) : '';
  const count = bits.number(4);
  if (count > MOST_ITEMS) throw new AppError('garbled');
  const bare: Bare[] = [];
  while (bare.length < count) bare.push(...readRun(spring, count - bare.length, madeDay(made)));
  const dates = new Dates(madeDay(made));
  const asOf = bare.map(() => dates.read(spring));
  const sources = new Sources(madeDay(made));
  const items = bare.map((item, index) => ({ ...item, asOf: asOf[index]!, source: sources.read(spring) }));
  return { purpose, made, expires, why, items };
}

interface Run {
  kind: Kind;
  items: readonly SharedItem[];
}

function runs(items: readonly SharedItem[]): Run[] {
  const all: { kind: Kind; items: SharedItem[] }[] = [];
  for (const item of items) {
    const last = all.at(-1);
    if (last?.kind.id === item.kind) {
      last.items.push(item);
      continue;
    }
    const kind = kindOf(item.kind);
    if (!kind) throw new AppError('too-new');
    all.push({ kind, items: [item] });
  }
  return all;
}

/** Names and other titles start with capitals, the rest as it comes. */
const columnOf = (kind: Kind, index: number, made: number): FieldColumn => {
  const field = kind.fields[index]!;
  return fieldColumn(field, kind.title[0] === field.name, made);
};

/** Some, none or all: `0` and a bit each, `10`, `11`; for a single item just its bit. */
function writeFlags(sink: Sink, flags: readonly boolean[]): void {
  const mixed = flags.includes(true) && flags.includes(false);
  if (flags.length > 1) sink.bits.bit(!mixed);
  if (flags.length > 1 && !mixed) sink.bits.bit(flags[0]!);
  else for (const flag of flags) sink.bits.bit(flag);
}

function readFlags({ bits }: Spring, count: number): boolean[] {
  if (count > 1 && bits.bit()) return new Array<boolean>(count).fill(bits.bit());
  return Array.from({ length: count }, () => bits.bit());
}

const has = (values: Values, name: string): boolean => Object.hasOwn(values, name);

function writeRun(sink: Sink, { kind, items }: Run, made: number): void {
  for (const { values } of items)
    for (const name of Object.keys(values))
      if (!kind.fields.some(field => field.name === name)) throw new AppError('too-new');
  const leaving = kind.fields.map(field => leaves(field) && items.some(item => has(item.values, field.name)));
  const fields = leaving.lastIndexOf(true) + 1;
  sink.bits.number(kind.code, 3);
  sink.bits.number(items.length - 1, 1);
  sink.bits.number(fields, 3);
  writeFlags(
    sink,
    items.map(item => item.absence === 'none'),
  );
  for (let index = 0; index < fields; index++) {
    const { name } = kind.fields[index]!;
    const flags = items.map(item => leaving[index]! && has(item.values, name));
    writeFlags(sink, flags);
    const values = columnOf(kind, index, made);
    for (const [row, item] of items.entries()) if (flags[row]) values.write(sink, item.values[name]!);
  }
}

type Bare = Omit<SharedItem, 'asOf' | 'source'>;

function readRun(spring: Spring, most: number, made: number): Bare[] {
  const kind = byCode(spring.bits.number(3));
  const count = spring.bits.number(1) + 1;
  if (count > most) throw new AppError('garbled');
  const fields = spring.bits.number(3);
  if (fields > kind.fields.length) throw new AppError('too-new');
  const none = readFlags(spring, count);
  const values = none.map((): Record<string, Values[string]> => ({}));
  for (let index = 0; index < fields; index++) {
    const field = kind.fields[index]!;
    const flags = readFlags(spring, count);
    if (!leaves(field) && flags.includes(true)) throw new AppError('garbled');
    const column = columnOf(kind, index, made);
    for (const [row, flag] of flags.entries()) if (flag) values[row]![field.name] = column.read(spring);
  }
  return values.map((own, row) => ({
    kind: kind.id,
    values: own,
    ...(none[row] && { absence: 'none' as const }),
  }));
}

/** The column of sources: the one before again, one seen earlier, or a new one. */
class Sources {
  readonly #seen: Source[] = [{ type: 'me' }];
  readonly #dates: Dates;
  readonly #words: Column = column('first');
  #before = 0;

  constructor(made: number) {
    this.#dates = new Dates(made);
  }

  write(sink: Sink, source: Source): void {
    const { bits } = sink;
    const known = this.#seen.findIndex(seen => same(seen, source));
    bits.bit(known !== this.#before);
    if (known === this.#before) return;
    bits.number(known + 1, 1);
    this.#before = known >= 0 ? known : this.#seen.push(source) - 1;
    if (known >= 0) return;
    bits.bits(indexIn(SOURCES, source.type), 3);
    for (const text of [source.name, source.checkedBy]) {
      bits.bit(text !== undefined);
      if (text !== undefined) sink.text(text, this.#words);
    }
    bits.bit(source.checkedOn !== undefined);
    if (source.checkedOn !== undefined) this.#dates.write(sink, source.checkedOn);
  }

  read(spring: Spring): Source {
    const { bits } = spring;
    if (bits.bit()) {
      const known = bits.number(1);
      this.#before = known ? known - 1 : this.#seen.push(this.#fresh(spring)) - 1;
    }
    const source = this.#seen[this.#before];
    if (!source) throw new AppError('garbled');
    return { ...source };
  }

  #fresh(spring: Spring): Source {
    const { bits } = spring;
    const source: Source = { type: at(SOURCES, bits.bits(3)) };
    if (bits.bit()) source.name = spring.text(this.#words);
    if (bits.bit()) source.checkedBy = spring.text(this.#words);
    if (bits.bit()) source.checkedOn = this.#dates.read(spring);
    return source;
  }
}

const same = (a: Source, b: Source): boolean =>
  a.type === b.type && a.name === b.name && a.checkedBy === b.checkedBy && a.checkedOn === b.checkedOn;
