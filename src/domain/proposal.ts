import type { FieldValue, Item, ItemId, Privacy, SaidDate, Source, Values, Version } from './item.ts';
import type { Field } from './kind.ts';
import { kindOf } from './kinds.ts';
import { ownerOf, privacyOf } from './parts.ts';
import { sameValue } from './values.ts';
import { type Saying, sayingOf, toItems } from './versions.ts';

type Items = ReadonlyMap<ItemId, Item>;
type Gone = Pick<ReadonlySet<ItemId>, 'has'>;

/** Where lines that came in together came from. */
export interface Proposal {
  id: string;
  /** Helped on this phone; answered a share; scanned, pasted or opened; kept in a backup. */
  via: 'together' | 'answer' | 'scan' | 'backup';
  /** Who, as they or the person say it, unchecked; may be empty. Of a backup, the civil day it was made. */
  from: string;
  /** ISO instant by this device's clock. For showing only. */
  at: string;
  /** Its civil day here, `YYYY-MM-DD`. */
  on: string;
  /** The log entry of the share that it answers. */
  share?: string;
}

/** What someone offers about one thing. It waits until the person says what becomes of it. */
export interface Line {
  id: string;
  proposal: Proposal;
  /** Its place among the lines that came in with it. */
  seq: number;
  item: ItemId;
  kind: string;
  /** The versions it was made on; none for a new thing. */
  base: readonly string[];
  /** What it says of each field that it changes; `null` takes the field's value away. */
  changes: Readonly<Record<string, FieldValue | null>>;
  /** Of a new thing, and in a backup of every one: what was just for the person is covered while it waits. */
  privacy: Privacy;
  /** When it was true: the day it was written, or the one that a part says. */
  asOf: SaidDate;
  /** It was still being typed when it ended. */
  unfinished?: true;
  /** Whoever answered does not have this thing in their list: it is asked about, and goes only by a yes. */
  out?: true;
  /** Who said it first, where it was kept before: that stays, whoever brings it. */
  source?: Source;
  /** It says that there is none. */
  absence?: 'none';
  /** Holdfast knows what it is, can't read it yet, and keeps its text. */
  notYet?: true;
}

/** What became of a line. */
export type Fate = 'used' | 'kept';

/** What came in, from whom, and what became of it. */
export interface ProposalEntry {
  id: string;
  type: 'proposal';
  /** Its place in the log: one more than the newest had when it was first written. */
  nth?: number;
  /** When the person first said something about it. */
  at: string;
  via: Proposal['via'];
  from: string;
  /** The log entry of the share that was answered. */
  share?: string;
  /** Nothing, where an answer had nothing to say that is not so already. */
  items: readonly { item: ItemId; kind: string; title: string; privacy: Privacy; fate: Fate }[];
  /** How many more there were of each: a record of the log has room for some hundreds. */
  more?: Readonly<Record<Fate, number>>;
}

/** What became of all its lines. */
export const fatesOf = ({ items, more }: ProposalEntry): Record<Fate, number> => {
  const used = items.filter(({ fate }) => fate === 'used').length;
  return { used: used + (more?.used ?? 0), kept: items.length - used + (more?.kept ?? 0) };
};

/** Whoever helps sees this field of a thing that was ticked. What never leaves is not for them either. */
const isSeen = (field: Field): boolean =>
  !field.neverShared || field.hidden === true || field.together === true;

/** A field that a helper is asked. */
export const asksHelper = (field: Field): boolean => isSeen(field) && field.type !== 'file';

/** What whoever helps sees of a thing: neither photos nor what never leaves the phone. */
export const seenValues = ({ kind, values }: Pick<Version, 'kind' | 'values'>): Values => {
  const fields = kindOf(kind)?.fields.filter(asksHelper) ?? [];
  const filled = fields.filter(({ name }) => values[name] !== undefined && !isNone(values[name]));
  return Object.fromEntries(filled.map(({ name }) => [name, values[name]!]));
};

