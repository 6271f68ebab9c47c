import { describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { takeInShare } from '../../src/app/receiving.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { offersOf } from '../../src/domain/proposal.ts';
import type { Share } from '../../src/domain/share.ts';
import type { Clock } from '../../src/lib/clock.ts';

const clock: Clock = { now: () => Date.parse('2026-08-12T10:00:00'), ticks: () => 0 };
const me = { type: 'me' } as const;
const share: Share = {
  purpose: 'own',
  made: 0,
  expires: 60,
  why: '',
  items: [
    { kind: 'about', source: me, asOf: '', values: { name: 'Sam Lee', callMe: 'Sam' } },
    { kind: 'appointment', source: me, asOf: '2026-08-10', values: { with: 'Dr Osei', when: '2026-08-20' } },
    { kind: 'allergy', source: me, asOf: '', absence: 'none', values: {} },
    { kind: 'oat', source: me, asOf: '', values: { medicine: 'methadone' } },
  ],
};
const begin = async () => {
  const book = new Book(memoryRecords(), clock);
  await book.saveItem({ kind: 'about', values: { name: 'Jess' }, privacy: 'open', source: me, asOf: '' });
  return book;
};

describe('what another Holdfast shows', () => {
  it('waits as new things from them, and never takes the place of who I am or what I take', async () => {
    const book = await begin();
    const before = [...book.all.value];
    expect(await takeInShare(book, { id: 'a'.repeat(32), share }, clock)).toBe('waits');
    expect([...book.all.value]).toEqual(before);
    const lines = book.waiting.lines.value;
    expect(lines.map(({ kind }) => kind)).toEqual(['appointment', 'oat']);
    expect(lines.every(({ base }) => base.length === 0)).toBe(true);
    expect(lines.map(({ privacy }) => privacy)).toEqual(['open', 'careful']);

    const [first] = offersOf(lines);
    await decide(book, { use: [first!], leave: [], named: false }, clock);
    const kept = [...book.items.value.values()].find(({ kind }) => kind === 'appointment')!;
    expect(kept.head).toMatchObject({ source: { type: 'scanned', name: 'Sam' }, asOf: '2026-08-10' });
  });

  it('leaves a treatment of my own alone', async () => {
    const book = await begin();
    const own = {
      kind: 'oat',
      values: { medicine: 'monthly' },
      privacy: 'careful',
      source: me,
      asOf: '',
    } as const;
    await book.saveItem(own);
    await takeInShare(book, { id: 'd'.repeat(32), share }, clock);
    expect(book.waiting.lines.value.map(({ kind }) => kind)).toEqual(['appointment']);
  });

  it('comes in once, and not at all where nothing of it is for keeping', async () => {
    const book = await begin();
    const id = 'b'.repeat(32);
    await takeInShare(book, { id, share }, clock);
    expect(await takeInShare(book, { id, share }, clock)).toBe('known');
    expect(book.waiting.lines.value).toHaveLength(2);
    const bare = { ...share, items: share.items.slice(0, 1) };
    expect(await takeInShare(book, { id: 'c'.repeat(32), share: bare }, clock)).toBe('nothing');
  });
});
