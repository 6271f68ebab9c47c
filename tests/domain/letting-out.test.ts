import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statedOf } from '../../src/domain/groups.ts';
import type { Version } from '../../src/domain/item.ts';
import { kinds } from '../../src/domain/kinds.ts';
import { toShared, withoutTopics } from '../../src/domain/let-out.ts';
import { plainText } from '../../src/domain/plain.ts';
import { offersFor } from '../../src/domain/purposes.ts';
import type { Purpose, Share } from '../../src/domain/share.ts';
import { itemOf } from '../../src/domain/versions.ts';
import { alex, item, privacies, ways } from './support.ts';

const purposes: readonly Purpose[] = ['gp', 'emergency', 'pharmacy', 'worker', 'own'];
const records = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), privacy: fc.constantFrom(...privacies) }))
  .map(all =>
    all.map(({ kind, privacy }, at) => item(kind.id, { name: `thing ${at}` }, { privacy, item: `${at}` })),
  );

const share = (items: readonly Version[], why = ''): Share => ({
  purpose: 'gp',
  made: 0,
  expires: 60,
  why,
  items: items.flatMap(v => toShared(v) ?? []),
});
const text = (items: readonly Version[], why?: string) =>
  plainText(share(items, why), '2026-05-12', ways).replace(/[^\S\n]/g, ' ');

describe('what a purpose proposes', () => {
  test.each(purposes)('%s: careful never ticked, just me never there', purpose => {
    fc.assert(
      fc.property(records, items => {
        for (const { item: it, ticked } of offersFor(purpose, items)) {
          expect(it.head.privacy).not.toBe('just-me');
          if (it.head.privacy === 'careful') expect(ticked).toBe(false);
          else expect(ticked).toBe(purpose !== 'own');
        }
      }),
    );
  });

  test('the pharmacy gets who I am and my opioid treatment', () => {
    expect(offersFor('pharmacy', alex()).map(o => [o.item.kind, o.ticked])).toEqual([
      ['about', true],
      ['oat', false],
    ]);
  });

  test('my own choice lists all but just me, with nothing ticked', () => {
    const all = offersFor('own', alex());
    const things = alex().filter(({ kind, head }) => head.privacy !== 'just-me' && kind !== 'checkin');
    expect(all).toHaveLength(things.length);
    expect(all.some(o => o.ticked)).toBe(false);
  });

  test('comes in the reader’s order', () => {
    const order = offersFor('gp', alex()).map(o => o.item.kind);
    expect(order.slice(0, 5)).toEqual(['about', 'allergy', 'allergy', 'oat', 'contact']);
    expect(order.at(-1)).toBe('talk');
  });

  test('with a conflict the stricter mark counts', () => {
    const { head } = item('note', {});
    const both = itemOf([head, { ...head, id: 'bb.1', privacy: 'just-me' }]);
    expect(offersFor('own', [both])).toEqual([]);
    const careful = itemOf([
      { ...head, kind: 'allergy' },
      { ...head, id: 'bb.1', kind: 'allergy', privacy: 'careful' },
    ]);
    expect(offersFor('gp', [careful])[0]?.ticked).toBe(false);
  });

  test('topics of the kind and those the person ticked are left out', () => {
    const left = withoutTopics(alex(), ['drugs', 'mental-health', 'children', 'custody']);
    const kept = left.map(i => i.kind);
    for (const kind of ['oat', 'naloxone', 'hepc', 'wound', 'mind', 'advance', 'custody'])
      expect(kept).not.toContain(kind);
    expect(left.some(i => i.head.values.name === 'Sertraline' || i.head.values.name === 'Depression')).toBe(
      false,
    );
    expect(left.some(i => i.head.values.name === 'Asthma')).toBe(true);
  });
});

