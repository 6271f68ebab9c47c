import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/share/moving/decoder.ts';
import { Encoder, SYMBOL_BYTES, symbolCount } from '../../../src/share/moving/fountain.ts';

const empty = new Uint8Array(SYMBOL_BYTES);

/** How many symbols more than k are taken until everything is known, from `start` on, after `known` source symbols. */
function overhead(k: number, known: number, start: number): number {
  const decoder = new Decoder(k);
  for (let index = 0; index < known; index++) decoder.add(index, empty);
  let taken = known;
  // A mixer whose rank is capped never gets there.
  for (let index = start; decoder.have < k && taken < 2 * k + 9; index++, taken++) decoder.add(index, empty);
  return taken - k;
}

const mean = (runs: number, one: (run: number) => number): number =>
  Array.from({ length: runs }, (_, run) => one(run)).reduce((sum, value) => sum + value, 0) / runs;

/** A message whose every byte is another one's neighbour. */
const messageOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at * 31 + (at >> 8));

describe('symbols from anywhere in the fountain', () => {
  // Any k of random bytes would be 0.004 short in the mean; a linear generator of 32 bits never gets over rank 32.
  it.each([
    [1, 0, 2000],
    [2, 0, 2000],
    [8, 0, 2000],
    [32, 0, 1000],
    [64, 0, 200],
    [64, 58, 1000],
    [128, 64, 200],
    [300, 200, 100],
    [600, 420, 50],
  ])('%i of them are enough, with %i as they are, but for 0.02 in the mean', (k, known, runs) => {
    expect(mean(runs, run => overhead(k, known, k + run * 2 * k))).toBeLessThanOrEqual(0.02);
  });

  it('are enough over all sizes but for 0.01', () => {
    const sizes = [32, 40, 50, 64, 80, 100, 150];
    expect(mean(420, run => overhead(sizes[run % 7]!, 0, 1000 + run * 701))).toBeLessThanOrEqual(0.01);
    expect(overhead(600, 0, 5000)).toBeLessThanOrEqual(1);
  });
});

describe('a decoder', () => {
  it('finds the source from any symbols in any order, and counts what is missing exactly', () => {
    const draw = fc.record({
      length: fc.integer({ min: 1, max: 3000 }),
      indices: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(draw, ({ length, indices }) => {
        const message = messageOf(length);
        const encoder = new Encoder(message);
        const decoder = new Decoder(encoder.k);
        expect(encoder.k).toBe(symbolCount(length));
        // What may be missing after these comes from far out.
        for (const index of [...indices, ...Array.from({ length: 20 }, (_, at) => 70_000 + at)]) {
          const before = decoder.have;
          expect(decoder.source() === null).toBe(before < encoder.k);
          expect(decoder.add(index, encoder.symbol(index))).toBe(decoder.have > before);
          expect(decoder.add(index, encoder.symbol(index))).toBe(false);
        }
        expect(decoder.have).toBe(encoder.k);
        expect(decoder.source()!.slice(0, length)).toEqual(message);
      }),
    );
  });

  it('takes source symbols that come after combinations which already give them', () => {
    const message = messageOf(20 * SYMBOL_BYTES);
    const encoder = new Encoder(message);
    const decoder = new Decoder(20);
    for (let index = 100; index < 112; index++) decoder.add(index, encoder.symbol(index));
    for (let index = 0; decoder.have < 20; index++) decoder.add(index, encoder.symbol(index));
    expect(decoder.source()).toEqual(message);
  });

  it('is as good for the longest message', { timeout: 60_000 }, () => {
    const message = messageOf(262_144 + 4100);
    const encoder = new Encoder(message);
    const decoder = new Decoder(encoder.k);
    for (let index = 0; index < encoder.k; index++) if (index % 20) decoder.add(index, encoder.symbol(index));
    for (let index = encoder.k; decoder.have < encoder.k; index++) decoder.add(index, encoder.symbol(index));
    expect(decoder.source()!.slice(0, message.length)).toEqual(message);
  });
});
