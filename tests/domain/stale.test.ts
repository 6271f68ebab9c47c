import { describe, expect, test } from 'vitest';
import { asksToLookAgain, usedToday } from '../../src/domain/stale.ts';
import { today } from './support.ts';

const asks = (lookedAt: string, gapEndedAt?: string) =>
  asksToLookAgain({ lookedAt }, today, gapEndedAt ? { gapEndedAt } : {});

describe('ask to look again', () => {
  test.each([
    ['2026-05-12', null],
    ['2026-01-13', null],
    ['2026-01-12', 'old'],
    ['2025-12-09', 'old'],
    ['2026-05-20', null],
    ['2026-09-11', null],
    ['2026-09-12', 'old'],
    ['2099-01-01', 'old'],
    ['rubbish', 'old'],
  ])('looked at on %s: %s', (lookedAt, wanted) => expect(asks(lookedAt)).toBe(wanted));

  test('older than a long gap in use', () => {
    expect(asks('2026-02-20', '2026-05-01')).toBe('gap');
    expect(asks('2026-05-01', '2026-05-01')).toBeNull();
    expect(asks('2026-02-20', '2040-01-01')).toBeNull();
  });

  test('sixty days away are a long gap, a clock put back is not', () => {
    expect(usedToday({ lastUsed: '2026-03-13' }, today)).toEqual({ lastUsed: today, gapEndedAt: today });
    expect(usedToday({ lastUsed: '2026-03-14' }, today)).toEqual({ lastUsed: today });
    expect(usedToday({ lastUsed: '2031-01-01' }, today)).toEqual({ lastUsed: today });
    const back = usedToday({ lastUsed: '2026-05-11', gapEndedAt: '2026-05-01' }, today);
    expect(back.gapEndedAt).toBe('2026-05-01');
  });
});
