import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/error.ts';
import { PAGE_BYTES, type Store } from '../../src/store/pages.ts';
import { delayAfter, openGate } from '../../src/vault/gate.ts';
import { newStore } from './helpers.ts';

const MINUTE = 60_000;

/** A gate with a clock that moves as if the app were looked at: in steps of five seconds. */
const gateAt = async (store: Store) => {
  let now = 1000;
  const gate = await openGate(store, () => now);
  const pass = (ms: number, step = 5000): void => {
    for (let left = ms; left > 0; left -= step) {
      now += Math.min(step, left);
      gate.remaining();
    }
  };
  const jump = (ms: number): void => {
    now += ms;
  };
  return { gate, pass, jump };
};

/** A disk that takes deletions and nothing else, as a full one does. */
const fullDisk = (store: Store): Store => ({
  ...store,
  commit: async change => {
    if (change.writes.length > 0) throw new AppError('storage-full');
    await store.commit(change);
  },
});

const failTries = async (store: Store, tries: number) => {
  const at = await gateAt(store);
  for (let i = 0; i < tries; i++) {
    at.pass(at.gate.remaining());
    await at.gate.begin();
  }
  return at;
};

describe('the wait after wrong tries', () => {
  it('grows as promised', () => {
    const waits = Array.from({ length: 13 }, (_, tries) => delayAfter(tries) / MINUTE);
    expect(waits).toEqual([0, 0, 0, 0, 0, 0.5, 1, 2, 5, 15, 30, 60, 60]);
  });

  it('stops a try until it is over', async () => {
    const { gate, pass } = await failTries(newStore(), 5);
    expect(gate.remaining()).toBe(30_000);
    await expect(gate.begin()).rejects.toMatchObject({ code: 'locked' });
    pass(29_999);
    await expect(gate.begin()).rejects.toMatchObject({ code: 'locked' });
    expect(gate.tries()).toBe(5);
    pass(1);
    await gate.begin();
    expect(gate.remaining()).toBe(60_000);
  });

  it('is not skipped by killing the app during a try', async () => {
    const store = newStore();
    await failTries(store, 7);
    const { gate } = await gateAt(store);
    expect([gate.tries(), gate.remaining()]).toEqual([7, 2 * MINUTE]);
  });

  it('goes on where it was kept', async () => {
    const store = newStore();
    const { gate, pass } = await failTries(store, 6);
    pass(20_000);
    await gate.keep();
    expect((await gateAt(store)).gate.remaining()).toBe(40_000);
  });

  it('counts no time while hidden or asleep', async () => {
    const { gate, pass, jump } = await failTries(newStore(), 6);
    gate.pause();
    jump(10 * MINUTE);
    gate.resume();
    expect(gate.remaining()).toBe(MINUTE);
    jump(10 * MINUTE);
    expect(gate.remaining()).toBe(MINUTE - 15_000);
    jump(-10 * MINUTE);
    expect(gate.remaining()).toBe(MINUTE - 15_000);
    pass(45_000);
    expect(gate.remaining()).toBe(0);
  });

  it('is not put back by a tab in the background', async () => {
    const store = newStore();
    await failTries(store, 6);
    const [front, back] = [await gateAt(store), await gateAt(store)];
    back.gate.pause();
    for (let seconds = 0; seconds < 60; seconds += 5) {
      front.pass(5000);
      await back.gate.keep();
      await front.gate.keep();
    }
    expect(front.gate.remaining()).toBe(0);
  });

  it('goes on while it is being kept', async () => {
    const { gate, pass } = await failTries(newStore(), 6);
    const kept = gate.keep();
    pass(MINUTE);
    await kept;
    expect(gate.remaining()).toBe(0);
  });

  it('is forgotten after a right try', async () => {
    const store = newStore();
    const { gate } = await failTries(store, 6);
    await gate.succeed();
    expect([gate.remaining(), gate.tries()]).toEqual([0, 0]);
    expect((await gateAt(store)).gate.tries()).toBe(0);
  });

  it('keeps nobody out of a full disk, and goes on by the number of tries', async () => {
    const store = newStore();
    await store.commit({ writes: [['slots', new Uint8Array(PAGE_BYTES)]] });
    const { gate, pass } = await gateAt(fullDisk(store));
    // Its page is not there, as after an earlier start on the full disk.
    expect(gate.remaining()).toBe(30_000);
    pass(30_000);
    await gate.begin();
    expect(gate.remaining()).toBe(60_000);
    await expect(gate.begin()).rejects.toMatchObject({ code: 'locked' });
  });

  it('is not skipped by a full disk', async () => {
    const store = newStore();
    await store.commit({ writes: [['slots', new Uint8Array(PAGE_BYTES)]] });
    await (await gateAt(store)).gate.succeed();
    const { gate } = await gateAt(fullDisk(store));
    await gate.begin();
    expect(gate.remaining()).toBe(0);
    expect((await gateAt(store)).gate.remaining()).toBe(30_000);
  });

  it('is not shortened by a full disk', async () => {
    const store = newStore();
    await failTries(store, 9);
    const { gate, pass } = await gateAt(fullDisk(store));
    pass(15 * MINUTE);
    await gate.begin();
    expect(gate.remaining()).toBe(30 * MINUTE);
    expect((await gateAt(store)).gate.remaining()).toBe(15 * MINUTE);
  });

  it('is short, not none and not an hour, when its page makes no sense', async () => {
    for (const at of [0, 4, 8, 12, 16]) {
      const store = newStore();
      await failTries(store, 9);
      const page = (await store.read('gate'))!;
      page[at]! ^= 255;
      await store.commit({ writes: [['gate', page]] });
      expect((await gateAt(store)).gate.remaining()).toBe(30_000);
    }
  });

  it('is the same in every tab: tries spread over tabs are no more than in one', async () => {
    const store = newStore();
    const tabs = await Promise.all(Array.from({ length: 6 }, () => gateAt(store)));
    let made = 0;
    for (let round = 0; round < 3; round++) {
      for (const { gate } of tabs) {
        await gate.begin().then(
          () => made++,
          error => expect(error).toMatchObject({ code: 'locked' }),
        );
      }
    }
    expect(made).toBe(5);
    expect((await gateAt(store)).gate.tries()).toBe(5);
  });

  it('is not put back by a tab that still counts an earlier one', async () => {
    const store = newStore();
    const one = await failTries(store, 5);
    const two = await gateAt(store);
    one.pass(30_000);
    await one.gate.begin();
    two.pass(25_000);
    await two.gate.keep();
    expect((await gateAt(store)).gate.remaining()).toBe(MINUTE);
    expect([two.gate.tries(), two.gate.remaining()]).toEqual([6, MINUTE]);
  });

  it('is forgotten in every tab after a right try in one', async () => {
    const store = newStore();
    const one = await failTries(store, 6);
    const two = await gateAt(store);
    await one.gate.succeed();
    await two.gate.begin();
    expect(two.gate.tries()).toBe(1);
  });
});
