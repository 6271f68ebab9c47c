import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';
import { Packer } from '../../src/share/deflate.ts';
import { dictionaryV1 } from '../../src/share/dictionary/v1.ts';
import { inflate } from '../../src/share/inflate.ts';

const LIMIT = 65_536;
const none = new Uint8Array();
const plain = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

const text = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom('paracetamol', ' 500 mg', '\n', 'x', 'twice a day'), { maxLength: 200 })
    .map(parts => utf8(parts.join(''))),
);

describe('inflate', () => {
  it('reads what zlib writes: stored, fixed and dynamic blocks, with and without a dictionary', () => {
    const { bytes: dictionary } = dictionaryV1();
    const options = fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      strategy: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(text, options, fc.boolean(), (bytes, how, preset) => {
        const packed = plain(deflateRawSync(bytes, preset ? { ...how, dictionary } : how));
        expect(inflate(packed, preset ? dictionary : none, LIMIT)).toEqual(bytes);
      }),
    );
  });

  it('refuses whatever zlib refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        let ours: Uint8Array | null = null;
        try {
          ours = inflate(bytes, none, LIMIT);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
        if (ours) expect(plain(inflateRawSync(bytes))).toEqual(ours);
      }),
      { numRuns: 3000 },
    );
  });

  it('stops at its limit, and not a byte before', () => {
    const exact = plain(deflateRawSync(new Uint8Array(LIMIT), { level: 9 }));
    expect(inflate(exact, none, LIMIT)).toHaveLength(LIMIT);
    const over = plain(deflateRawSync(new Uint8Array(LIMIT + 1), { level: 9 }));
    expect(() => inflate(over, none, LIMIT)).toThrow(AppError);
    const stored = plain(deflateRawSync(new Uint8Array(LIMIT + 1), { level: 0 }));
    expect(() => inflate(stored, none, LIMIT)).toThrow(AppError);
  });

  it('holds no more memory than its limit, whatever a stream inflates to', () => {
    const bomb = plain(deflateRawSync(new Uint8Array(64 * 1024 * 1024), { level: 9 }));
    const before = process.memoryUsage().arrayBuffers;
    expect(() => inflate(bomb, none, LIMIT)).toThrow(AppError);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });

  it('wants one whole stream and nothing else', () => {
    const packed = plain(deflateRawSync(utf8('Rash, swollen lips. Rash, swollen lips.')));
    for (let length = 0; length < packed.length; length++)
      expect(() => inflate(packed.slice(0, length), none, LIMIT)).toThrow(AppError);
    expect(() => inflate(concat(packed, Uint8Array.of(0)), none, LIMIT)).toThrow(AppError);
    // A match that reaches before the beginning.
    const dictionary = utf8('swollen lips and a rash');
    const referring = plain(deflateRawSync(dictionary, { dictionary }));
    expect(inflate(referring, dictionary, LIMIT)).toEqual(dictionary);
    expect(() => inflate(referring, none, LIMIT)).toThrow(AppError);
  });
});

describe('packer', () => {
  it('writes what any raw inflater reads behind the frozen header', () => {
    const dictionary = dictionaryV1();
    const packer = new Packer(dictionary.bytes, dictionary.tables);
    fc.assert(
      fc.property(text, bytes => {
        const stream = concat(dictionary.header, packer.pack(bytes));
        expect(plain(inflateRawSync(stream, { dictionary: dictionary.bytes }))).toEqual(bytes);
        expect(inflate(stream, dictionary.bytes, LIMIT)).toEqual(bytes);
      }),
    );
  });
});
