import { parseDate } from '../domain/date.ts';
import { dialOf } from '../domain/dial.ts';
import type { FieldValue, Item, ItemId } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import type { Line, Proposal } from '../domain/proposal.ts';
import { showPlain } from '../domain/safe-text.ts';
import { randomId, utf8 } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import type { Found } from '../outside/format.ts';
import { formats } from '../outside/formats.ts';
import { note } from '../outside/values.ts';
import { readLink } from '../share/link.ts';
import { isFrame } from '../share/moving/frame.ts';
import type { Book } from './book.ts';

/**
 * More than this is not looked at, characters: an address book's cards have pictures in them, which are left out.
 * What is kept as a note has far less room.
 */
export const MOST_TEXT = 1_000_000;

/** A line has room beside what it says: less than a record may have, bytes. */
const LONGEST_LINE = 56_000;

const LONGEST_NAME = 60;

type Items = ReadonlyMap<ItemId, Item>;

/** What a text was, and what became of it. Only with `waits` was anything written. */
export type TakenIn =
  /** A code or link of ours: for whoever asked, before anything else. */
  | { what: 'own' }
  /** It waits for a yes, also when it did already. */
  | { what: 'waits'; proposal: string }
  /** All of it is kept already. */
  | { what: 'kept' }
  | { what: 'empty' }
  | { what: 'too-long' };

/** Is it a link of ours? A broken one too, where it plainly leads to a reader's page. */
const isOwn = (text: string): boolean => {
  try {
    readLink(text);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code !== 'not-ours' && /^https?:\/\/[^\s#]*\/r\.html#/.test(text);
  }
};

/** What is in a text. Whatever is broken is kept as it stands. Throws AppError('too-big') for too much at once. */
const foundIn = (text: string): readonly Found[] => {
  try {
    for (const format of formats) {
      const found = format.read(text);
      if (found) return found;
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-big') throw error;
  }
  return [note(text)];
};

const said = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');
const asName = (value: FieldValue | undefined): string => said(value).toLowerCase().split(/\s+/).join(' ');

/** One number, as it is dialled at home and from abroad. */
const asPhone = (value: FieldValue | undefined): string =>
  (dialOf(said(value)) || said(value)).replace(/^\+61/, '0');

const asTime = (value: FieldValue | undefined): string => {
  const date = parseDate(said(value));
  return date ? JSON.stringify(date) : said(value);
};

/** What makes two of a kind the same thing, and how each of those is read. None of them is ever news. */
const sameBy: Record<Found['kind'], Readonly<Record<string, (value: FieldValue | undefined) => string>>> = {
  contact: { name: asName, phone: asPhone },
  appointment: { with: asName, when: asTime },
  // What a note is called is for the person to say.
  note: { text: said, name: () => '' },
};

const isSame = ({ kind, values }: Found, { head }: Item): boolean =>
  head.kind === kind &&
  Object.entries(sameBy[kind]).every(([name, as]) => as(values[name]) === as(head.values[name]));

const isLong = (kind: string, name: string): boolean =>
  kindOf(kind)?.fields.find(field => field.name === name)?.type === 'long';

/** What the person said at length, and under it those lines that it does not have yet. */
const addedTo = (now: string, more: string): string => {
  const known = new Set(now.split('\n').map(line => line.trim()));
  return [now, ...more.split('\n').filter(line => !known.has(line.trim()))].join('\n');
};

/** What it says otherwise than the thing that is kept. What stands there at length is added to, never written over. */
const newsIn = ({ kind, values }: Found, { head }: Item): Record<string, string> => {
  const changes = Object.entries(values).map(([name, value]) => {
    const now = said(head.values[name]);
    return [name, now && isLong(kind, name) ? addedTo(now, value) : value, now] as const;
  });
  const isNews = ([name, value, now]: (typeof changes)[number]) => value !== now && !(name in sameBy[kind]);
  return Object.fromEntries(changes.filter(isNews).map(([name, value]) => [name, value]));
};

/** The lines of what was found: new things, or what changes in one that is kept. What says nothing new has no line. */
const linesFrom = (found: readonly Found[], proposal: Proposal, known: Items): Line[] => {
  const items = [...known.values()];
  return found.flatMap((one, seq) => {
    const { kind, values, notYet } = one;
    const item = items.find(kept => isSame(one, kept));
    const changes = item ? newsIn(one, item) : values;
    if (Object.keys(changes).length === 0) return [];
    const line: Line = {
      id: randomId(),
      proposal,
      seq,
      item: item?.id ?? randomId(),
      kind,
      base: (item?.heads ?? []).map(({ id }) => id),
      changes,
      privacy: kindOf(kind)!.privacy,
      asOf: proposal.on,
    };
    return [notYet ? { ...line, notYet } : line];
  });
};

const fits = (line: Line): boolean => utf8(JSON.stringify(line)).length <= LONGEST_LINE;

/** The one name that all of it is from. */
const fromOf = (found: readonly Found[]): string => {
  const [name = '', ...others] = new Set(found.map(({ from = '' }) => from));
  return others.length > 0 ? '' : showPlain(name).slice(0, LONGEST_NAME);
};

/**
 * One text that came from outside (scanned, pasted, or a file's) as lines: our own codes first, then every format in
 * `src/outside/`. Pure but for fresh ids.
 */
export const classify = (
  text: string,
  known: Items,
  clock: Clock,
): Exclude<TakenIn, { what: 'waits' }> | { what: 'lines'; lines: readonly Line[] } => {
  if (text.length > MOST_TEXT) return { what: 'too-long' };
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (plain === '') return { what: 'empty' };
  // A picture of a moving code may end with a space, which counts.
  if (isFrame(text) || isOwn(plain)) return { what: 'own' };
  try {
    const found = foundIn(plain);
    const at = new Date(clock.now()).toISOString();
    const stamp = { id: randomId(), via: 'scan', from: fromOf(found), at, on: today(clock) } as const;
    const lines = linesFrom(found, stamp, known);
    const fitting = lines.every(fits) ? lines : linesFrom([note(plain)], stamp, known);
    if (!fitting.every(fits)) return { what: 'too-long' };
    return fitting.length > 0 ? { what: 'lines', lines: fitting } : { what: 'kept' };
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-big') return { what: 'too-long' };
    throw error;
  }
};

const says = ({ item, base, kind, changes }: Line): string =>
  JSON.stringify([kind, changes, base.length > 0 ? item : '']);

/**
 * Takes in what a text says, to wait for a yes. What waits already is not let in twice. Throws what writing throws:
 * AppError('storage-full') and the like; then nothing was taken in.
 */
export const takeInText = async (book: Book, text: string, clock: Clock): Promise<TakenIn> => {
  const read = classify(text, book.all.peek(), clock);
  if (read.what !== 'lines') return read;
  const waiting = new Map(book.waiting.lines.peek().map(line => [says(line), line.proposal.id]));
  const fresh = read.lines.filter(line => !waiting.has(says(line)));
  if (fresh.length > 0) await book.waiting.letIn(fresh);
  return { what: 'waits', proposal: fresh[0]?.proposal.id ?? waiting.get(says(read.lines[0]!))! };
};
