import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch, fold, SHOWN, searchText, wordsIn } from '../../src/domain/search.ts';
import { alex, item, ways } from './support.ts';

const items = alex();
const search = createSearch(items, ways);
const kindsFound = (query: string) => search(query).items.map(i => i.kind);

describe('search', () => {
  test('finds by value, choice, kind, own name and source, without case or accents', () => {
    expect(kindsFound('METHÁDONE liq')).toEqual(['oat']);
    expect(kindsFound('my treat')).toEqual(['oat']);
    expect(kindsFound('dr osei depression')).toContain('condition');
    expect(kindsFound('vaccine hep')).toEqual(['vaccination']);
    expect(kindsFound('can’t')).toEqual(kindsFound("can't"));
  });

  test('several words must all be there', () => {
    expect(search('penicillin dana').total).toBe(0);
    expect(kindsFound('swells rash')).toEqual(['allergy']);
  });

  test('just me is found only when uncovered', () => {
    expect(search('red ball').total).toBe(0);
    expect(createSearch(items, ways, true)('red ball').items.map(i => i.kind)).toEqual(['note']);
  });

  test('nothing typed finds nothing', () => {
    expect(search('')).toEqual({ items: [], total: 0 });
    expect(search('   ').total).toBe(0);
  });

  test('shows the first, counts all', () => {
    const many = Array.from({ length: 70 }, (_, at) =>
      item('note', { name: `walk ${at}` }, { item: `${at}` }),
    );
    const found = createSearch(many, ways)('walk');
    expect(found.items).toEqual(many.slice(0, SHOWN));
    expect(found.total).toBe(70);
  });

  test('puts what is called that first', () => {
    const all = [
      item('contact', { name: 'Dana', does: 'Service' }, { item: 'a' }),
      item('medicine', { name: 'Sertraline' }, { item: 'b' }),
      item('note', { name: 'The old service' }, { item: 'c' }),
    ];
    expect(createSearch(all, ways)('se').items.map(found => found.id)).toEqual(['b', 'c', 'a']);
  });

  test('finds what a plain scan of the same text finds', () => {
    const word = fc.stringMatching(/^[a-e ]{0,4}$/);
    const texts = fc.array(fc.stringMatching(/^[a-eA-Eé 1]{0,12}$/), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.array(word, { maxLength: 3 }), (all, typed) => {
        const made = all.map((text, at) => item('note', { text }, { item: `${at}` }));
        const query = typed.join(' ');
        const words = wordsIn(query);
        const wanted = made.filter(it => words.every(w => searchText(it, ways).includes(w)));
        expect(createSearch(made, ways)(query).items).toEqual(words.length > 0 ? wanted : []);
      }),
    );
  });

  test('folds', () => expect(fold('Zoë’s ＭＧ')).toBe("zoe's mg"));
});
