import { AppError } from '../lib/error.ts';
import { type Answer, type AnswerLine, answerKinds, newKinds } from './answer.ts';
import type { Item, ItemId, Privacy, Values, Version } from './item.ts';
import type { Field, Kind } from './kind.ts';
import { kindOf } from './kinds.ts';
import { toShared } from './let-out.ts';
import type { Line, Proposal } from './proposal.ts';
import type { ShareEntry } from './share.ts';
import { isFilled } from './show.ts';
import { sameValue } from './values.ts';

type Items = ReadonlyMap<ItemId, Item>;
type Changes = Line['changes'];

/** What an answer is read against: what was shown, and the record as it is now. */
export interface Shown {
  items: ShareEntry['items'];
  known: Items;
}

/** A field that an answer may say something of: what the review can't show never comes in. */
const isSaid = (field: Field): boolean => !field.neverShared && !field.hidden && field.type !== 'file';

const mustBe = (right: boolean): void => {
  if (!right) throw new AppError('garbled');
};

/** Refuses an answer that says two things about one. */
const mustDiffer = (all: readonly unknown[]): void => mustBe(new Set(all).size === all.length);

/**
 * The lines that an answer makes against the record: of each thing only what differs from what was shown of it, and
 * nothing of a thing that stands as they say. What the person has deleted since comes as new; that they do not have it
 * either says nothing. `newId` gives fresh 128-bit ids.
 *
 * @throws AppError('garbled') for what no reader's page writes: a place that was not shown, another kind than was shown
 * there, an absence, two lines about one thing; 'too-new' for a kind that this version lets nobody give
 */
export const linesOfAnswer = (
  answer: Pick<Answer, 'lines'>,
  shown: Shown,
  proposal: Proposal,
  newId: () => string,
): Line[] => {
  mustDiffer(answer.lines.map(({ about }, at) => about ?? `new ${at}`));
  const lines = answer.lines.flatMap((said, seq): Line[] => {
    const begun = beginLine(said, shown, newId);
    if (!begun) return [];
    const { kind } = said.item;
    return [{ ...begun, id: newId(), proposal, seq, kind, asOf: proposal.on }];
  });
  mustDiffer(lines.map(({ item }) => item));
  mustDiffer(lines.filter(({ kind }) => kindOf(kind)?.single).map(({ kind }) => kind));
  return lines;
};

type Begun = Pick<Line, 'item' | 'base' | 'changes' | 'privacy' | 'out'>;

const beginLine = (said: AnswerLine, shown: Shown, newId: () => string): Begun | null => {
  const { about, item } = said;
  const kind = kindOf(item.kind);
  mustBe(kind !== null && item.absence === undefined && !(about === null && said.out));
  if (!(about === null ? newKinds : answerKinds).includes(item.kind)) throw new AppError('too-new');
  return about === null ? newLine(kind!, said, shown, newId) : lineAbout(kind!, said, shown, newId);
};

const lineAbout = (kind: Kind, said: AnswerLine, shown: Shown, newId: () => string): Begun | null => {
  const thing = shown.items[said.about!];
  mustBe(thing?.kind === kind.id);
  const item = shown.known.get(thing!.item);
  // They do not have it, and by now the person has not either.
  if (!item) return said.out ? null : freshLine(kind, said.item.values, newId);
  // A version that was taken back since is as good as the one that stands.
  const was = item.versions.find(({ id }) => id === thing!.version) ?? item.head;
  mustBe(was.absence === undefined);
  if (said.out) return { item: item.id, base: [was.id], changes: {}, privacy: item.head.privacy, out: true };
  return changedLine(kind, item, was, wholeOf(kind, said.item.values));
};

/** Of a kind that there is one of, a new one changes the one that is kept, and says nothing of what it leaves open. */
const newLine = (kind: Kind, said: AnswerLine, { known }: Shown, newId: () => string): Begun | null => {
  const kept = kind.single && [...known.values()].find(item => item.kind === kind.id);
  if (!kept) return freshLine(kind, said.item.values, newId);
  return changedLine(kind, kept, kept.head, givenOf(kind, said.item.values));
};

const freshLine = (kind: Kind, values: Values, newId: () => string): Begun | null => {
  const changes = givenOf(kind, values);
  if (Object.keys(changes).length === 0) return null;
  return { item: newId(), base: [], changes, privacy: privacyOfNew(kind) };
};

/** As its kind has it; never open where the kind is about something that leads to being judged. */
const privacyOfNew = ({ privacy, topics }: Kind): Privacy =>
  privacy === 'open' && topics.length > 0 ? 'careful' : privacy;

/** What was given, of the fields whose question arises. */
const givenOf = (kind: Kind, values: Values): Changes => {
  const given = kind.fields.filter(field => isSaid(field) && isFilled(field, values));
  return Object.fromEntries(given.map(({ name }) => [name, values[name]!]));
};

/** The same with every other field said to be empty. */
const wholeOf = (kind: Kind, values: Values): Changes => ({
  ...Object.fromEntries(kind.fields.filter(isSaid).map(({ name }) => [name, null])),
  ...givenOf(kind, values),
});

/** By now the person may have said something that takes the question away: then no one would see the answer to it. */
const isAsked = (kind: Kind, name: string, values: Values): boolean =>
  kind.fields.find(field => field.name === name)?.when?.(values) ?? true;

/** What differs from what was shown, and is not as the person has it by now. */
const changedLine = (kind: Kind, item: Item, was: Version, says: Changes): Begun | null => {
  const shown = toShared(was)?.values ?? {};
  const told = Object.entries(says).filter(([name, value]) => !sameValue(shown[name], value));
  // A code stands for the name that a document had: under another name it would say something else.
  const codes = told.some(([name]) => name === kind.title[0])
    ? kind.fields.filter(({ type }) => type === 'code').map(({ name }) => [name, null] as const)
    : [];
  const now = item.head.values;
  const after = Object.fromEntries(
    Object.entries({ ...now, ...Object.fromEntries(told) }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );
  const changes = [...told, ...codes].filter(
    ([name, value]) => !sameValue(now[name], value) && (value === null || isAsked(kind, name, after)),
  );
  if (changes.length === 0) return null;
  return {
    item: item.id,
    base: [was.id],
    changes: Object.fromEntries(changes),
    privacy: item.head.privacy,
  };
};
