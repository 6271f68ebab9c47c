import type { Version } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { ownerOf } from '../../../domain/parts.ts';
import { sourceLine } from '../../../domain/said.ts';
import { coverOf, type Fact, factsOf, lineOf, ringsOf, titleOf, type Ways } from '../../../domain/show.ts';
import { Facts } from '../../parts/facts.tsx';
import { PrivacyMark, SourceLine } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { sourceFor } from '../mine/cover.ts';
import { useWays } from '../ways.ts';

/** The person's own name for it, or its cover. "An allergy" over "I have no allergies" would contradict it. */
export const headingOf = (version: Version, ways: Ways): string => {
  const kind = version.absence && kindOf(version.kind);
  return kind ? ways.words(`kind.${kind.id}.plural`, kind.plural) : coverOf(version, ways);
};

/** "Methadone liquid, 60 mg, every day". Nothing where it would only say the title again. */
const leadOf = (version: Version, ways: Ways): string => {
  const title = titleOf(version, ways);
  if (title === kindName(version, ways)) return '';
  const line = lineOf({ ...version, values: shortOnes(version) }, ways);
  return line ? `${title}, ${line}` : title;
};

/** What was written at length keeps its lines, so it stands among the facts and not in the lead. */
const isLong = (fact: Pick<Fact, 'type' | 'also'>): boolean => fact.type === 'long' && fact.also === 'line';
const shortOnes = ({ kind, values }: Version): Version['values'] => {
  const long = new Set(
    kindOf(kind)
      ?.fields.filter(field => field.type === 'long')
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(values).filter(([name]) => !long.has(name)));
};

const kindName = ({ kind }: Version, ways: Ways): string => titleOf({ kind, values: {} }, ways);

export const Lead = ({ version }: { version: Version }) => {
  const ways = useWays();
  const lead = leadOf(version, ways);
  if (!lead || lead === coverOf(version, ways)) return null;
  return (
    <p class="lead gap-above" dir="auto">
      {lead}
    </p>
  );
};

/** Who said it and when, and how private it is. */
export const Marks = ({ version }: { version: Version }) => {
  const { book } = useApp();
  const ways = useWays();
  return (
    <div class="tools loose">
      <SourceLine {...sourceFor(version, ways, book.settings.value)} />
      {!ownerOf(version) && <PrivacyMark privacy={version.privacy} />}
    </div>
  );
};

const oddText = (fact: Fact): string | undefined =>
  fact.odd && t(fact.odd === 'ahead' ? 'form.slip.short' : 'item.odd');

/** What the lead, the calls and the photos don't say already. A date that is odd is said again, and why. */
const left = (version: Version, ways: Ways): Fact[] => {
  const hasLead = leadOf(version, ways) !== '';
  const rings = ringsOf(version, ways).length > 0;
  return factsOf(version, ways).filter(fact => {
    if (fact.file || fact.name === 'called') return false;
    if (fact.odd || isLong(fact)) return true;
    if (fact.also === 'ring') return false;
    if (rings && isRingMore(fact.name, version)) return false;
    return !hasLead || fact.also === undefined;
  });
};

/** `pointHours` and `prescriberPlace` stand on the call to the point and the prescriber. */
const isRingMore = (name: string, version: Version): boolean =>
  /^[a-z]+(Hours|Place)$/.test(name) && version.values[name.replace(/(Hours|Place)$/, '')] !== undefined;

/** `lastBy` belongs under `last`: who gave the dose, under when. */
const withMore = (facts: readonly Fact[]) => {
  const names = new Set(facts.map(fact => fact.name));
  const by = new Map(facts.map(fact => [fact.name, fact.text]));
  return facts
    .filter(fact => !(fact.name.endsWith('By') && names.has(fact.name.slice(0, -2))))
    .map(fact => ({
      label: fact.label,
      value: fact.text,
      more: oddText(fact) ?? by.get(`${fact.name}By`),
    }));
};

const checkedFact = (version: Version, ways: Ways) => {
  const { checkedBy, checkedOn } = version.source;
  if (!checkedBy?.trim() || !sourceLine(version, ways).checked) return [];
  const value = checkedOn ? `${checkedBy}, ${ways.date(checkedOn)}` : checkedBy;
  return [{ label: t('item.checked'), value, more: undefined }];
};

interface FactsProps {
  version: Version;
  /** All of them. */
  whole?: boolean;
  /** All but these, which stand elsewhere on the screen. */
  without?: readonly string[];
}

/** Labels and what they say. */
export const ThingFacts = ({ version, whole, without }: FactsProps) => {
  const ways = useWays();
  const every = factsOf(version, ways).filter(fact => !fact.file);
  const shown = without
    ? every.filter(({ name }) => name !== 'called' && !without.includes(name))
    : whole
      ? every
      : left(version, ways);
  const facts = [...withMore(shown), ...checkedFact(version, ways)];
  const nothing = factsOf(version, ways).length === 0 && !version.absence;
  if (nothing) return <p class="quiet gap-above">{t('item.empty')}</p>;
  if (facts.length === 0) return null;
  return (
    <div class="gap-above">
      <Facts facts={facts} />
    </div>
  );
};
