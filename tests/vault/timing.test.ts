import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { createSpace, openSpace } from '../../src/vault/open.ts';
import { CHEAP, newStore, PIN } from './helpers.ts';

/*
 * Whether the time that a PIN takes tells if there is a second space. Each time is taken on an install of its own, with
 * and without one in random order, so that nothing of one install, and nothing else that this machine does, stands in
 * for the answer. The classifier says "second" over (or under) the threshold that was best for one half of the times,
 * and is judged on the other half.
 */
const N = process.env.HOLDFAST_LONG ? 5000 : 100;

/** As many are right by chance in one round of a hundred: one-sided 99% of a fair coin. */
const Z = 2.326;

interface Time {
  readonly second: boolean;
  readonly ms: number;
}

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map(one => [Math.random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);

/** How long the right PIN and a wrong one took: N times each of both kinds of install, in random order. */
const round = async (): Promise<{ right: Time[]; wrong: Time[] }> => {
  const times = { right: [] as Time[], wrong: [] as Time[] };
  for (const second of shuffled(Array.from({ length: 2 * N }, (_, i) => i % 2 === 0))) {
    const store = newStore();
    const crypto = createLocalCrypto();
    const making = second ? { second: utf8('271828'), settings: CHEAP } : { settings: CHEAP };
    (await createSpace(store, crypto, PIN, making)).lock();
    for (const pin of shuffled(['right', 'wrong'] as const)) {
      const secret = pin === 'right' ? PIN : utf8('000000');
      const from = performance.now();
      await openSpace(store, crypto, secret, CHEAP);
      times[pin].push({ second, ms: performance.now() - from });
    }
    await store.erase();
  }
  return times;
};

/** How many of `times` the rule "second from this time on", or the opposite, gets right. */
const rightBy = (times: readonly Time[], from: number, over: boolean): number =>
  times.filter(({ second, ms }) => (second === ms >= from) === over).length;

/** Whether the best threshold for one half is right about the other half more often than chance, at 99%. */
const tells = (times: readonly Time[]): boolean => {
  const half = (second: boolean, part: 0 | 1): Time[] =>
    times.filter(one => one.second === second).filter((_, i) => i % 2 === part);
  const [known, asked] = ([0, 1] as const).map(part => [...half(true, part), ...half(false, part)]) as [
    Time[],
    Time[],
  ];
  const sorted = known.map(({ ms }) => ms).sort((a, b) => a - b);
  let best = { right: -1, from: 0, over: true };
  // Every hundredth is as good as every one, and quick for ten thousand times.
  const step = Math.max(1, Math.floor(sorted.length / 100));
  for (let i = 0; i < sorted.length; i += step) {
    for (const over of [true, false]) {
      const right = rightBy(known, sorted[i]!, over);
      if (right > best.right) best = { right, from: sorted[i]!, over };
    }
  }
  const right = rightBy(asked, best.from, best.over);
  return right > asked.length / 2 + (Z * Math.sqrt(asked.length)) / 2;
};

describe('the time that a PIN takes', () => {
  it('does not tell whether there is a second space: neither the right one’s nor a wrong one’s', {
    timeout: 3_600_000,
  }, async () => {
    const first = await round();
    const told = { right: tells(first.right), wrong: tells(first.wrong) };
    // By chance one round in a hundred says that it tells, so it takes two in a row: one in ten thousand.
    if (told.right || told.wrong) {
      const again = await round();
      expect(told.right && tells(again.right), 'right PIN').toBe(false);
      expect(told.wrong && tells(again.wrong), 'wrong PIN').toBe(false);
    }
    // Were it half as long again with a second space, this would see it.
    const leaking = first.wrong.map(({ second, ms }) => ({ second, ms: second ? ms * 1.5 : ms }));
    expect(tells(leaking)).toBe(true);
  });
});
