import { ageInMonths } from './date.ts';
import type { Source, Version } from './item.ts';
import { type Phrase, say } from './phrases.ts';
import { apart, showPlain } from './safe-text.ts';
import type { Ways } from './show.ts';
import { asksToLookAgain, LOOK_AGAIN_MONTHS, type Usage } from './stale.ts';

/** Who said it and when, in parts, so that a screen can set them. */
export interface SourceLine {
  type: Source['type'];
  /** "From Dr Osei, 9 Dec" */
  text: string;
  /** "Checked with Dana, 11 May" */
  checked?: string;
  /** "5 months old", when it asks to be looked at again. */
  age?: string;
}

const named = (key: 'from' | 'said', source: Source): Phrase =>
  source.type === 'me' ? `${key}.me` : `${key}.${source.type}${source.name?.trim() ? '' : 'Unnamed'}`;

const withDate = (text: string, said: string, ways: Ways): string =>
  said.trim() ? `${text}, ${ways.date(showPlain(said.trim()))}` : text;

const checkedLine = (source: Source, ways: Ways): { checked?: string } => {
  if (!source.checkedBy?.trim()) return {};
  const text = say(ways.words, 'from.checked', { name: apart(showPlain(source.checkedBy.trim())) });
  return { checked: withDate(text, source.checkedOn ?? '', ways) };
};

/** The source line on the person's own screens. */
export const sourceLine = (
  version: Pick<Version, 'source' | 'asOf' | 'lookedAt'>,
  ways: Ways,
  usage?: Pick<Usage, 'gapEndedAt'>,
): SourceLine => {
  const { source, asOf } = version;
  const from = say(ways.words, named('from', source), { name: apart(showPlain(source.name?.trim() ?? '')) });
  const asks = asksToLookAgain(version, ways.today, usage) !== null;
  const age = asks ? ageText(asOf, version.lookedAt, ways) : null;
  return {
    type: source.type,
    text: withDate(from, asOf, ways),
    ...checkedLine(source, ways),
    ...(age ? { age } : {}),
  };
};

/** "5 months old", "2 years old". By when it was true, else by when it was looked at; `null` under four months. */
const ageText = (asOf: string, lookedAt: string, ways: Ways): string | null => {
  const months = ageInMonths(asOf, ways.today) ?? ageInMonths(lookedAt, ways.today) ?? 0;
  if (months < LOOK_AGAIN_MONTHS) return null;
  const span = months < 24 ? ways.span(months, 'month') : ways.span(Math.floor(months / 12), 'year');
  return say(ways.words, 'from.age', { span });
};

/** The same for a reader: "Jess says, 11 May 2026", or a health worker's name, which a page sets in bold. */
export const saidLine = (
  thing: { source: Source; asOf: string },
  who: string,
  ways: Ways,
): SourceLine & { strong: boolean } => {
  const { source } = thing;
  // Without a name to call them by, it is the person who says it.
  const person = apart(showPlain(who.trim())) || say(ways.words, 'said.person');
  const text = say(ways.words, named('said', source), {
    who: person,
    name: apart(showPlain(source.name?.trim() ?? '')),
  });
  return {
    type: source.type,
    text: withDate(text, thing.asOf, ways),
    strong: source.type === 'provider',
    ...checkedLine(source, ways),
  };
};