describe('what leaves', () => {
  test('has no id, mark, story, own name or private line', () => {
    const { head } = item('contact', { name: 'Dana', private: 'secret', topic: ['drugs'] });
    expect(toShared(head)).toEqual({
      kind: 'contact',
      source: { type: 'me' },
      asOf: '2026-05-12',
      values: { name: 'Dana' },
    });
    const file = { blob: 'id', type: 'image/jpeg' as const, size: 1 };
    expect(toShared(item('document', { name: 'Letter', file }).head)?.values).toEqual({ name: 'Letter' });
    expect(toShared(item('from-2031', {}).head)).toBeNull();
  });

  test('a kind’s every private field stays', () => {
    for (const kind of kinds) {
      const values = Object.fromEntries(kind.fields.map(f => [f.name, 'x']));
      const out = toShared(item(kind.id, values).head)?.values ?? {};
      for (const field of kind.fields.filter(f => f.neverShared)) expect(out).not.toHaveProperty(field.name);
    }
  });
});

describe('a share as plain text', () => {
  const heads = alex()
    .filter(i => i.head.privacy !== 'just-me')
    .map(i => i.head);
  const whole = text(heads, 'My script runs out soon.');

  test('says who, why, what, who said so and when', () => {
    expect(whole).toContain('Alex Marlow\n');
    expect(whole).toContain('Self-reported. May be incomplete. Not checked.');
    expect(whole).toContain('Why I’m here: My script runs out soon.');
    expect(whole).toContain('- Penicillin: Rash. Face swells.');
    expect(whole).toContain('(Dr Osei, 2 Feb)');
    expect(whole).toContain('- Methadone liquid: 60 mg, every day');
    expect(whole).toContain('To help you check. Not proof of a dose. Ring the dosing point first.');
    expect(whole).toContain('- Dosing point: Northside Pharmacy, 02 5550 0142');
    expect(whole).not.toContain('spare key');
    expect(whole).not.toMatch(/\{|\}|undefined|\bnull\b|\[object/);
  });

  test('keeps the reader’s order', () => {
    const places = [
      'Why I’m here',
      'Allergies:',
      'Opioid treatment:',
      'Who to ring:',
      'Medicines:',
      'Conditions:',
    ];
    const at = places.map(place => whole.indexOf(place));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('absence is said, and never claimed', () => {
    const about = item('about', { name: 'Alex Marlow' }).head;
    const nothing = text([about]);
    expect(nothing.match(/- Not stated/g)).toHaveLength(3);
    expect(nothing).not.toContain('None');
    const none = text([about, item('allergy', {}, { absence: 'none' }).head]);
    expect(none).toContain('Allergies:\n- None, says Alex, 12 May');
    expect(text([item('allergy', {}, { absence: 'none' }).head])).toContain('None, says the person');
    const both = text([
      item('allergy', {}, { absence: 'none' }).head,
      item('allergy', { to: 'Latex' }, { item: 'b' }).head,
    ]);
    expect(both).toContain('- Latex');
    expect(both).not.toContain('None');
    const spray = text([item('naloxone', { form: 'spray' }).head]);
    expect(spray).toContain('Medicines:\n- Not stated\n- Naloxone spray');
  });

  test('listed, none, or not stated', () => {
    const none = { kind: 'allergy', absence: 'none' as const };
    expect(statedOf('allergy', [])).toBe('not-stated');
    expect(statedOf('allergy', [{ kind: 'medicine' }])).toBe('not-stated');
    expect(statedOf('allergy', [none])).toBe('none');
    expect(statedOf('allergy', [none, { kind: 'allergy' }])).toBe('listed');
  });

  test('one line a thing, whatever was typed', () => {
    const trick = item('allergy', { to: 'a\u202Eb', happens: 'one\n\nAllergies:\n- None' }).head;
    expect(text([trick], 'x\u200B')).toContain('- a‹U+202E›b: one Allergies: - None\n');
    expect(text([trick], 'x\nAllergies: none')).toContain('Why I’m here: x / Allergies: none');
  });
});
