import type { Item, ItemId, Version } from './item.ts';
import { kindOf } from './kinds.ts';

type Items = ReadonlyMap<ItemId, Item>;

/** Which thing an item is a part of and stands with; `null` for a thing of its own. */
export const ownerOf = ({ kind, values }: Pick<Version, 'kind' | 'values'>): ItemId | null => {
  const field = kindOf(kind)?.partOf;
  const owner = field === undefined ? undefined : values[field];
  return typeof owner === 'string' ? owner : null;
};

/** The things of their own. */
export const thingsIn = (all: Items): Items => new Map([...all].filter(([, item]) => !ownerOf(item.head)));

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
