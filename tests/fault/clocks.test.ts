import { afterEach, describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { memoryRecords } from '../../src/app/records.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import { asksToLookAgain } from '../../src/domain/stale.ts';
import { type Clock, today } from '../../src/lib/clock.ts';
import { closesAt, isOpen, minutesLeft } from '../../src/ui/passport/show/closes.ts';
import { delayAfter, openGate } from '../../src/vault/gate.ts';
import { newStore } from '../vault/helpers.ts';

const YEAR = 365.25 * 86_400_000;
const NOW = Date.parse('2026-08-12T10:00:00Z');
/** Where a clock that anyone can set may stand: years off either way, and days on which clocks are changed. */
const STANDS = [0, 10 * YEAR, -10 * YEAR, YEAR, -1, 10 * YEAR, -20 * YEAR, 0].map(off => NOW + off);

const settable = () => {
  let now = NOW;
  let ticks = 0;
  const clock: Clock = { now: () => now, ticks: () => ticks };
  return {
    clock,
    set: (to: number) => {
      now = to;
    },
    wait: (ms: number) => {
      ticks += ms;
      now += ms;
    },
  };
};

const share = (at: number, n = 0): ShareEntry => ({
  id: String(n).padStart(32, '0'),
  type: 'share',
  at: new Date(at).toISOString(),
  purpose: 'gp',
  to: String(n),
  why: '',
  by: 'code',
  items: [],
  minutes: 60,
});

const zones = ['Australia/Melbourne', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'UTC'];
const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

describe('a clock that is ten years out, either way', () => {
  it('reorders no entry of the log and no version, now or at the next start, and loses none', async () => {
    const store = memoryRecords();
    const { clock, set } = settable();
    const book = new Book(store, clock);
    await book.writeSettings({});
    const saying = { kind: 'medicine', privacy: 'open', source: { type: 'me' }, asOf: '2026' } as const;
    const { id } = await book.saveItem({ ...saying, values: { name: 'first' } });
    for (const [n, stand] of STANDS.entries()) {
      set(stand);
      await book.saveItem({ ...saying, id, values: { name: `${n}` } });
      await book.writeLog(share(stand, n));
    }
    // Written again in another order: it stays where it is.
    await book.writeLog({ ...share(STANDS[2]!, 2), asked: true });
    const newestFirst = STANDS.map((_, n) => `${n}`).reverse();
    for (const one of [book, new Book(store, clock)]) {
      expect(one.shares.value.map(({ to }) => to)).toEqual(newestFirst);
      expect(one.items.value.get(id)!.versions.map(({ values }) => values.name)).toEqual([
        ...newestFirst,
        'first',
      ]);
    }
    expect(book.log.value.find(({ id: one }) => one.endsWith('2'))).toMatchObject({ asked: true, nth: 3 });
  });

  it('keeps the order of entries from before they had numbers, behind all that have one', async () => {
    const store = memoryRecords();
    const before = new Book(store, settable().clock);
    for (const n of [1, 2]) await before.writeLog(share(NOW + n, n));
    // As they were written then.
    for (const [key, bytes] of store.records) {
      const text = new TextDecoder().decode(bytes).replace(/,"nth":\d+/, '');
      await store.save([{ op: 'put', id: key, bytes: new TextEncoder().encode(text) }]);
    }
    const book = new Book(store, settable().clock);
    expect(book.log.value.map(({ nth }) => nth)).toEqual([undefined, undefined]);
    await book.writeLog(share(NOW - 10 * YEAR, 3));
    await book.writeLog({ ...share(NOW + 1, 1), asked: true });
    expect(book.shares.value.map(({ to }) => to)).toEqual(['3', '2', '1']);
  });

  it('leads past no wait after wrong tries', async () => {
    const store = newStore();
    const { clock, set, wait } = settable();
    let gate = await openGate(store, clock.ticks);
    for (let tries = 0; tries < 5; tries++) await gate.begin();
    const whole = delayAfter(5);
    for (const stand of STANDS) {
      set(stand);
      expect(gate.remaining()).toBe(whole);
      // The app started again, with a clock that has never run before.
      gate = await openGate(store, clock.ticks);
      expect(gate.remaining()).toBe(whole);
      await expect(gate.begin()).rejects.toMatchObject({ code: 'locked' });
    }
    for (let waited = 0; waited < whole; waited += 10_000) {
      expect(gate.remaining()).toBeGreaterThan(0);
      wait(10_000);
      gate.remaining();
    }
    await gate.begin();
  });

  it('neither keeps what was shown open for years nor asks less to look again', () => {
    const ahead = share(NOW + 10 * YEAR);
    expect(isOpen(ahead, NOW + 10 * YEAR)).toBe(true);
    // Put right while it was open, or after.
    for (const now of STANDS) expect(isOpen(ahead, now)).toBe(now === NOW + 10 * YEAR);
    const said = share(NOW);
    expect([0, 59, 61].map(min => isOpen(said, NOW + min * 60_000))).toEqual([true, true, false]);
    // A clock that is put right by some minutes closes nothing.
    expect(isOpen(said, NOW - 20 * 60_000)).toBe(true);
    expect(asksToLookAgain({ lookedAt: '2036-08-12' }, '2026-08-12')).toBe('old');
    expect(asksToLookAgain({ lookedAt: '2016-08-12' }, '2026-08-12')).toBe('old');
  });
});

describe('a change of zone or of summer time', () => {
  // Melbourne: back an hour on 5 April 2026 at 3, on an hour on 4 October at 2.
  const turns = [
    '2026-04-04T15:30:00Z',
    '2026-04-04T16:30:00Z',
    '2026-10-03T15:30:00Z',
    '2026-10-03T16:30:00Z',
  ];

  it.each(turns)('leaves what was shown open for just its time: %s', at => {
    process.env.TZ = 'Australia/Melbourne';
    const from = Date.parse(at);
    const entry = share(from);
    expect(closesAt(entry) - from).toBe(3_600_000);
    for (const zone of zones) {
      process.env.TZ = zone;
      expect(isOpen(entry, from + 3_599_000)).toBe(true);
      expect(isOpen(entry, from + 3_600_000)).toBe(false);
      expect(minutesLeft(entry, from)).toBe(60);
    }
  });

  it('makes today the day it is there, and orders the log by what happened', async () => {
    const days = zones.map(zone => {
      process.env.TZ = zone;
      return today({ now: () => Date.parse('2026-10-03T15:30:00Z'), ticks: () => 0 });
    });
    expect(days).toEqual(['2026-10-04', '2026-10-04', '2026-10-03', '2026-10-03', '2026-10-03']);
    const { clock, set } = settable();
    const book = new Book(memoryRecords(), clock);
    for (const [n, at] of turns.entries()) {
      process.env.TZ = zones[n];
      set(Date.parse(at));
      await book.writeLog(share(clock.now(), n));
      expect(book.shares.value[0]!.to).toBe(`${n}`);
    }
  });
});
