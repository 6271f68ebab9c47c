import { describe, expect, it } from 'vitest';
import { inState, stateOf, stepDone, storyOf } from '../../src/domain/goals.ts';
import type { Item, Values } from '../../src/domain/item.ts';
import { toShared } from '../../src/domain/let-out.ts';
import { ownerOf, partsIn, privacyOf, thingsIn } from '../../src/domain/parts.ts';
import { namesIn, ringFor } from '../../src/domain/people.ts';
import { hasEnded } from '../../src/domain/show.ts';
import { asksToLookAgain } from '../../src/domain/stale.ts';
import { itemOf, makeVersion } from '../../src/domain/versions.ts';
import { alex, item, today, ways } from './support.ts';

/** A goal with these values, each written on its day, oldest first. */
const goal = (...told: [day: string, values: Values][]): Item => {
  let kept: Item | undefined;
  for (const [at, [lookedAt, values]] of told.entries()) {
    const saying = { kind: 'goal', privacy: 'open', source: { type: 'me' }, asOf: today, values } as const;
    const version = makeVersion(saying, { id: `aa.${at + 1}`, item: 'g', lookedAt, savedAt: '' }, kept);
    kept = itemOf([version, ...(kept?.versions ?? [])]);
  }
  return kept!;
};

const dot = (asOf: string, values: Values, more = {}) =>
  item('checkin', { goal: 'g', ...values }, { asOf, item: `dot-${asOf}`, ...more });

describe('the steps of a goal', () => {
  it('move up when one is done, and what was done is kept', () => {
    const before = { want: 'a place', step: 'ring', later: ' fill it in \n\nask for a letter' };
    const once = stepDone(before);
    expect(once).toEqual({ want: 'a place', did: 'ring', step: 'fill it in', later: 'ask for a letter' });
    const twice = stepDone(once);
    expect(twice).toEqual({ want: 'a place', did: 'fill it in', step: 'ask for a letter' });
    expect(stepDone(twice)).toEqual({ want: 'a place', did: 'ask for a letter' });
  });
});

describe('the state of a goal', () => {
  it('is on until it is rested or ended, and nothing unknown ends it', () => {
    expect(stateOf({ values: {} })).toBe('on');
    expect(stateOf({ values: { state: 'later than us' } })).toBe('on');
    expect(stateOf({ values: inState({ want: 'x' }, 'rest') })).toBe('rest');
    expect(inState({ want: 'x', state: 'done' }, 'on')).toEqual({ want: 'x' });
  });

  it('asks nothing more once it has ended', () => {
    const old = { lookedAt: '2025-01-01', kind: 'goal' };
    expect(asksToLookAgain({ ...old, values: {} }, today)).toBe('old');
    expect(asksToLookAgain({ ...old, values: { state: 'rest' } }, today)).toBe('old');
    for (const state of ['done', 'gone', 'changed']) {
      expect(asksToLookAgain({ ...old, values: { state } }, today)).toBeNull();
      expect(hasEnded({ kind: 'note', values: { state } })).toBe(false);
    }
  });
});

