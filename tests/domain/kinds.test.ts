import { describe, expect, test } from 'vitest';
import { mineGroups, readerSections, sectionOf } from '../../src/domain/groups.ts';
import { kindOf, kinds } from '../../src/domain/kinds.ts';

/** Codes are in every share ever made. A kind keeps its own for good. */
const given: Record<string, number> = {
  about: 1,
  talk: 2,
  need: 3,
  allergy: 4,
  medicine: 5,
  condition: 6,
  oat: 7,
  hepc: 8,
  naloxone: 9,
  wound: 10,
  mind: 11,
  pregnancy: 12,
  custody: 13,
  nohome: 14,
  advance: 15,
  vaccination: 16,
  result: 17,
  contact: 18,
  note: 19,
  document: 20,
  goal: 21,
  checkin: 22,
  appointment: 23,
  referral: 24,
  help: 25,
  hardtime: 26,
};

describe('kinds', () => {
  test('codes given once stay', () => {
    for (const [id, code] of Object.entries(given)) expect(kindOf(id)?.code, id).toBe(code);
    expect(new Set(kinds.map(k => k.code)).size).toBe(kinds.length);
    expect(new Set(kinds.map(k => k.id)).size).toBe(kinds.length);
  });

  test.each(kinds.map(kind => [kind.id, kind] as const))('%s holds together', (_, kind) => {
    const names = kind.fields.map(f => f.name);
    expect(new Set(names).size).toBe(names.length);
    const named = [
      ...kind.title,
      ...kind.line,
      ...(kind.ring ?? []).flatMap(r => [r.name, r.phone, ...(r.more ? [r.more] : [])]),
    ];
    expect(named.filter(name => !names.includes(name))).toEqual([]);
    for (const field of kind.fields) {
      if (field.type !== 'choice' && field.type !== 'choices') continue;
      const ids = field.options.map(o => o.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(mineGroups.map(g => g.id)).toContain(kind.group);
    expect(readerSections.map(s => s.id)).toContain(sectionOf(kind));
  });

  test('nothing is just me by default, and what has a topic is careful', () => {
    expect(kinds.filter(k => k.privacy === 'just-me')).toEqual([]);
    expect(kinds.filter(k => k.topics.length > 0 && k.privacy !== 'careful')).toEqual([]);
  });

  test('a careful kind lets the person name it, and that name never leaves', () => {
    for (const kind of kinds.filter(k => k.privacy === 'careful')) {
      expect(kind.fields.find(f => f.name === 'called')?.neverShared, kind.id).toBe(true);
    }
  });

  test('a cover says nothing of the kind’s own name', () => {
    for (const kind of kinds.filter(k => k.topics.length > 0)) expect(kind.cover).not.toContain(kind.label);
  });

  test('allergies, medicines and conditions can be none', () => {
    expect(kinds.filter(k => k.none).map(k => k.id)).toEqual(['allergy', 'medicine', 'condition']);
  });
});
