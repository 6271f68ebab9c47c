import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, Version } from '../../src/domain/item.ts';
import { compareVersions, itemOf, makeVersion, sayingOf, toItems } from '../../src/domain/versions.ts';
import { item } from './support.ts';

const saying = (text: string) => ({
  kind: 'note',
  privacy: 'open' as const,
  source: { type: 'me' as const },
  asOf: '',
  values: { text },
});
const stamp = (id: string) => ({ id, item: 'x', lookedAt: '2026-05-12', savedAt: '' });

/** A history as installs write it: each new version stands on heads of its item that its writer has seen. */
const histories = fc
  .array(
    fc.record({
      of: fc.nat(3),
      install: fc.constantFrom('aa', 'bb', 'cc'),
      late: fc.boolean(),
      skip: fc.nat(3),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map(steps => {
    const versions: Version[] = [];
    steps.forEach(({ of, install, late, skip }, at) => {
      const earlier = versions.filter(v => v.item === `i${of}`);
      const seen = late ? earlier.slice(0, Math.max(0, earlier.length - skip)) : earlier;
      const before = seen.length > 0 ? itemOf([...seen].reverse()) : undefined;
      const counter = Math.max(0, ...seen.map(v => Number(v.id.split('.')[1]))) + 1;
      const taken = versions.some(v => v.id === `${install}.${counter}`);
      const id = taken ? `${install}.${1000 + at}` : `${install}.${counter}`;
      versions.push(makeVersion(saying(String(at)), { ...stamp(id), item: `i${of}` }, before));
    });
    return versions;
  });

const plain = (items: ReadonlyMap<string, Item>) => JSON.stringify([...items]);

describe('versions', () => {
  test('any order of the same versions, some twice, gives the same items', () => {
    fc.assert(
      fc.property(
        histories.chain(all =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
        ),
        ([all, mixed, again]) => {
          expect(plain(toItems([...mixed, ...again]))).toBe(plain(toItems(all)));
        },
      ),
    );
  });

  test('a deleted item never comes back', () => {
    fc.assert(
      fc.property(histories, fc.subarray(['i0', 'i1', 'i2', 'i3']), (all, gone) => {
        const items = toItems(all, new Set(gone));
        expect([...items.keys()].filter(id => gone.includes(id))).toEqual([]);
      }),
    );
  });

  test('heads are what nothing was made from; a settled item has one', () => {
    fc.assert(
      fc.property(histories, all => {
        for (const it of toItems(all).values()) {
          const parents = it.versions.flatMap(v => v.parents);
          expect(it.heads.every(h => !parents.includes(h.id))).toBe(true);
          expect(it.head).toBe(it.heads[0]);
          const settled = makeVersion(saying('done'), stamp('zz.99999'), it);
          expect(itemOf([settled, ...it.versions]).heads).toEqual([settled]);
        }
      }),
    );
  });

  test('two changes to one version are two heads', () => {
    const first = makeVersion(saying('a'), stamp('aa.1'));
    const before = itemOf([first]);
    const one = makeVersion(saying('b'), stamp('aa.2'), before);
    const two = makeVersion(saying('c'), stamp('bb.2'), before);
    const both = toItems([two, first, one]).get('x');
    expect(both?.heads.map(h => h.id)).toEqual(['bb.2', 'aa.2']);
    expect(both?.head.values.text).toBe('c');
  });

  test('order is by counter, then install, never by the clock', () => {
    const at = (id: string, savedAt: string): Version => ({ ...item('note', {}).head, id, savedAt });
    const versions = [at('bb.10', '2020'), at('aa.10', '2031'), at('cc.9', '2040')];
    expect(versions.sort(compareVersions).map(v => v.id)).toEqual(['cc.9', 'aa.10', 'bb.10']);
  });

  test('bringing an old version back is a new version with its words', () => {
    const first = makeVersion(saying('old'), stamp('aa.1'));
    const second = makeVersion(saying('new'), stamp('aa.2'), itemOf([first]));
    const both = itemOf([second, first]);
    const back = makeVersion(sayingOf(both.versions.at(-1)!), stamp('aa.3'), both);
    expect(back).toMatchObject({ id: 'aa.3', parents: ['aa.2'], values: { text: 'old' } });
  });

  test('parents that go round in a circle still show something', () => {
    const a = { ...item('note', {}).head, id: 'aa.1', parents: ['aa.2'] };
    const b = { ...a, id: 'aa.2', parents: ['aa.1'] };
    expect(toItems([a, b]).get(a.item)?.head.id).toBe('aa.2');
  });
});
