import type { Values } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { Share, SharedItem } from '../../../domain/share.ts';
import { titleOf, type Ways } from '../../../domain/show.ts';
import { type Added, changedTo, type Giving, placesIn, type Said } from './giving.ts';

/** "50 mg", "0.5 mL", "1 tablet", "75/25 mcg". */
const DOSE =
  /(?:^|[\s(])(\d[\d.,/]*\s*(?:mg|mcg|microg(?:ram)?s?|µg|g|ml|units?|iu|tabs?|tablets?|caps?|capsules?|puffs?|drops?|patch(?:es)?|%)(?:\/\w+)?)(?=$|[\s).,;])/i;
/** Bullets and numbers that a list begins its lines with. */
const BULLET = /^(?:[-–•*·]|\d+[.)])\s+/;
/** More lines are no list of medicines. */
export const MOST_LINES = 100;

export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim().replace(BULLET, '').trim())
    .filter(Boolean);

interface Parsed {
  name: string;
  dose: string;
  often: string;
}

/** Without the signs that stood between the parts; a bracket that was opened is closed. */
const bare = (text: string): string => {
  const inner = text.replace(/^[\s,;:()–-]+|[\s,;:(–-]+$/g, '');
  return inner.endsWith(')') && !inner.includes('(') ? inner.slice(0, -1) : inner;
};

/** A line apart: what comes before the amount, the amount, what comes after. */
export const parseLine = (line: string): Parsed => {
  const found = DOSE.exec(line);
  if (!found) return { name: bare(line), dose: '', often: '' };
  const [all, dose = ''] = found;
  return {
    name: bare(line.slice(0, found.index)),
    dose,
    often: bare(line.slice(found.index + all.length)),
  };
};

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** The word that a list is sure to name it by: "Methadone" of "Methadone liquid". */
const wordOf = (item: SharedItem, ways: Ways): string => {
  const title = titleOf(item, ways);
  return (
    item.kind === 'oat' ? (title.match(/methadone|buprenorphine/i)?.[0] ?? title) : title
  ).toLowerCase();
};

const names = (line: string, word: string): boolean => {
  const at = line.toLowerCase().indexOf(word);
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return word !== '' && at >= 0 && !isLetter(line[at - 1]) && !isLetter(line[at + word.length]);
};

const often = [
  ['day', /^(?:daily|once (?:a day|daily)|each day|every day|a day)$/i],
  ['two-days', /^(?:every second day|alternate days)$/i],
  ['week', /^(?:weekly|once a week|every week)$/i],
  ['month', /^(?:monthly|once a month|every month)$/i],
] as const;

/** What a line says of the fields of what was shown: only what it says otherwise. */
const saidIn = (item: SharedItem, line: string, ways: Ways): Values => {
  const { dose, often: after } = parseLine(line);
  const word = wordOf(item, ways);
  // With no amount, what follows the name says when it is taken.
  const rest = dose ? after : bare(line.slice(line.toLowerCase().indexOf(word) + word.length));
  const isOat = item.kind === 'oat';
  const amount = isOat ? (/^[\d.,]+/.exec(dose)?.[0] ?? '') : dose;
  const when = (isOat && often.find(([, pattern]) => pattern.test(rest))?.[0]) || rest;
  const differs = (name: string, now: string): boolean =>
    now !== '' && folded(now) !== folded(String(item.values[name] ?? ''));
  return {
    ...(differs('dose', amount) ? { dose: amount } : {}),
    // Of a treatment, words that say no more than its form does ("liquid") are not how often.
    ...(differs('often', when) && (!isOat || dose) ? { often: when } : {}),
  };
};

/**
 * What a list of all their medicines, one a line, says of those that were shown: the same, changed, or not in it; and
 * which are new. What was changed by hand stays.
 */
export const withList = (giving: Giving, share: Share, text: string, ways: Ways): Giving => {
  const left = linesIn(text);
  const said = new Map(giving.said);
  const places = placesIn(share).filter(at => ['oat', 'medicine'].includes(share.items[at]!.kind));
  for (const at of places) {
    const item = share.items[at]!;
    const found = left.findIndex(line => names(line, wordOf(item, ways)));
    const line = found < 0 ? null : left.splice(found, 1)[0]!;
    if (said.get(at)?.way !== 'change') said.set(at, sayOf(item, line, ways));
  }
  const added = left.map((line): Added => {
    const { name, dose, often } = parseLine(line);
    // An amount alone has no name before it: then the line is the name.
    const values: Values = name ? { name, dose, often } : { name: line };
    const filled = Object.entries(values).filter(([, value]) => value !== '');
    return { kind: kindOf('medicine')!.id, values: Object.fromEntries(filled) };
  });
  return { said, added: [...giving.added, ...added] };
};

const sayOf = (item: SharedItem, line: string | null, ways: Ways): Said => {
  if (line === null) return { way: 'out' };
  return changedTo(item, { ...item.values, ...saidIn(item, line, ways) }) ?? { way: 'same' };
};
