import { type Answer, type AnswerLine, answerKinds } from '../../../domain/answer.ts';
import type { FieldValue, Values } from '../../../domain/item.ts';
import type { Kind } from '../../../domain/kind.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { Share, SharedItem } from '../../../domain/share.ts';
import { isFilled } from '../../../domain/show.ts';
import { sameValue } from '../../../domain/values.ts';

/** What is said of one thing that was shown. Untouched says nothing. */
export type Said = { way: 'same' | 'out' } | { way: 'change'; values: Values };

/** A thing that was not shown. */
export interface Added {
  kind: string;
  values: Values;
}

/** What has been said so far: by the thing's place in the share, and what is new. */
export interface Giving {
  said: ReadonlyMap<number, Said>;
  added: readonly Added[];
}

export const nothingSaid: Giving = { said: new Map(), added: [] };

export const isNothing = ({ said, added }: Giving): boolean => said.size === 0 && added.length === 0;

/** What each kind is asked for at once, and after those what it is asked for on request. */
const asks: Readonly<Record<string, { first: readonly string[]; more?: readonly string[] }>> = {
  oat: {
    first: ['medicine', 'dose', 'often', 'last', 'scriptEnds'],
    more: [
      'lastBy',
      'takeaways',
      'missed',
      'nextInjection',
      'point',
      'pointPhone',
      'pointHours',
      'prescriber',
      'prescriberPhone',
      'prescriberPlace',
      'since',
    ],
  },
  medicine: { first: ['name', 'dose', 'often', 'for'], more: ['since', 'runsOut'] },
  allergy: { first: ['to', 'happens'], more: ['hospital', 'last'] },
  condition: { first: ['name', 'treatment'], more: ['since', 'by'] },
  result: { first: ['name', 'value', 'date'], more: ['means', 'where', 'next'] },
  appointment: { first: ['with', 'when', 'where'], more: ['bring'] },
  referral: { first: ['to', 'for'], more: ['intro'] },
  note: { first: ['name', 'text'] },
};

type AskedField = Exclude<Kind['fields'][number], { type: 'file' }>;

/** The fields of a kind that someone else is asked, and those behind "More". */
export const fieldsOf = (kind: Kind): { first: AskedField[]; more: AskedField[] } => {
  const { first, more = [] } = asks[kind.id]!;
  const named = (names: readonly string[]) =>
    names.flatMap(name => kind.fields.filter((field): field is AskedField => field.name === name));
  return { first: named(first), more: named(more) };
};

/** The places of what may be changed, as a clinic needs them: treatment first, then medicines. */
export const placesIn = ({ items }: Pick<Share, 'items'>): number[] =>
  answerKinds.flatMap(kind => items.flatMap((item, at) => (item.kind === kind && !item.absence ? [at] : [])));

/** A form's values as they go: nothing empty, nothing whose question does not arise. */
export const tidy = (kind: Kind, values: Values): Values =>
  Object.fromEntries(
    kind.fields.filter(field => isFilled(field, values)).map(({ name }) => [name, values[name]!]),
  );

/** The fields that differ from what was shown. A code stands for the name it came with, and goes with it. */
export const changesIn = (item: SharedItem, values: Values): string[] => {
  const names = new Set([...Object.keys(item.values), ...Object.keys(values)]);
  return [...names].filter(name => !sameValue(item.values[name], values[name]));
};

/** What a form says of a thing that was shown; `null` where nothing of it was changed. */
export const changedTo = (item: SharedItem, filled: Values): Said | null => {
  const kind = kindOf(item.kind)!;
  const values: Record<string, FieldValue> = { ...tidy(kind, filled) };
  const changed = changesIn(item, values);
  if (changed.length === 0) return null;
  const codes = kind.fields.filter(({ type }) => type === 'code').map(({ name }) => name);
  if (changed.includes(kind.title[0]!)) for (const name of codes) delete values[name];
  return { way: 'change', values };
};

/** The same with something said of one thing; `null` takes back what was. */
export const saying = ({ said, added }: Giving, at: number, what: Said | null): Giving => {
  const next = new Map(said);
  if (what) next.set(at, what);
  else next.delete(at);
  return { said: next, added };
};

interface From {
  /** The public id of the share that is answered. */
  id: string;
  name: string;
  role: string;
  /** ms since 1970 by this device's clock. */
  now: number;
}

/** What goes back, in the order in which it was shown. */
export const answerOf = ({ said, added }: Giving, share: Share, { id, name, role, now }: From): Answer => {
  const about = placesIn(share).flatMap((at): AnswerLine[] => {
    const what = said.get(at);
    const item = share.items[at]!;
    if (!what) return [];
    if (what.way === 'out') return [{ about: at, out: true, item }];
    return [{ about: at, item: what.way === 'change' ? { ...item, values: what.values } : item }];
  });
  const fresh = added.map(
    ({ kind, values }): AnswerLine => ({
      about: null,
      item: { kind, source: { type: 'me' }, asOf: '', values },
    }),
  );
  return { share: id, from: name, role, made: Math.floor(now / 60_000), lines: [...about, ...fresh] };
};
