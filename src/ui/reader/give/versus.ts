import type { Values } from '../../../domain/item.ts';
import type { SharedItem } from '../../../domain/share.ts';
import { factsOf, type Ways } from '../../../domain/show.ts';
import { changesIn } from './giving.ts';

/** One field as it was shown and as they have it. Either may be empty. */
interface Versus {
  label: string;
  old: string;
  now: string;
}

/** Old beside new for every field that differs and can be read, in the kind's order. */
export const versusOf = (item: SharedItem, values: Values, ways: Ways): Versus[] => {
  const changed = new Set(changesIn(item, values));
  const [was, is] = [item.values, values].map(
    of => new Map(factsOf({ kind: item.kind, values: of }, ways).map(fact => [fact.name, fact])),
  );
  return [...new Set([...was!.keys(), ...is!.keys()])]
    .filter(name => changed.has(name))
    .map(name => {
      const [old, now] = [was!.get(name), is!.get(name)];
      return { label: (now ?? old)!.label, old: old?.text ?? '', now: now?.text ?? '' };
    });
};
