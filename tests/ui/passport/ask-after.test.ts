import { describe, expect, it } from 'vitest';
import type { ShareEntry } from '../../../src/domain/share.ts';
import { mayAsk, toAskAbout } from '../../../src/ui/passport/log/ask-after.ts';
import { isOpen } from '../../../src/ui/passport/show/closes.ts';

const NOW = new Date(2026, 4, 12, 15).getTime();
const HOUR = 3_600_000;

const shown = (hoursAgo: number, more: Partial<ShareEntry> = {}): ShareEntry => ({
  id: `${hoursAgo}`,
  type: 'share',
  at: new Date(NOW - hoursAgo * HOUR).toISOString(),
  purpose: 'gp',
  to: '',
  why: '',
  by: 'code',
  minutes: 60,
  items: [],
  share: `share ${hoursAgo}`,
  ...more,
});
const asked = (shares: readonly ShareEntry[]) => toAskAbout(shares, NOW)?.id ?? null;

describe('how it went', () => {
  it('is not asked while the page is open', () => {
    for (const by of ['code', 'sealed', 'file'] as const) {
      expect(mayAsk(shown(0.5, { by }), NOW), by).toBe(false);
      expect(mayAsk(shown(0.5, { by, stoppedAt: 'now' }), NOW), by).toBe(true);
      expect(mayAsk(shown(2, { by }), NOW), by).toBe(true);
    }
    expect(mayAsk(shown(0.5, { by: 'print' }), NOW)).toBe(true);
  });

  it('is not asked of what did not go out, which is not open either', () => {
    expect(mayAsk(shown(2, { by: 'file', stayed: true }), NOW)).toBe(false);
    expect(isOpen(shown(0.5, { by: 'file', stayed: true }), NOW)).toBe(false);
    expect(mayAsk(shown(2, { asked: true }), NOW)).toBe(false);
  });
});

describe('Today asks', () => {
  it('about the last one of today or yesterday that closed', () => {
    expect(asked([shown(2), shown(20)])).toBe('2');
    expect(asked([shown(2, { asked: true }), shown(20)])).toBe('20');
    expect(asked([shown(40)])).toBeNull();
    expect(asked([])).toBeNull();
  });

  it('nothing while any page is open', () => {
    expect(asked([shown(0.5), shown(2)])).toBeNull();
    expect(asked([shown(0.5, { by: 'sealed' }), shown(2)])).toBeNull();
  });

  it('once about one share that was shown in two ways', () => {
    const two = [shown(2, { by: 'print', share: 'x' }), shown(2.1, { share: 'x', asked: true })];
    expect(asked(two)).toBeNull();
  });
});
