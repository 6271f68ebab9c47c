import { inSection, readerSections, type Section, sectionOf, statedOf } from './groups.ts';
import { kindOf } from './kinds.ts';
import { say } from './phrases.ts';
import { apart, inOneLine, showPlain } from './safe-text.ts';
import { saidLine } from './said.ts';
import type { Share, SharedItem } from './share.ts';
import { factsOf, lineOf, type Ring, ringsOf, titleOf, type Ways } from './show.ts';

/**
 * A whole share as text that a clinic can paste into its own system: headings, one thing a line, who said it and
 * when under it. `made` is the civil day it was made, as a said date.
 */
export const plainText = (share: Share, made: string, ways: Ways): string => {
  const who = nameOf(share.items);
  const blocks = [headLines(share, made, ways)];
  for (const section of readerSections) {
    if (section.id === 'who') continue;
    const lines =
      section.id === 'ring' ? ringLines(share, who, ways) : sectionLines(section, share, who, ways);
    if (lines.length > 0) blocks.push([`${say(ways.words, section.label)}:`, ...lines]);
  }
  return `${blocks.map(lines => lines.map(oneLine).join('\n')).join('\n\n')}\n`;
};

// Nor may a tab begin a new cell where a clinic pastes it.
const oneLine = (line: string): string => inOneLine(line, ' / ').replaceAll('\t', ' ');

/** Stands on every line, so it can't be long. */
const LONGEST_NAME = 60;

/**
 * What to call the person in "Jess says": what they want to be called, else their first name. Empty when unknown, or
 * when it is too long to be a name.
 */
export const nameOf = (items: readonly Pick<SharedItem, 'kind' | 'values'>[]): string => {
  const values = items.find(item => item.kind === 'about')?.values;
  const own = (name: string): string => {
    const value = values?.[name];
    return typeof value === 'string' ? showPlain(value.trim()) : '';
  };
  const name = own('callMe') || own('name').split(/\s+/)[0] || '';
  return name.length > LONGEST_NAME ? '' : name;
};

/** Why they are here: the line that goes with the share, else what they need today. May be empty. */
export const whyOf = ({ why, items }: Share): string => {
  const need = items.find(item => item.kind === 'need')?.values.need;
  return showPlain(why.trim() || (typeof need === 'string' ? need.trim() : ''));
};

const headLines = (share: Share, made: string, ways: Ways): string[] => {
  const about = share.items.find(item => item.kind === 'about');
  const lines: string[] = [];
  if (about) {
    const title = titleOf(about, ways);
    // The only line that begins with someone's own text: in a spreadsheet it must not become a formula.
    const named = /^[=+@-]/.test(title);
    if (!named) lines.push(title);
    for (const fact of factsOf(about, ways)) {
      if (named || fact.also !== 'title')
        lines.push(factLine(fact.label, fact.text, fact.odd !== undefined, ways));
    }
  }
  lines.push(say(ways.words, 'plain.made', { date: ways.date(made) }), say(ways.words, 'plain.standing'));
  const why = whyOf(share);
  if (why) lines.push('', `${say(ways.words, 'plain.why')}: ${why}`);
  return lines;
};

const sectionLines = (section: Section, share: Share, who: string, ways: Ways): string[] => {
  const items = inSection(section.id, share.items).filter(item => !item.absence);
  const lines = items.flatMap(item => itemLines(item, who, ways));
  if (!section.absence) return lines;
  const stated = statedOf(section.absence, share.items);
  if (stated === 'listed') return lines;
  const none = share.items.find(item => item.kind === section.absence && item.absence);
  const text = none ? noneText(none, who, ways) : say(ways.words, 'absence.notStated');
  return [`- ${text}`, ...lines];
};

const noneText = (item: SharedItem, who: string, ways: Ways): string => {
  const text = who
    ? say(ways.words, 'absence.none', { who: apart(who) })
    : say(ways.words, 'absence.noneThem');
  return item.asOf.trim() ? `${text}, ${ways.date(showPlain(item.asOf.trim()))}` : text;
};

const itemLines = (item: SharedItem, who: string, ways: Ways): string[] => {
  const kind = kindOf(item.kind);
  const lines = [`- ${headline(item, ways)}`];
  // A person or service stands among the numbers to ring as itself, so its own number goes here.
  const elsewhere = kind && sectionOf(kind) === 'ring' ? ['title', 'line'] : ['title', 'line', 'ring'];
  for (const fact of factsOf(item, ways)) {
    if (fact.also && elsewhere.includes(fact.also) && !fact.odd) continue;
    lines.push(`  ${factLine(fact.label, fact.text, fact.odd !== undefined, ways)}`);
  }
  lines.push(`  (${saidText(item, who, ways)})`);
  if (kind?.check) {
    const at = `kind.${kind.id}.check`;
    lines.push(
      `  ${ways.words(`${at}.title`, kind.check.title)} ${ways.words(`${at}.text`, kind.check.text)}`,
    );
  }
  return lines;
};

/** "Sertraline: 50 mg, in the morning". A thing with the name of its own section needs no name again. */
const headline = (item: SharedItem, ways: Ways): string => {
  const [title, line] = [titleOf(item, ways), lineOf(item, ways)];
  const kind = kindOf(item.kind);
  const section = readerSections.find(s => kind && s.id === sectionOf(kind));
  if (!line) return title;
  return section && say(ways.words, section.label) === title ? line : `${title}: ${line}`;
};

const saidText = (item: SharedItem, who: string, ways: Ways): string => {
  const said = saidLine(item, who, ways);
  return said.checked ? `${said.text}. ${said.checked}` : said.text;
};

const factLine = (label: string, text: string, odd: boolean, ways: Ways): string => {
  return `${label}: ${text}${odd ? ` (${say(ways.words, 'plain.odd')})` : ''}`;
};

/** People and services first as they were kept, then the numbers that other things name. */
const ringLines = (share: Share, who: string, ways: Ways): string[] => {
  const people = inSection('ring', share.items);
  const others = share.items.filter(item => !people.includes(item)).flatMap(item => ringsOf(item, ways));
  const numbers = others.map(ring => `- ${ringText(ring)}`);
  return [...numbers, ...people.flatMap(item => itemLines(item, who, ways))];
};

const ringText = ({ label, name, phone, more }: Ring): string =>
  `${label}: ${[name, phone, more].filter(Boolean).join(', ')}`;
