import { createFormats } from '../../src/domain/format.ts';
import type { Item, Privacy, Version } from '../../src/domain/item.ts';
import { madeUpItems } from '../../src/domain/made-up.ts';
import { plainWords } from '../../src/domain/phrases.ts';
import type { Ways } from '../../src/domain/show.ts';
import { itemOf, makeVersion, toItems } from '../../src/domain/versions.ts';

export const today = '2026-05-12';
export const ways: Ways = { words: plainWords, today, ...createFormats('en-AU', today) };

/** An item of one version. */
export const item = (kind: string, values: Version['values'], more: Partial<Version> = {}): Item =>
  itemOf([
    {
      id: 'aa.1',
      item: `item-${kind}`,
      kind,
      parents: [],
      privacy: 'open',
      source: { type: 'me' },
      asOf: today,
      lookedAt: today,
      savedAt: '',
      values,
      ...more,
    },
  ]);

export const privacies: readonly Privacy[] = ['open', 'careful', 'just-me'];

/** The made-up person's record, as the app would hold it. */
export const alex = (day = today): Item[] => {
  const items = new Map<string, Item>();
  const versions: Version[] = [];
  madeUpItems(day).forEach(({ id = '', lookedAt, ...saying }, at) => {
    const stamp = { id: `aa.${at + 1}`, item: id || `item-${at}`, lookedAt, savedAt: '' };
    const before = items.get(stamp.item);
    const version = makeVersion(saying, stamp, before);
    versions.push(version);
    items.set(stamp.item, itemOf([version, ...(before?.versions ?? [])]));
  });
  return [...toItems(versions).values()];
};
