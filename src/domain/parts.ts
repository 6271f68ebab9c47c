import type { Item, ItemId, Privacy, Version } from './item.ts';
import { kindOf } from './kinds.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** Which thing an item is a part of and stands with; `null` for a thing of its own. */
export const ownerOf = ({ kind, values }: Pick<Version, 'kind' | 'values'>): ItemId | null => {
  const field = kindOf(kind)?.partOf;
  const owner = field === undefined ? undefined : values[field];
  return typeof owner === 'string' ? owner : null;
};

/** The things of their own, and parts whose thing can't be read: what is there must be in sight somewhere. */
export const thingsIn = (all: Items): Items =>
  new Map([...all].filter(([, item]) => !all.has(ownerOf(item.head) ?? '')));

/** How private an item is: a part as its thing is now, whatever held when it was written. */
export const privacyOf = (item: Pick<Item, 'head'>, all: Items): Privacy =>
  (all.get(ownerOf(item.head) ?? '') ?? item).head.privacy;

/** The parts, by the thing they stand with, in the order they are in. */
export const partsIn = (all: Items): ReadonlyMap<ItemId, readonly Item[]> => {
  const parts = new Map<ItemId, Item[]>();
  for (const item of all.values()) {
    const owner = ownerOf(item.head);
    if (owner === null) continue;
    const known = parts.get(owner);
    if (known) known.push(item);
    else parts.set(owner, [item]);
  }
  return parts;
};
