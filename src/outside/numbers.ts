import * as z from 'zod/mini';
import { parseDate } from '../domain/date.ts';
import { dialOf } from '../domain/dial.ts';
import { days, minutesOf } from '../domain/hours.ts';
import { type HelpNumber, needs, waysToCheck } from '../domain/numbers.ts';

/** A list of numbers as it was read: those that are whole, and in words for its editor what is wrong with the rest. */
export interface Directory {
  numbers: readonly HelpNumber[];
  /** "entry 3 (“Lifeline”): phones is missing" */
  faults: readonly string[];
}

// zod would try `new Function`, which the policy forbids and reports.
z.config({ jitless: true });

const says = (test: (text: string) => boolean, error: string) => z.string().check(z.refine(test, { error }));
const atLeastOne = z.minLength(1, { error: 'is empty: it needs at least one' });

const words = says(text => text.trim() !== '', 'is empty');
const phone = says(text => dialOf(text) !== '', 'is not one phone number');
const time = says(text => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), 'is not a time like 09:00');
const day = says(
  text => /^\d{4}-\d{2}-\d{2}$/.test(text) && !!parseDate(text),
  'is not a day like 2026-11-22',
);
const address = says(isAddress, 'is not a web address');
const zone = says(isZone, 'is not a time zone like Australia/Sydney, nor local');

const span = z
  .strictObject({ days: z.array(z.enum(days)).check(atLeastOne), from: time, to: time })
  .check(
    z.refine(({ from, to }) => minutesOf(from) !== minutesOf(to), { error: 'begins and ends at one time' }),
  );

const entry: z.ZodMiniType<HelpNumber> = z.strictObject({
  name: words,
  for: words,
  needs: z.array(z.enum(needs)).check(atLeastOne),
  words: z.exactOptional(z.array(words)),
  area: words,
  phones: z.array(z.strictObject({ number: phone, label: z.exactOptional(words) })).check(atLeastOne),
  text: z.exactOptional(phone),
  hours: z.exactOptional(
    z.union([z.literal('always'), z.strictObject({ zone, open: z.array(span).check(atLeastOne) })]),
  ),
  sources: z.array(address).check(atLeastOne),
  checkedOn: day,
  checkedHow: z.enum(waysToCheck),
});

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && works(() => new URL(text));
}

function isZone(name: string): boolean {
  return name === 'local' || works(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: 'words in quotes',
  array: 'a list in [ ]',
  object: 'a group in { }',
};

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw);

/** `phones, 1, number`: lists count from one, as people do. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map(key => (typeof key === 'number' ? key + 1 : String(key))).join(', ');

const quoted = (value: unknown): string => `“${typeof value === 'string' ? value : JSON.stringify(value)}”`;

/** What is wrong with one value, in words. */
const faultOf = (issue: Issue, value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `should be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_union')
    return `${quoted(value)} is neither "always" nor a group with zone and open`;
  if (issue.code === 'invalid_value') return `${quoted(value)} is none of ${issue.values.join(', ')}`;
  return typeof value === 'string' ? `${quoted(value)} ${issue.message}` : issue.message;
};

/** What is wrong and where: "hours, open, 1, to “5pm” is not a time like 09:00". */
const faultsOf = (issue: Issue, raw: unknown, under: readonly PropertyKey[] = []): string[] => {
  const path = [...under, ...issue.path];
  const value = valueAt(raw, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => `${placeOf([...path, key])} is no field that Holdfast knows`);
  }
  // A group is wrong inside; of two shapes it can only have meant the one that is a group.
  const inside =
    issue.code === 'invalid_union' && typeof value === 'object' ? issue.errors.at(-1) : undefined;
  if (inside) return inside.flatMap(one => faultsOf(one, raw, path));
  return [`${placeOf(path)} ${faultOf(issue, value)}`.trim()];
};

const nameOf = (raw: unknown): string => {
  const name = (raw as { name?: unknown } | null)?.name;
  return typeof name === 'string' && name.trim() ? ` (“${name}”)` : '';
};

const file = z.looseObject({ version: z.literal(1), numbers: z.array(z.unknown()).check(atLeastOne) });

const readFile = (text: string): { raw: unknown } | { fault: string } => {
  try {
    return { raw: JSON.parse(text) };
  } catch (error) {
    return { fault: `the file is not JSON: ${error instanceof Error ? error.message : ''}` };
  }
};

/**
 * Reads a `numbers.json`. One broken entry takes no other along: a person in need gets the numbers that can be
 * read. Whoever made the file gets every fault by entry and field. Never throws.
 */
export const readNumbers = (text: string): Directory => {
  const json = readFile(text);
  if ('fault' in json) return { numbers: [], faults: [json.fault] };
  const whole = file.safeParse(json.raw);
  if (!whole.success) {
    const faults = whole.error.issues.flatMap(issue => faultsOf(issue, json.raw));
    return { numbers: [], faults: faults.map(fault => `the file: ${fault}`) };
  }
  const numbers = new Map<string, HelpNumber>();
  const faults = whole.data.numbers.flatMap((raw, at) => {
    const which = `entry ${at + 1}${nameOf(raw)}`;
    const read = entry.safeParse(raw);
    if (!read.success)
      return read.error.issues.flatMap(issue => faultsOf(issue, raw)).map(f => `${which}: ${f}`);
    if (numbers.has(read.data.name)) return [`${which}: name is taken by an entry before it`];
    numbers.set(read.data.name, read.data);
    return [];
  });
  return { numbers: [...numbers.values()], faults };
};
