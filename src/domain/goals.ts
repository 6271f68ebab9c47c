import { compareDates, parseDate } from './date.ts';
import type { Item, SaidDate, Values, Version } from './item.ts';
import { compareVersions } from './versions.ts';

export const GOAL = 'goal';
export const CHECKIN = 'checkin';

/** How a goal stands: on until the person rests it or ends it. Each end is a good one. */
export type GoalState = 'on' | 'rest' | 'done' | 'gone' | 'changed';
const states: readonly string[] = ['rest', 'done', 'gone', 'changed'];

export const stateOf = ({ values }: Pick<Version, 'values'>): GoalState =>
  typeof values.state === 'string' && states.includes(values.state) ? (values.state as GoalState) : 'on';

/** The values of a goal that now stands so. */
export const inState = ({ state: _before, became: _other, ...values }: Values, state: GoalState): Values =>
  state === 'on' ? values : { ...values, state };

const textOf = (value: Values[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** The step is done, and kept as `did`: the next line of what comes after takes its place, or none does. */
export const stepDone = ({ step, later, ...values }: Values): Values => {
  const [next, ...rest] = textOf(later)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return {
    ...values,
    ...(step === undefined ? {} : { did: step }),
    ...(next === undefined ? {} : { step: next }),
    ...(rest.length > 0 ? { later: rest.join('\n') } : {}),
  };
};

/** A line of a goal's story: how it felt on a day, a step that was done, or a turn it took. */
export type StoryLine =
  | { type: 'dot'; on: SaidDate; item: Item; feeling: number | null; note: string }
  | { type: 'step'; on: SaidDate; step: string }
  | { type: 'turn'; on: SaidDate; state: GoalState };

const dotOf = (item: Item): StoryLine => {
  const { values, asOf } = item.head;
  const feeling = /^(?:\d|10)$/.test(textOf(values.feeling)) ? Number(values.feeling) : null;
  return { type: 'dot', on: asOf, item, feeling, note: textOf(values.note) };
};

/** What changed from one version to the next, told on the day it was written. */
const turnsOf = (before: Version, now: Version): StoryLine[] => {
  const lines: StoryLine[] = [];
  if (stateOf(before) !== stateOf(now)) lines.push({ type: 'turn', on: now.lookedAt, state: stateOf(now) });
  const step = textOf(before.values.step);
  if (step !== '' && isSame(stepDone(before.values), now.values))
    lines.push({ type: 'step', on: now.lookedAt, step });
  return lines;
};

/** The steps stand as they do after "I did it", which new words in a form do not bring about. */
const isSame = (done: Values, now: Values): boolean =>
  ['did', 'step', 'later'].every(name => textOf(done[name]) === textOf(now[name]));

/** The day a line stands under: as it was said, else the day it was first written down. */
const dayOf = (line: StoryLine): SaidDate =>
  line.type === 'dot' && !parseDate(line.on) ? writtenOn(line.item) : line.on;

/** The day an item was first written down. */
export const writtenOn = ({ versions, head }: Item): string => (versions.at(-1) ?? head).lookedAt;

const sameValues = (a: Version, b: Version): boolean =>
  JSON.stringify(Object.entries(a.values).sort()) === JSON.stringify(Object.entries(b.values).sort());

/** The versions, oldest first, without those that were taken back on the day: a slip of the thumb is no turn. */
const meant = (goal: Item): Version[] => {
  const kept: Version[] = [];
  for (const version of [...goal.versions].reverse()) {
    const [before, slip] = kept.slice(-2);
    const isUndo = before && slip && slip.lookedAt === version.lookedAt && sameValues(before, version);
    if (isUndo) kept.pop();
    else kept.push(version);
  }
  return kept;
};

/** A goal's dots, steps and turns, newest first. */
export const storyOf = (goal: Item, dots: readonly Item[]): StoryLine[] => {
  const oldestFirst = meant(goal);
  const turns = oldestFirst.flatMap((now, i) => (i > 0 ? turnsOf(oldestFirst[i - 1]!, now) : []));
  const felt = [...dots].sort((a, b) => compareVersions(a.head, b.head)).map(dotOf);
  return [...felt, ...turns].reverse().sort((a, b) => compareDates(dayOf(b), dayOf(a)));
};
