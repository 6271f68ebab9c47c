import type { Item } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { LogEntry } from '../../../domain/log.ts';
import { coverOf, rowOf, titleOf, type Ways } from '../../../domain/show.ts';

/** By the bus rule: what was Careful then, or is now, goes by the person's own name for it. */
export const nameThen = (shown: LogEntry['items'][number], item: Item | undefined, ways: Ways): string => {
  if (item && item.head.privacy !== 'open') return rowOf(item, ways).title;
  if (shown.privacy !== 'open') return coverOf({ kind: shown.kind, values: {} }, ways);
  const named = kindOf(shown.kind)?.title[0];
  if (!named || !shown.title) return coverOf({ kind: shown.kind, values: {} }, ways);
  // Written down as it was kept: a choice by its id.
  return titleOf({ kind: shown.kind, values: { [named]: shown.title } }, ways);
};
