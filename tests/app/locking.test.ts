// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Away } from '../../src/app/away.ts';
import { Book } from '../../src/app/book.ts';
import { guard } from '../../src/app/locking.ts';
import { memoryRecords } from '../../src/app/records.ts';
import type { LockReason, SessionState } from '../../src/app/session.ts';
import type { Clock } from '../../src/lib/clock.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An open record that locks after a minute, and what it was locked for. */
const guarded = async () => {
  // Vitest moves both of these clocks with the timers.
  const clock: Clock = { now: () => Date.now(), ticks: () => performance.now() };
  const book = new Book(memoryRecords(), clock);
  await book.writeSettings({ idleSeconds: 60 });
  const away = new Away(book, clock);
  const locked: LockReason[] = [];
  const stop = guard({
    state: signal({ at: 'open', book, madeUp: false } as SessionState),
    clock,
    away,
    lock: async because => void locked.push(because),
    setBlank: () => undefined,
  });
  return { away, locked, stop };
};

describe('the lock after idle time', () => {
  it('comes when nobody touches it', async () => {
    const { locked, stop } = await guarded();
    vi.advanceTimersByTime(MINUTE - 1);
    expect(locked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(locked).toEqual(['idle']);
    stop();
  });

  it('waits while another phone reads the screen, ten minutes at most', async () => {
    const { away, locked, stop } = await guarded();
    away.beWatched();
    vi.advanceTimersByTime(10 * MINUTE - 1);
    expect(locked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(locked).toEqual(['idle']);
    stop();
  });

  it('comes as ever once what the other phone reads has gone', async () => {
    const { away, locked, stop } = await guarded();
    const end = away.beWatched();
    vi.advanceTimersByTime(5 * MINUTE);
    document.dispatchEvent(new Event('pointerdown'));
    end();
    vi.advanceTimersByTime(MINUTE - 1);
    expect(locked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(locked).toEqual(['idle']);
    stop();
  });
});
