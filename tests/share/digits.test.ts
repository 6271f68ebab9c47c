import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../src/lib/bits.ts';
import { byteRoom, bytesToDigits, digitCount, digitsToBytes } from '../../src/lib/digits.ts';
import { AppError } from '../../src/lib/error.ts';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'no error';
};

describe('bytes as digits', () => {
  it('gives the known answers', () => {
    expect(bytesToDigits(new Uint8Array())).toBe('');
    expect(bytesToDigits(Uint8Array.of(0))).toBe('000');
    expect(bytesToDigits(Uint8Array.of(255))).toBe('255');
    expect(bytesToDigits(Uint8Array.of(1, 0))).toBe('00256');
    expect(bytesToDigits(new Uint8Array(22).fill(255))).toBe(
      '95780971304118053647396689196894323976171195136475135',
    );
    expect(bytesToDigits(new Uint8Array(23))).toBe('0'.repeat(56));
  });

  it('uses 53 digits for 22 bytes and the fewest for a rest', () => {
    for (let length = 0; length < 200; length++) {
      const digits = bytesToDigits(new Uint8Array(length).fill(255));
      expect(digits).toHaveLength(digitCount(length));
      expect(byteRoom(digits.length)).toBe(length);
      if (length % 22) expect(digits.slice(-(digitCount(length) % 53)).startsWith('0')).toBe(false);
    }
  });

  it('comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(digitsToBytes(bytesToDigits(bytes))).toEqual(bytes);
      }),
    );
  });

  it('refuses lengths and numbers that no bytes make', () => {
    const possible = new Set(Array.from({ length: 60 }, (_, length) => digitCount(length)));
    for (let count = 0; count < 140; count++)
      if (!possible.has(count)) expect(codeOf(() => digitsToBytes('0'.repeat(count)))).toBe('cut-short');
    expect(codeOf(() => digitsToBytes('256'))).toBe('garbled');
    expect(codeOf(() => digitsToBytes('9'.repeat(53)))).toBe('garbled');
  });
});

describe('bits', () => {
  it('come back, numbers of every size among them', () => {
    const number = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(number), fc.boolean(), (numbers, flag) => {
        const writer = new BitWriter();
        for (const [value, order] of numbers) {
          writer.number(value, order);
          writer.signed(-value, order);
          writer.bits(value, 32);
        }
        writer.bit(flag);
        const reader = new BitReader(writer.bytes());
        for (const [value, order] of numbers) {
          expect(reader.number(order)).toBe(value);
          expect(reader.signed(order)).toBe(value === 0 ? 0 : -value);
          expect(reader.bits(32)).toBe(value);
        }
        expect(reader.bit()).toBe(flag);
        expect(reader.rest()).toHaveLength(0);
      }),
    );
  });

  it('refuse to be read past their end, to count beyond 2³², or to hide something in the filling', () => {
    expect(codeOf(() => new BitReader(new Uint8Array()).bit())).toBe('garbled');
    expect(codeOf(() => new BitReader(new Uint8Array(40)).number(0))).toBe('garbled');
    expect(codeOf(() => new BitReader(new Uint8Array(40).fill(255, 4)).number(3))).toBe('garbled');
    const reader = new BitReader(Uint8Array.of(0b1000_0001));
    reader.bit();
    expect(codeOf(() => reader.rest())).toBe('garbled');
  });
});
