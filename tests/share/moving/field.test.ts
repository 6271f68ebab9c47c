import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alphanumericToBytes,
  bytesIn,
  bytesToAlphanumeric,
  charCount,
} from '../../../src/lib/alphanumeric.ts';
import { concat } from '../../../src/lib/bytes.ts';
import { crc32, crc32c } from '../../../src/lib/crc.ts';
import { addMultiple, inverse, LANES, Multiples, multiply } from '../../../src/share/moving/gf256.ts';

const byte = fc.integer({ min: 0, max: 255 });

/** The schoolbook way: shift, and reduce by x⁸ + x⁴ + x³ + x² + 1. */
function product(a: number, b: number): number {
  let sum = 0;
  for (let bit = 7; bit >= 0; bit--) {
    sum = (sum << 1) ^ (sum & 128 ? 0x11d : 0);
    if ((b >> bit) & 1) sum ^= a;
  }
  return sum;
}

describe('GF(256)', () => {
  it('multiplies as the schoolbook does, and every byte but 0 has an inverse', () => {
    const all = Array.from({ length: 256 }, (_, value) => value);
    for (const a of all) expect(all.map(b => multiply(a, b))).toEqual(all.map(b => product(a, b)));
    for (const a of all.slice(1)) expect(multiply(a, inverse(a))).toBe(1);
  });

  it('adds multiples of many rows at once as it does one by one', () => {
    const words = 5;
    const row = fc.uint8Array({ minLength: words * 4, maxLength: words * 4 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 5, maxLength: 5 }),
        fc.array(byte, { minLength: 4, maxLength: 4 }),
        (given, factors) => {
          const rows = new Int32Array(5 * words);
          const bytes = new Uint8Array(rows.buffer);
          bytes.set(concat(...given));
          const multiples = new Multiples(rows, words);
          const nibbles = new Uint8Array(LANES);
          const sum = given[4]!.slice();
          for (const [at, factor] of factors.entries()) {
            multiples.takeLow(at * 2, at);
            multiples.takeHigh(at * 2 + 1);
            nibbles.set([factor & 15, factor >> 4], at * 2);
            addMultiple(sum, given[at]!, factor);
          }
          multiples.addTo(4, nibbles);
          expect(bytes.slice(4 * words * 4)).toEqual(sum);
          expect(bytes.slice(0, 4 * words * 4)).toEqual(concat(...given.slice(0, 4)));
        },
      ),
    );
  });
});

describe('checksums', () => {
  it('give the known answers', () => {
    const digits = new TextEncoder().encode('123456789');
    // The "check" column of the catalogue of parametrised CRC algorithms.
    expect(crc32(digits)).toBe(0xcbf43926);
    expect(crc32c(digits)).toBe(0xe3069283);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe('bytes in alphanumeric mode', () => {
  it('give the known answers', () => {
    expect(bytesToAlphanumeric(new Uint8Array())).toBe('');
    expect(bytesToAlphanumeric(Uint8Array.of(255))).toBe('5U');
    expect(bytesToAlphanumeric(new Uint8Array(24))).toBe('0'.repeat(35));
    let most = 256n ** 24n - 1n;
    let text = '';
    for (let at = 0; at < 35; at++, most /= 45n)
      text = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'[Number(most % 45n)] + text;
    expect(bytesToAlphanumeric(new Uint8Array(24).fill(255))).toBe(text);
    expect(alphanumericToBytes(':'.repeat(35))).toBeNull();
    expect(alphanumericToBytes('5V')).toBeNull();
    expect(alphanumericToBytes('0')).toBeNull();
    expect(alphanumericToBytes('0é')).toBeNull();
    expect(alphanumericToBytes('0a')).toBeNull();
  });

  it('fit as many as they can, and come back', () => {
    for (let length = 0; length < 120; length++) {
      expect(bytesIn(charCount(length))).toBe(length);
      expect(charCount(length + 1)).toBeGreaterThan(charCount(length));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const text = bytesToAlphanumeric(bytes);
        expect(text).toHaveLength(charCount(bytes.length));
        expect(alphanumericToBytes(text)).toEqual(bytes);
      }),
    );
  });
});