const isNone = (value: FieldValue): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** Things that may be ticked for someone who helps: those not just for the person, and not only a photo. */
export const mayBeSeen = (item: Item): boolean =>
  item.head.privacy !== 'just-me' && item.heads.length === 1 && Object.keys(seenValues(item.head)).length > 0;

/** What differs from one state to the next; `null` for a field that is empty in the next. */
export const changesOf = (before: Values, now: Values): Line['changes'] => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    names.filter(name => !sameValue(before[name], now[name])).map(name => [name, now[name] ?? null]),
  );
};

/** What was written in a session, as it was left: its own versions, and what was being typed. */
export interface Written {
  versions: readonly Version[];
  gone: Gone;
  drafts: readonly (Pick<Version, 'kind' | 'asOf' | 'privacy' | 'values'> & { item: ItemId | null })[];
}

/**
 * The lines of a session: one for each thing that it added or changed. What was still being typed counts as written,
 * and says that it was not finished. `known` is the record it began from; `newId` gives fresh 128-bit ids.
 */
export const linesOf = (written: Written, proposal: Proposal, known: Items, newId: () => string): Line[] => {
  const items = toItems(written.versions, written.gone);
  const typed = new Map(written.drafts.map(draft => [draft.item ?? newId(), draft]));
  const ids = new Set([...items.keys(), ...typed.keys()]);
  return [...ids].flatMap((id, seq) => {
    const item = items.get(id);
    const draft = typed.get(id);
    const says = draft ?? item!.head;
    const base = item
      ? (item.versions.at(-1) ?? item.head).parents
      : (known.get(id)?.heads ?? []).map(v => v.id);
    const began = known.get(id)?.versions.find(version => base.includes(version.id));
    const { kind, privacy } = says;
    const partOf = kindOf(kind)?.partOf;
    const changes = changesOf(began ? seenValues(began) : {}, seenValues(says));
    // Only a part is asked for its day, so only there it is something said.
    const asOf = partOf ? says.asOf : proposal.on;
    const isSaid = Object.keys(changes).some(name => name !== partOf);
    const isMoved = partOf !== undefined && asOf !== (began?.asOf ?? proposal.on);
    if (!isSaid && !isMoved) return [];
    const line = { id: newId(), proposal, seq, item: id, kind, base, changes, privacy, asOf };
    return [draft ? { ...line, unfinished: true } : line];
  });
};

/** A line and the new parts that stand with it. They are looked at, taken and left together. */
export interface Offer {
  line: Line;
  parts: readonly Line[];
}

const ownerIn = (line: Line): ItemId | null => ownerOf({ kind: line.kind, values: newValues(line) });

/** The lines as the person looks at them: a new thing's parts under it. */
export const offersOf = (lines: readonly Line[]): Offer[] => {
  const fresh = new Set(lines.filter(line => line.base.length === 0).map(line => line.item));
  const under = (line: Line): boolean => fresh.has(ownerIn(line) ?? '');
  return lines
    .filter(line => !under(line))
    .map(line => ({ line, parts: lines.filter(part => under(part) && ownerIn(part) === line.item) }));
};

