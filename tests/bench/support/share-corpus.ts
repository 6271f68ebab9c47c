import type { Share, SharedItem } from '../../../src/domain/share.ts';
import { seeded } from './seeded.ts';

/** One entry of the corpus. */
export interface Entry {
  kind: 'allergy' | 'medicine' | 'problem';
  name: string;
  code?: string;
  dose?: string;
  reaction?: string;
  criticality?: string;
  asOf?: string;
  onset?: string;
}

/** A link's prefix of 34 characters, as the bar says. */
export const PREFIX = 'https://holdfast.example/r/s.html#';
export const DRAWS = 40;
/** 2026-03-01T09:00Z, in minutes; its day is the as-of date of an entry that has none. */
const MADE = Date.UTC(2026, 2, 1, 9) / 60_000;

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

/** Each kind shuffled, then allergy, medicine, problem in turn while they last. */
export function draw(entries: readonly Entry[], seed: number): Entry[] {
  const random = seeded(seed);
  const piles = (['allergy', 'medicine', 'problem'] as const).map(kind =>
    shuffled(
      entries.filter(entry => entry.kind === kind),
      random,
    ),
  );
  const most = Math.max(...piles.map(pile => pile.length));
  return Array.from({ length: most }, (_, at) => piles.flatMap(pile => pile.slice(at, at + 1))).flat();
}

const given = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** What happens, and how bad it may be: the kind has no field for criticality, so it goes in words. */
const happens = ({ reaction, criticality }: Entry): string | undefined =>
  criticality === undefined ? reaction : `${reaction ?? ''} (criticality ${criticality})`.trim();

function itemOf(entry: Entry): SharedItem {
  const { name, code, dose, onset } = entry;
  const values = {
    allergy: () => ({
      kind: 'allergy',
      values: given({ to: name, happens: happens(entry), last: onset, code }),
    }),
    medicine: () => ({ kind: 'medicine', values: given({ name, dose, since: onset, code }) }),
    problem: () => ({ kind: 'condition', values: given({ name, since: onset, code }) }),
  };
  const made = new Date(MADE * 60_000).toISOString().slice(0, 10);
  return { ...values[entry.kind](), source: { type: 'me' }, asOf: entry.asOf ?? made };
}

/** The entries as a share, in the order of the kinds, as the app lists them. */
export function shareOf(entries: readonly Entry[]): Share {
  const order = ['allergy', 'medicine', 'problem'];
  const sorted = [...entries].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { purpose: 'gp', made: MADE, expires: MADE + 7 * 1440, why: '', items: sorted.map(itemOf) };
}

const coding = (entry: Entry): object => {
  const [system, code] = entry.code?.split('|') ?? [];
  return { ...(code && { coding: [{ system, code }] }), text: entry.name };
};

/** The same entries as a minified FHIR R4 bundle, ids as SMART Health Cards shorten them. */
export function fhirBundle(entries: readonly Entry[]): object {
  const subject = { reference: 'resource:0' };
  const resources = entries.map(entry => {
    const { dose, reaction, criticality, asOf, onset } = entry;
    if (entry.kind === 'medicine')
      return {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: coding(entry),
        subject,
        ...(asOf && { effectiveDateTime: asOf }),
        ...(dose && { dosage: [{ text: dose }] }),
      };
    if (entry.kind === 'problem')
      return {
        resourceType: 'Condition',
        code: coding(entry),
        subject,
        ...(onset && { onsetDateTime: onset }),
      };
    return {
      resourceType: 'AllergyIntolerance',
      code: coding(entry),
      patient: subject,
      ...(criticality && { criticality }),
      ...(reaction && { reaction: [{ manifestation: [{ text: reaction }] }] }),
      ...(onset && { onsetDateTime: onset }),
    };
  });
  const all = [{ resourceType: 'Patient' }, ...resources];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: all.map((resource, at) => ({ fullUrl: `resource:${at}`, resource })),
  };
}
