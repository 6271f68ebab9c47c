import type { Item, ItemId, Version, VersionId } from './item.ts';

/** What a person (or a proposal they accepted) says; the rest of a version is stamped by the app. */
export type Saying = Pick<Version, 'kind' | 'privacy' | 'source' | 'asOf' | 'values'> &
  Partial<Pick<Version, 'absence'>>;

/** What the app knows when it writes: the next free version id, a fresh item id, and the two dates. */
export interface Stamp {
  id: VersionId;
  item: ItemId;
  lookedAt: string;
  savedAt: string;
}

/** The how-manieth version of its install it was, above all that install had seen. */
export const counterOf = (id: VersionId): number => Number(id.slice(id.lastIndexOf('.') + 1));

/**
 * Version order, oldest first: by counter, then by install. A writer takes a counter above every one it has seen,
 * so a child always comes after its parents; the clock has no say.
 */
export const compareVersions = (a: Version, b: Version): number =>
  counterOf(a.id) - counterOf(b.id) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** One item from all its versions, newest first. More than one head is a conflict, to be shown. */
export const itemOf = (newestFirst: readonly Version[]): Item => {
  const [only, ...more] = newestFirst;
  // Most have one, and a large record opens faster so.
  if (only && more.length === 0)
    return { id: only.item, kind: only.kind, head: only, heads: newestFirst, versions: newestFirst };
  const replaced = new Set(newestFirst.flatMap(version => version.parents));
  const open = newestFirst.filter(version => !replaced.has(version.id));
  // Parents that go round in a circle can only come from damage; the newest is then still worth showing.
  const heads = open.length > 0 ? open : newestFirst.slice(0, 1);
  const head = heads[0];
  if (!head) throw new RangeError('an item has at least one version');
  return { id: head.item, kind: head.kind, head, heads, versions: newestFirst };
};

/**
 * Groups versions into items, whatever order they come in; the same version twice counts once. An item in `gone`
 * was deleted and never comes back.
 */
export const toItems = (
  versions: Iterable<Version>,
  gone: Pick<ReadonlySet<ItemId>, 'has'> = new Set(),
): ReadonlyMap<ItemId, Item> => {
  const byItem = new Map<ItemId, Version[]>();
  for (const version of versions) {
    if (gone.has(version.item)) continue;
    const known = byItem.get(version.item);
    if (known) known.push(version);
    else byItem.set(version.item, [version]);
  }
  const items = [...byItem.values()].map(all => itemOf(newestFirst(all)));
  const inOrder = items.map(item => ({ item, first: firstOf(item), counter: counterOf(firstOf(item).id) }));
  inOrder.sort((a, b) => a.counter - b.counter || compareVersions(a.first, b.first));
  return new Map(inOrder.map(({ item }) => [item.id, item]));
};

/** An item's versions in order, each once. */
const newestFirst = (all: readonly Version[]): readonly Version[] =>
  all.length === 1
    ? all
    : [...new Map(all.map(one => [one.id, one])).values()].sort(compareVersions).reverse();

const firstOf = (item: Item): Version => item.versions[item.versions.length - 1] ?? item.head;

/** A new version: the first of a new item, or one on top of every head of `before`, which settles a conflict. */
export const makeVersion = (saying: Saying, stamp: Stamp, before?: Item): Version => ({
  ...saying,
  ...stamp,
  item: before?.id ?? stamp.item,
  parents: before ? before.heads.map(head => head.id) : [],
});

/** What a version says, without its place in the story. */
export const sayingOf = (version: Version): Saying => ({
  kind: version.kind,
  privacy: version.privacy,
  source: version.source,
  asOf: version.asOf,
  values: version.values,
  ...(version.absence ? { absence: version.absence } : {}),
});
