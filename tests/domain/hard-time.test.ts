import { describe, expect, it } from 'vitest';
import {
  lookedIn,
  lookInDays,
  lookInsToPick,
  notOver,
  nowOver,
  withLookIns,
} from '../../src/domain/hard-time.ts';
import type { Values } from '../../src/domain/item.ts';
import { toShared } from '../../src/domain/let-out.ts';
import { offersFor } from '../../src/domain/purposes.ts';
import { lineOf, rowOf } from '../../src/domain/show.ts';
import { soonOf } from '../../src/domain/soon.ts';
import { asksToLookAgain } from '../../src/domain/stale.ts';
import { item, today, ways } from './support.ts';

const going: Values = { what: 'Lost my room', helps: 'Walking', who: 'Dana' };
const over = nowOver(going);
const hardTime = (values: Values) => item('hardtime', values, { privacy: 'careful' });
const soon = (values: Values, day = today) => soonOf([hardTime(values)], day).map(({ said }) => said);

describe('a hard time', () => {
  it('is over when the person says so, and goes on when they say that, with all their words', () => {
    expect(over).toEqual({ ...going, state: 'over' });
    expect(notOver(withLookIns(over, ['2026-05-19']))).toEqual(going);
    expect(lineOf(hardTime(over).head, ways)).toBe('it is over');
    expect(lookInDays(nowOver(withLookIns(over, ['2026-01-01'])))).toEqual([]);
  });

  it('says nothing of itself in a list, and goes out only if it is ticked, without the days', () => {
    const kept = hardTime(withLookIns(over, ['2026-05-19']));
    expect(rowOf(kept, ways)).toEqual({ title: 'How things are', line: '' });
    expect(offersFor('worker', [kept]).map(({ ticked }) => ticked)).toEqual([false]);
    expect(toShared(kept.head)?.values).toEqual(over);
  });

  it('asks nothing more once it is over', () => {
    const old = { ...hardTime(going).head, lookedAt: '2025-01-01' };
    expect(asksToLookAgain(old, today)).toBe('old');
    expect(asksToLookAgain({ ...old, values: over }, today)).toBeNull();
    expect(soon(over, '2030-01-01')).toEqual([]);
  });
});

describe('days to look in', () => {
  it('are offered for a week, a month and three months on, and none is kept by itself', () => {
    expect(lookInsToPick(over, '2026-11-30')).toEqual([
      { day: '2026-12-07', offer: 'week' },
      { day: '2026-12-30', offer: 'month' },
      { day: '2027-02-28', offer: 'season' },
    ]);
    expect(lookInDays(over)).toEqual([]);
  });

  it('that are kept are offered first, once, and no more than three', () => {
    const two = withLookIns(over, ['2026-06-01', '2026-05-19']);
    expect(lookInDays(two)).toEqual(['2026-05-19', '2026-06-01']);
    expect(lookInsToPick(two, today)).toEqual([
      { day: '2026-05-19' },
      { day: '2026-06-01' },
      { day: '2026-06-12', offer: 'month' },
    ]);
    const four = ['2026-07-04', '2026-07-03', '2026-07-02', '2026-07-01'];
    const [look, lookAgain, lookLast] = ['2026-07-01', '2026-07-02', '2026-07-03'];
    expect(withLookIns(two, four)).toEqual({ ...over, look, lookAgain, lookLast });
  });

  it('come up on the day and not before, only while it is over', () => {
    const kept = withLookIns(over, ['2026-05-19']);
    expect(soon(kept, '2026-05-18')).toEqual([]);
    expect(soon(kept, '2026-05-19')).toEqual(['2026-05-19']);
    const { state: _over, ...again } = kept;
    expect(soon(again, '2026-05-19')).toEqual([]);
    expect(soon(withLookIns(over, ['2026-05']), '2026-05-30')).toEqual([]);
    // What only runs out asks for nothing once it has ended.
    const goal = { want: 'a place', by: today };
    expect(soonOf([item('goal', goal)], today)).toHaveLength(1);
    expect(soonOf([item('goal', { ...goal, state: 'done' })], today)).toEqual([]);
  });

  it('that came while the person was away make one line, and one press is done with them', () => {
    const kept = withLookIns(over, ['2026-05-19', '2026-06-12', '2026-08-12']);
    expect(soon(kept, '2026-07-01')).toEqual(['2026-06-12']);
    expect(lookInDays(lookedIn(kept, '2026-07-01'))).toEqual(['2026-08-12']);
    expect(lookedIn(withLookIns(over, ['2026-05-19']), '2026-05-19')).toEqual(over);
  });

  it('in own words stay until the person takes them out', () => {
    const kept = withLookIns(over, ['when it is warm']);
    expect(lookInDays(lookedIn(kept, '2026-07-01'))).toEqual(['when it is warm']);
    expect(soon(kept, '2026-07-01')).toEqual([]);
  });
});