describe('the story of a goal', () => {
  const values = { want: 'a place', step: 'ring' };

  it('has dots, steps and turns by their day, newest first', () => {
    const told = goal(
      ['2026-02-20', values],
      ['2026-03-05', { ...values, state: 'rest' }],
      ['2026-04-11', values],
      ['2026-05-02', stepDone(values)],
    );
    const dots = [dot('2026-02-20', { feeling: '6' }), dot('2026-04-20', { feeling: '3', note: 'Again.' })];
    expect(storyOf(told, dots).map(line => [line.type, line.on])).toEqual([
      ['step', '2026-05-02'],
      ['dot', '2026-04-20'],
      ['turn', '2026-04-11'],
      ['turn', '2026-03-05'],
      ['dot', '2026-02-20'],
    ]);
    expect(storyOf(told, dots)[0]).toMatchObject({ step: 'ring' });
    expect(storyOf(told, dots)[1]).toMatchObject({ feeling: 3, note: 'Again.' });
  });

  it('has nothing of what was taken back on the day, and all that was meant', () => {
    const rest = { ...values, state: 'rest' };
    const undone = goal([today, values], [today, rest], [today, values], [today, stepDone(values)]);
    expect(storyOf(undone, []).map(line => line.type)).toEqual(['step']);
    const rested = goal(['2026-03-01', values], ['2026-03-05', rest], ['2026-03-06', values]);
    expect(storyOf(rested, []).map(line => line.type)).toEqual(['turn', 'turn']);
  });

  it('does not take new words for a step that was done', () => {
    const told = goal(['2026-02-20', values], ['2026-03-05', { ...values, step: 'write' }]);
    expect(storyOf(told, [])).toEqual([]);
    // The same step again, then put otherwise.
    const again = { ...values, did: 'ring' };
    const asked = goal(['2026-02-20', again], ['2026-03-05', { ...again, step: 'write' }]);
    expect(storyOf(asked, [])).toEqual([]);
  });

  it('keeps a dot dated in own words, under the day it was written', () => {
    const dots = [
      dot('2026-04-20', {}),
      dot('before the move', {}, { lookedAt: '2026-05-01' }),
      dot('2026-05-10', { feeling: '11' }),
    ];
    expect(storyOf(goal([today, values]), dots).map(line => line.on)).toEqual([
      '2026-05-10',
      'before the move',
      '2026-04-20',
    ]);
    expect(storyOf(goal([today, values]), dots)[0]).toMatchObject({ feeling: null });
  });
});

describe('parts', () => {
  it('stand with their thing and nowhere else', () => {
    const all = new Map(alex().map(one => [one.id, one]));
    const goals = [...all.values()].filter(one => one.kind === 'goal');
    expect(goals).toHaveLength(1);
    const dots = partsIn(all).get(goals[0]!.id) ?? [];
    expect(dots).toHaveLength(3);
    const things = [...thingsIn(all).values()];
    expect(things.length + dots.length).toBe(all.size);
    expect(things.some(one => one.kind === 'checkin')).toBe(false);
    expect(storyOf(goals[0]!, dots).map(line => line.type)).toEqual(['dot', 'turn', 'dot', 'turn', 'dot']);
  });

  it('are as private as their thing is now', () => {
    const kept = item('goal', { want: 'x' }, { item: 'g', privacy: 'just-me' });
    const felt = dot(today, { feeling: '3' });
    const all = new Map([kept, felt].map(one => [one.id, one]));
    expect([felt.head.privacy, privacyOf(felt, all)]).toEqual(['open', 'just-me']);
    expect(asksToLookAgain({ ...felt.head, lookedAt: '2020-01-01' }, today)).toBeNull();
    expect(toShared(felt.head)).toBeNull();
  });

  it('whose thing can’t be read stand by themselves', () => {
    const felt = dot(today, { note: 'still here' });
    expect([...thingsIn(new Map([[felt.id, felt]])).keys()]).toEqual([felt.id]);
  });

  it('without a thing to stand with are things of their own, so that none is lost from sight', () => {
    expect(ownerOf({ kind: 'checkin', values: {} })).toBeNull();
  });
});

describe('who helps', () => {
  it('is rung by the name they are kept under, unless they are just for the person', () => {
    const dana = item('contact', { name: 'Dana', phone: '0491 570 156' });
    const sam = item('contact', { name: 'Sam' }, { item: 'sam' });
    const secret = item('contact', { name: 'Kim', phone: '0491 570 157' }, { privacy: 'just-me' });
    const careful = item('contact', { name: 'Lee', phone: '0491 570 158' }, { privacy: 'careful' });
    expect(namesIn([dana, sam, secret, careful, dana])).toEqual(['Dana', 'Sam']);
    expect(ringFor('Lee', [careful], ways)?.dial).toBe('0491570158');
    expect(ringFor(' Dana ', [dana, sam], ways)?.dial).toBe('0491570156');
    expect(ringFor('Sam', [dana, sam], ways)).toBeNull();
    expect(ringFor('Kim', [secret], ways)).toBeNull();
  });
});
