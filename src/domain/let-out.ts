import type { FieldValue, Item, Topic, Version } from './item.ts';
import type { Kind } from './kind.ts';
import { kindOf } from './kinds.ts';
import type { SharedItem } from './share.ts';
import { isFilled } from './show.ts';

/**
 * An item as it leaves: no ids of ours, no mark, no story; only fields that show and may be shared. Photos and PDFs
 * stay, because no code can hold them. `null` for a part, and for a kind this version doesn't know: neither ever leaves.
 */
export const toShared = (version: Version): SharedItem | null => {
  const kind = kindOf(version.kind);
  if (!kind || kind.partOf) return null;
  const { source, asOf, absence } = version;
  return {
    kind: kind.id,
    source,
    asOf,
    ...(absence ? { absence } : {}),
    values: sharedValues(kind, version),
  };
};

const sharedValues = (kind: Kind, version: Version): Record<string, FieldValue> => {
  if (version.absence) return {};
  const leaving = kind.fields.filter(f => !f.neverShared && f.type !== 'file' && isFilled(f, version.values));
  return Object.fromEntries(leaving.map(f => [f.name, version.values[f.name] ?? '']));
};

/** What it is about: its kind's topics and those the person ticked for this one. */
export const topicsOf = (item: Pick<Item, 'kind' | 'head'>): ReadonlySet<string> => {
  const own = item.head.values.topic;
  return new Set([...(kindOf(item.kind)?.topics ?? []), ...(Array.isArray(own) ? own : [])]);
};

/** The items that are about none of these topics. */
export const withoutTopics = (items: readonly Item[], topics: readonly Topic[]): Item[] =>
  items.filter(item => {
    const about = topicsOf(item);
    return !topics.some(topic => about.has(topic));
  });
