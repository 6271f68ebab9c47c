import type { Item, ItemId, Version } from './item.ts';
import { kindOf } from './kinds.ts';
import { ownerOf } from './parts.ts';
import { changesOf, type Line, type Proposal } from './proposal.ts';
import { sameValue } from './values.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** The record that a backup is read into. */
export interface Here {
  known: Items;
  /** What was deleted here: it stays so. */
  gone: Pick<ReadonlySet<ItemId>, 'has'>;
}

type Begun = Pick<Line, 'item' | 'base' | 'changes' | 'privacy' | 'absence'>;

const says = ({ kind, values, absence }: Version): string =>
  JSON.stringify([kind, absence, Object.entries(values).sort()]);

const freshLine = ({ head }: Item): Begun => ({
  item: head.item,
  base: [],
  changes: head.values,
  privacy: head.privacy,
  ...(head.absence ? { absence: head.absence } : {}),
});

/** What `now` says otherwise than `before`, and is not so here already. Nothing where there is no such thing. */
const changedLine = (here: Item, before: Version, now: Version): Begun | null => {
  const stands = here.head.values;
  const changes = Object.fromEntries(
    Object.entries(changesOf(before.values, now.values)).filter(
      ([name, value]) => !sameValue(stands[name], value),
    ),
  );
  const none = now.absence && !here.head.absence ? { absence: now.absence } : {};
  if (Object.keys(changes).length === 0 && !none.absence) return null;
  return { item: here.id, base: [before.id], changes, privacy: now.privacy, ...none };
};

/** A thing that is known here: only what was said after the newest state that both have. */
const lineAboutKnown = (here: Item, { head, versions }: Item): Begun | null => {
  const known = new Set(here.versions.map(({ id }) => id));
  const told = new Set(here.versions.map(says));
  // Also where it came in from a backup before, as a version of its own.
  if (known.has(head.id) || told.has(says(head))) return null;
  return changedLine(here, versions.find(({ id }) => known.has(id)) ?? here.head, head);
};

/** Of a kind that there is one of: what it says of the one that is kept, and nothing of what it leaves open. */
const lineAboutSingle = (here: Item, { head }: Item): Begun | null =>
  changedLine(here, here.head, { ...head, values: { ...here.head.values, ...head.values } });

/** That there is none says nothing where something of the kind is listed, here or in the backup, or that was said here. */
const isOpen = ({ head }: Item, copy: Items, { known }: Here): boolean =>
  ![...known.values()].some(({ kind }) => kind === head.kind) &&
  ![...copy.values()].some(({ kind, head: other }) => kind === head.kind && !other.absence);

const beginLine = (item: Item, copy: Items, here: Here): Begun | null => {
  const known = here.known.get(item.id);
  if (known) return lineAboutKnown(known, item);
  const single = kindOf(item.kind)!.single && [...here.known.values()].find(({ kind }) => kind === item.kind);
  if (single) return lineAboutSingle(single, item);
  return item.head.absence && !isOpen(item, copy, here) ? null : freshLine(item);
};

/**
 * The lines that a backup makes against the record: new things, and what changed of known ones. Nothing of what was
 * deleted here, of parts whose thing is not here, or of kinds that this version does not know. Each keeps who said it,
 * and how private it was. `newId` gives fresh 128-bit ids.
 */
export const linesOfBackup = (copy: Items, here: Here, proposal: Proposal, newId: () => string): Line[] => {
  const isHere = (id: ItemId): boolean => here.known.has(id) || (copy.has(id) && !here.gone.has(id));
  return [...copy.values()].flatMap((item, seq): Line[] => {
    const { kind, source, asOf } = item.head;
    const owner = ownerOf(item.head);
    if (!kindOf(kind) || here.gone.has(item.id) || (owner !== null && !isHere(owner))) return [];
    const begun = beginLine(item, copy, here);
    return begun ? [{ ...begun, id: newId(), proposal, seq, kind, asOf, source }] : [];
  });
};