const newValues = (line: Line): Values =>
  Object.fromEntries(
    Object.entries(line.changes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/**
 * How a line stands against the record: `new`, `changes` what it was made on, `moved` where the person has said
 * something else of the same since, or is about to, or has it by now from another copy, `deleted` where they deleted
 * what it would bring back, `out` what they do not have in their list, `split` where two changes of the thing stand
 * against each other, `gone` where the thing (or what a part stands with) is not there any more, or this version does
 * not know its kind.
 */
export type Standing = 'new' | 'changes' | 'out' | 'moved' | 'deleted' | 'split' | 'gone';

/** How a new thing stands that is not here: it, or what it stands with, may have been deleted. */
const standingOfNew = (line: Line, all: Items, gone: Gone): Standing => {
  const owner = ownerIn(line);
  if (owner !== null && !all.has(owner)) return 'gone';
  if (gone.has(line.item)) return 'deleted';
  // That there is none stands against what is listed by now.
  const isListed =
    line.absence && [...all.values()].some(({ kind, head }) => kind === line.kind && !head.absence);
  return isListed ? 'moved' : 'new';
};

/** `typed` is what the person is typing about the thing, `gone` what they deleted. */
export const standingOf = (line: Line, all: Items, typed?: Values, gone: Gone = new Set()): Standing => {
  if (!kindOf(line.kind)) return 'gone';
  const item = all.get(line.item);
  if (!item) return line.base.length === 0 ? standingOfNew(line, all, gone) : 'gone';
  if (item.heads.length > 1) return 'split';
  if (line.base.length === 0) return 'moved';
  if (line.out) return line.base.includes(item.head.id) ? 'out' : 'moved';
  const began = item.versions.find(version => line.base.includes(version.id));
  const { values } = item.head;
  const touched = Object.keys(line.changes).some(
    name => !sameValue(began?.values[name], values[name]) || (typed && !sameValue(typed[name], values[name])),
  );
  return touched ? 'moved' : 'changes';
};

/** How an offer stands: as its line, unless that is new while a part of it was here before. */
export const standingOfOffer = (
  { line, parts }: Offer,
  all: Items,
  typed?: Values,
  gone?: Gone,
): Standing => {
  const standing = standingOf(line, all, typed, gone);
  const isKnown = parts.some(({ item }) => all.has(item) || gone?.has(item));
  return standing === 'new' && isKnown ? 'moved' : standing;
};

/** The lines of new things that say nothing which these versions, just written, don't say already. */
export const toldBy = (written: readonly Version[], lines: readonly Line[]): Line[] => {
  const now = new Map(written.map(version => [version.item, version]));
  return lines.filter(({ item, base, kind, changes, absence, asOf }) => {
    const version = now.get(item);
    if (!version || base.length > 0) return false;
    // That there is none says nothing of what is listed.
    if (absence || version.absence) return absence !== undefined;
    // The day of a part is something said.
    if (kindOf(kind)?.partOf && asOf !== version.asOf) return false;
    return Object.entries(changes).every(([name, value]) => sameValue(version.values[name], value));
  });
};

/** A line may be used as it stands. */
export const isUsable = (standing: Standing): boolean => standing !== 'gone' && standing !== 'split';

/**
 * How private what a line says is: as its thing, or what a part stands with, is now. What was written just for the
 * person stays so, also where their thing here is open.
 */
export const privacyOfLine = (line: Line, all: Items): Privacy => {
  if (line.privacy === 'just-me' && !all.has(ownerIn(line) ?? '')) return 'just-me';
  const head = all.get(line.item)?.head ?? {
    kind: line.kind,
    values: newValues(line),
    privacy: line.privacy,
  };
  return privacyOf({ head: head as Version }, all);
};

/**
 * The thing as it would stand, had the person said yes, from `source` unless the line knows better; `null` where there
 * is nothing left for it to stand with. Of a thing that is here, what the line does not name stays.
 */
export const sayingFrom = (line: Line, all: Items, source: Source): Saying | null => {
  const { kind, asOf } = line;
  const values = newValues(line);
  const item = all.get(line.item);
  // What comes as new and is here by now does not say that there is none of it.
  const isNone = line.absence && (line.base.length > 0 || !item);
  const said = { asOf, source: line.source ?? source, ...(isNone ? { absence: line.absence } : {}) };
  if (!item && line.base.length > 0) return null;
  if (!item) return { ...said, kind, values, privacy: privacyOfLine(line, all) };
  const { absence, ...now } = sayingOf(item.head);
  const rest = Object.entries(item.head.values).filter(([name]) => !(name in line.changes));
  // That there is none holds until someone says what there is.
  const still = absence && Object.keys(values).length === 0 ? { absence } : {};
  return { ...now, ...still, ...said, values: { ...Object.fromEntries(rest), ...values } };
};
