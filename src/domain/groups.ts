import type { GroupId, Kind } from './kind.ts';
import { kindOf } from './kinds.ts';
import type { Phrase } from './phrases.ts';

export interface Group {
  id: GroupId;
  label: Phrase;
}

/** Mine, from top to bottom. */
export const mineGroups: readonly Group[] = [
  { id: 'goals', label: 'group.goals' },
  { id: 'plans', label: 'group.plans' },
  { id: 'about', label: 'group.about' },
  { id: 'treatment', label: 'group.treatment' },
  { id: 'allergies', label: 'group.allergies' },
  { id: 'medicines', label: 'group.medicines' },
  { id: 'conditions', label: 'group.conditions' },
  { id: 'tests', label: 'group.tests' },
  { id: 'mind', label: 'group.mind' },
  { id: 'life', label: 'group.life' },
  { id: 'people', label: 'group.people' },
  { id: 'papers', label: 'group.papers' },
];

export type SectionId =
  | 'who'
  | 'allergies'
  | 'treatment'
  | 'ring'
  | 'need'
  | 'goals'
  | 'plans'
  | 'medicines'
  | 'conditions'
  | 'tests'
  | 'mind'
  | 'life'
  | 'papers'
  | 'talk';

export interface Section {
  id: SectionId;
  label: Phrase;
  /** The kind whose absence is said here: listed, "none, says the person", or not stated. */
  absence?: 'allergy' | 'medicine' | 'condition';
}

/** The reader's page, from top to bottom: the answer first. */
export const readerSections: readonly Section[] = [
  { id: 'who', label: 'group.about' },
  { id: 'allergies', label: 'group.allergies', absence: 'allergy' },
  { id: 'treatment', label: 'section.treatment' },
  { id: 'ring', label: 'section.ring' },
  { id: 'need', label: 'section.need' },
  { id: 'goals', label: 'group.goals' },
  { id: 'plans', label: 'group.plans' },
  { id: 'medicines', label: 'group.medicines', absence: 'medicine' },
  { id: 'conditions', label: 'group.conditions', absence: 'condition' },
  { id: 'tests', label: 'group.tests' },
  { id: 'mind', label: 'section.mind' },
  { id: 'life', label: 'group.life' },
  { id: 'papers', label: 'group.papers' },
  { id: 'talk', label: 'section.talk' },
];

const ofKind: Readonly<Record<string, SectionId>> = { about: 'who', need: 'need', talk: 'talk' };
const ofGroup: Readonly<Record<GroupId, SectionId>> = {
  about: 'who',
  goals: 'goals',
  plans: 'plans',
  treatment: 'treatment',
  allergies: 'allergies',
  medicines: 'medicines',
  conditions: 'conditions',
  tests: 'tests',
  mind: 'mind',
  life: 'life',
  people: 'ring',
  papers: 'papers',
};

/** The section of the reader's page in which a kind stands. */
export const sectionOf = (kind: Kind): SectionId => ofKind[kind.id] ?? ofGroup[kind.group];

/** The things of one section, in the order given. Kinds this version doesn't know stand in no section. */
export const inSection = <T extends { kind: string }>(section: SectionId, things: readonly T[]): T[] =>
  things.filter(thing => {
    const kind = kindOf(thing.kind);
    return kind !== null && sectionOf(kind) === section;
  });

/** What a share says of allergies, medicines or conditions. */
export type Stated = 'listed' | 'none' | 'not-stated';

/** Listed, "none, says the person", or not stated. Never claims none where nothing was said. */
export const statedOf = (
  kind: 'allergy' | 'medicine' | 'condition',
  things: readonly { kind: string; absence?: 'none' }[],
): Stated => {
  const own = things.filter(thing => thing.kind === kind);
  if (own.some(thing => !thing.absence)) return 'listed';
  return own.length > 0 ? 'none' : 'not-stated';
};
