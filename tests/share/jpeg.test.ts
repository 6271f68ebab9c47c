import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegPixels } from '../../src/share/jpeg.ts';

const word = (value: number): number[] => [value >> 8, value & 255];
const frame = (marker: number, width: number, height: number): number[] => [
  ...[0xff, marker, ...word(17), 8],
  ...word(height),
  ...word(width),
  ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
];
const app0 = [0xff, 0xe0, ...word(16), ...Array<number>(14).fill(0)];
const jpeg = (...parts: number[][]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

describe('the pixels of a JPEG', () => {
  it('stand in its frame header, baseline or progressive, behind other segments and fill bytes', () => {
    expect(jpegPixels(jpeg(app0, frame(0xc0, 1600, 1200)))).toBe(1_920_000);
    expect(jpegPixels(jpeg(app0, [0xff], frame(0xc2, 65_535, 65_535)))).toBe(65_535 * 65_535);
    expect(jpegPixels(jpeg([0xff, 0xc4, ...word(4), 0, 0], frame(0xc1, 2, 3)))).toBe(6);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['no frame', jpeg(app0)],
    ['no width', jpeg(frame(0xc0, 0, 9))],
    ['a segment over the end', jpeg([0xff, 0xe0, ...word(60_000)], frame(0xc0, 9, 9))],
  ])('are unknown of %s', (_, bytes) => expect(jpegPixels(bytes)).toBeNull());

  it('are a number or unknown, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        const pixels = jpegPixels(Uint8Array.from([0xff, 0xd8, 0xff, ...bytes]));
        expect(pixels === null || pixels > 0).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
