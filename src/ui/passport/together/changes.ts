import type { Item, ItemId } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { Line } from '../../../domain/proposal.ts';
import { showPlain } from '../../../domain/safe-text.ts';
import { type Fact, factsOf, type Ways } from '../../../domain/show.ts';
import { sameValue } from '../../../domain/values.ts';
import { t } from '../../words/words.ts';

/** One field of what is offered: what is kept now, and what it would be. Either may be empty. */
export interface Versus {
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

const said = (kind: string, values: Item['head']['values'], ways: Ways): Map<string, Fact> =>
  new Map(factsOf({ kind, values }, ways).map(fact => [fact.name, fact]));

/** Of a thing that comes as new and is here already, what it says as it stands here is no news. */
const isNews = (name: string, { base, changes, item }: Line, all: ReadonlyMap<ItemId, Item>): boolean =>
  name in changes &&
  !(base.length === 0 && all.has(item) && sameValue(all.get(item)!.head.values[name], changes[name]));

/** Old beside new, for every field that a line changes and a person can read. In the kind's order. */
export const versusOf = (line: Line, all: ReadonlyMap<ItemId, Item>, ways: Ways): Versus[] => {
  const now = all.get(line.item)?.head.values ?? {};
  const kept = Object.entries(now).filter(([name]) => line.changes[name] === undefined);
  const given = Object.entries(line.changes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  const mine = said(line.kind, now, ways);
  const theirs = said(line.kind, Object.fromEntries([...kept, ...given]), ways);
  const fields = (kindOf(line.kind)?.fields ?? []).flatMap(({ name }) => {
    const fact = theirs.get(name) ?? mine.get(name);
    if (!fact || !isNews(name, line, all)) return [];
    return [
      { name, label: fact.label, mine: mine.get(name)?.text ?? '', theirs: theirs.get(name)?.text ?? '' },
    ];
  });
  return [...fields, ...dayOf(line, all.get(line.item), ways)];
};

/** The day of a part, where it is another than it was, or than the one it was written on. */
const dayOf = (line: Line, item: Item | undefined, ways: Ways): Versus[] => {
  if (!kindOf(line.kind)?.partOf || line.asOf === (item?.head.asOf ?? line.proposal.on)) return [];
  const mine = item ? ways.date(showPlain(item.head.asOf)) : '';
  return [{ name: 'asOf', label: t('review.day'), mine, theirs: ways.date(showPlain(line.asOf)) }];
};
