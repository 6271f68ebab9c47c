import { describe, expect, it } from 'vitest';
import { lengthOf, lengths, minutesOf } from '../../src/domain/length.ts';

describe('how long a page stays open', () => {
  const at = (hour: number, minute: number) => new Date(2026, 4, 12, hour, minute).getTime();

  it('until midnight, when it is for today', () => {
    expect(minutesOf('today', at(15, 0))).toBe(9 * 60);
    expect(minutesOf('today', at(23, 59))).toBe(1);
    expect(minutesOf('today', new Date(2026, 4, 12, 23, 59, 59).getTime())).toBe(1);
  });

  it('as long as was picked otherwise', () => {
    expect(lengths.map(length => minutesOf(length, at(12, 0)))).toEqual([15, 60, 12 * 60, 7 * 24 * 60]);
  });

  it('is known again from its minutes, so that today means today when the same is shown tomorrow', () => {
    expect(lengths.map(length => lengthOf(minutesOf(length, at(12, 0))))).toEqual(lengths);
  });
});
