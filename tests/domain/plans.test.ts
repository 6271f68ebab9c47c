import { describe, expect, it } from 'vitest';
import type { Values, Version } from '../../src/domain/item.ts';
import { nextVisit, visitDay } from '../../src/domain/plans.ts';
import { item, today } from './support.ts';

const visit = (values: Values, more: Partial<Version> = {}) => item('appointment', values, more);

describe('the next appointment', () => {
  const next = (...all: ReturnType<typeof visit>[]) => nextVisit(all, `${today}T12:00`)?.head.values.when;

  it('is the soonest that is still to come, all of today included', () => {
    const [past, now, soon] = ['2026-05-11T10:00', '2026-05-12T00:05', '2026-05-14'];
    expect(next(visit({ when: soon }), visit({ when: past }))).toBe(soon);
    expect(next(visit({ when: now }), visit({ when: past }))).toBe(now);
    expect(next(visit({ when: past }))).toBeUndefined();
    const [before, after, allDay] = ['2026-05-12T09:00', '2026-05-12T15:00', '2026-05-12'];
    expect(next(visit({ when: before }), visit({ when: after }))).toBe(after);
    expect(next(visit({ when: before }), visit({ when: now }))).toBe(before);
    expect(next(visit({ when: before }), visit({ when: allDay }))).toBe(allDay);
    expect(next(visit({ when: '2026-5-12T9:00' }), visit({ when: '2026-5-13' }))).toBe('2026-5-13');
  });

  it('has a day that is known', () => {
    for (const when of ['2026-05', 'next week', '2026-02-31', ''])
      expect(next(visit({ when }))).toBeUndefined();
    expect(visitDay(visit({ when: ' 2026-05-14T10:30 ' }), today)).toBe('2026-05-14T10:30');
  });

  it('is none that is over, or that is just for the person', () => {
    const when = '2026-05-14';
    expect(next(visit({ when, state: 'went' }), visit({ when, state: 'no' }))).toBeUndefined();
    expect(next(visit({ when }, { privacy: 'just-me' }))).toBeUndefined();
    expect(nextVisit([item('note', { when })], `${today}T12:00`)).toBeNull();
  });
});
