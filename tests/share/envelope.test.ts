import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../src/domain/item.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Share, SharedItem } from '../../src/domain/share.ts';
import { BitWriter } from '../../src/lib/bits.ts';
import { concat } from '../../src/lib/bytes.ts';
import { AppError, type ErrorCode } from '../../src/lib/error.ts';
import { dictionaryV1 } from '../../src/share/dictionary/v1.ts';
import { decodeShare, encodeShare } from '../../src/share/envelope.ts';
import fixture from '../vectors/share/v1.json' with { type: 'json' };
import { everyday, MADE } from './shares.ts';

const codeOf = (run: () => unknown): ErrorCode | 'no error' => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
};

const withItem = (item: Partial<SharedItem>): Share => ({
  ...everyday,
  items: [{ kind: 'note', source: { type: 'me' }, asOf: '', values: {}, ...item }],
});
const first = (share: Share): SharedItem => decodeShare(encodeShare(share)).items[0]!;
const medicine = (values: Record<string, FieldValue>): SharedItem =>
  first(withItem({ kind: 'medicine', values }));

const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('version 1, for ever', () => {
  it.each(fixture.shares)('opens "$name"', ({ envelope, share }) => {
    expect(decodeShare(unhex(envelope))).toEqual(share);
  });

  it('has its dictionary and tables', () => {
    const { bytes, header, tables } = dictionaryV1();
    expect(bytes.length).toBeLessThanOrEqual(32_768);
    expect(sha256(bytes)).toBe(fixture.dictionary);
    expect(sha256(header)).toBe(fixture.header);
    // A byte without a code could not be written, a stream with longer codes not be read.
    expect(tables.literals.every(length => length >= 1 && length <= 15)).toBe(true);
  });

  it('knows every kind, field and option by its number: they are appended, never moved', () => {
    for (const old of fixture.kinds) {
      const now = kinds.find(kind => kind.code === old.code);
      expect(now?.id, `kind ${old.code}`).toBe(old.id);
      for (const [at, { name, type, options }] of old.fields.entries()) {
        const field = now?.fields[at];
        expect(field?.name, `${old.id}, field ${at}`).toBe(name);
        expect(field?.type, `${old.id}.${name}`).toBe(type);
        const ids = field && 'options' in field ? field.options.map(option => option.id) : [];
        expect(ids.slice(0, options.length), `${old.id}.${name}`).toEqual(options);
      }
    }
  });
});

describe('what comes back', () => {
  it('is what went in', () => {
    expect(decodeShare(encodeShare(everyday))).toEqual(everyday);
    const empty: Share = { purpose: 'own', made: MADE, expires: MADE, why: '', items: [] };
    expect(decodeShare(encodeShare(empty))).toEqual(empty);
  });

  it.each([
    ['a long note', 'Å🙂'.repeat(5000)],
    ['right to left', 'مرحبا \u202e\u2066 شالوم'],
    ['markup and zero width', '<img src=x onerror=alert(1)>\u200b\u200d\ufeff'],
    ['line feeds and NUL', '\na\n\n\u0000\r\n'],
    ['digits over any number', '0'.repeat(3) + '9'.repeat(60)],
  ])('keeps %s', (_, value) => {
    expect(first(withItem({ values: { text: value } })).values.text).toBe(value);
  });

  it('has U+FFFD for a lone surrogate, always', () => {
    expect(first(withItem({ values: { text: 'a\ud83d' } })).values.text).toBe('a\ufffd');
  });

  it.each([
    '2024-02-29',
    '2023-02-29',
    '2026-13-01',
    '2026-00',
    '0000-01-01',
    '9999-12-31',
    '2026-02-28T08:40',
    '2026-02-28T24:00',
    '2026-02-28T08:60',
    '1066',
    '99',
    'about March',
    '2026-1-1',
    ' 2026',
    '٢٠٢٦',
  ])('keeps the date %s as it was said', said => {
    expect(medicine({ since: said }).values.since).toBe(said);
    expect(first(withItem({ asOf: said })).asOf).toBe(said);
  });

  it.each([
    'http://snomed.info/sct|44054006',
    'http://snomed.info/sct|044054006',
    'http://snomed.info/sct|44054007',
    'http://snomed.info/sct|23173011000036104',
    'http://snomed.info/sct|9751511000001104',
    'http://snomed.info/sct|98921000119102',
    'http://snomed.info/sct|12345678901234567890',
    'http://www.nlm.nih.gov/research/umls/rxnorm|24942',
    'http://www.nlm.nih.gov/research/umls/rxnorm|00024942',
    'http://www.whocc.no/atc|C10AA05',
    'http://www.whocc.no/atc|C10',
    'http://www.whocc.no/atc|c10aa05',
    'http://loinc.org|4548-4',
    'http://loinc.org|4548-5',
    'http://hl7.org/fhir/sid/icd-10|E11.9',
    'urn:oid:1.2.36.1.2001.1005.17|X1',
    'a local code',
    '|',
    '',
  ])('keeps the code %s', code => {
    expect(medicine({ code }).values.code).toBe(code);
  });

  it('says a known SNOMED CT code in three bytes and a half', () => {
    const size = (values: Record<string, FieldValue>): number =>
      encodeShare(withItem({ kind: 'medicine', values })).length;
    const code = size({ name: 'x', code: 'http://snomed.info/sct|44054006' }) - size({ name: 'x' });
    expect(code).toBeLessThanOrEqual(4);
  });
});

describe('what stays here', () => {
  const file: FieldValue = { blob: 'b', type: 'image/png', size: 3 };

  it('is every field that is never shared, and every file', () => {
    for (const kind of kinds)
      for (const field of kind.fields.filter(one => one.neverShared || one.type === 'file')) {
        const value = field.type === 'file' ? file : field.type === 'choices' ? ['drugs'] : 'secret';
        expect(first(withItem({ kind: kind.id, values: { [field.name]: value } })).values).toEqual({});
      }
  });

  it('is what the schema does not know', () => {
    expect(codeOf(() => encodeShare(withItem({ kind: 'horoscope' })))).toBe('too-new');
    expect(codeOf(() => encodeShare(withItem({ values: { sign: 'Leo' } })))).toBe('too-new');
    expect(codeOf(() => encodeShare(withItem(JSON.parse('{"values":{"__proto__":"x"}}'))))).toBe('too-new');
    expect(codeOf(() => encodeShare(withItem({ kind: '__proto__' })))).toBe('too-new');
    expect(codeOf(() => encodeShare(withItem({ kind: 'condition', values: { now: 'hmm' } })))).toBe(
      'too-new',
    );
    expect(codeOf(() => encodeShare({ ...everyday, purpose: 'x' as 'gp' }))).toBe('too-new');
    expect(codeOf(() => encodeShare(withItem({ values: { text: ['a'] } })))).toBe('garbled');
    expect(codeOf(() => encodeShare(withItem({ values: { text: file } })))).toBe('garbled');
  });

  it('is what is too big', () => {
    const filler = 'abcdefghij'.repeat(6600);
    expect(codeOf(() => encodeShare(withItem({ values: { text: filler } })))).toBe('too-big');
    const items = new Array<SharedItem>(2001).fill(withItem({}).items[0]!);
    expect(codeOf(() => encodeShare({ ...everyday, items }))).toBe('too-big');
  });
});

describe('what no one may send', () => {
  const bytes = encodeShare(everyday);
  const decode = (write: (bits: BitWriter) => void, after = new Uint8Array()): ErrorCode | 'no error' => {
    const bits = new BitWriter();
    write(bits);
    return codeOf(() => decodeShare(concat(bits.bytes(), after)));
  };
  const header = (bits: BitWriter): void => {
    bits.bits(1, 4);
    bits.bits(0, 2);
    bits.bits(0, 4);
    bits.signed(0, 20);
    bits.signed(0, 10);
    bits.bit(false);
  };

  it('is cut off at any place, or has something behind it', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(
        codeOf(() => decodeShare(bytes.slice(0, length))),
        String(length),
      ).toMatch(/garbled|too-new/);
    expect(codeOf(() => decodeShare(concat(bytes, Uint8Array.of(0))))).toBe('garbled');
  });

  it('is of a later version, packing, purpose, kind, field or option', () => {
    expect(decode(bits => bits.bits(2, 4))).toBe('too-new');
    expect(decode(bits => bits.bits(0, 4))).toBe('garbled');
    expect(codeOf(() => decodeShare(Uint8Array.from(bytes, (b, at) => (at ? b : (b & 0xf3) | 0x0c))))).toBe(
      'too-new',
    );
    const late = (write: (bits: BitWriter) => void): ErrorCode | 'no error' =>
      decode(bits => {
        header(bits);
        bits.number(1, 4);
        write(bits);
        bits.bits(0, 40);
      });
    expect(late(bits => bits.number(500, 3))).toBe('too-new');
    expect(
      late(bits => {
        bits.number(19, 3);
        bits.number(0, 1);
        bits.number(99, 3);
      }),
    ).toBe('too-new');
  });

  it('counts to 2³²', () => {
    const most = 2 ** 32 - 1;
    const count = (...numbers: [number, number][]): ErrorCode | 'no error' =>
      decode(bits => {
        header(bits);
        for (const [value, order] of numbers) bits.number(value, order);
      });
    expect(count([most, 4])).toBe('garbled');
    expect(count([2000, 4], [19, 3], [most, 1])).toBe('garbled');
    // A note's text of 2³² digits.
    const digits = decode(bits => {
      header(bits);
      bits.number(1, 4);
      bits.number(19, 3);
      bits.number(0, 1);
      bits.number(1, 3);
      bits.bit(false);
      bits.bits(0b1111, 4);
      bits.number(most, 3);
    });
    expect(digits).toBe('garbled');
  });

  it('inflates beyond 64 KiB', async () => {
    const { deflateSync } = await import('fflate');
    const bomb = deflateSync(new Uint8Array(16 * 1024 * 1024).fill(97), { level: 9 });
    const start = new BitWriter();
    start.bits(1, 4);
    start.bits(2, 2);
    start.bits(0, 4);
    start.signed(0, 20);
    start.signed(0, 10);
    start.bit(false);
    start.number(0, 4);
    expect(codeOf(() => decodeShare(concat(start.bytes(), bomb)))).toBe('garbled');
  });
});

describe('random bytes', () => {
  const runs = process.env.HOLDFAST_LONG ? 1_000_000 : 10_000;

  it(`never crash the decoder, ${runs} times`, { timeout: 3_600_000 }, () => {
    const base = encodeShare(everyday);
    const before = process.memoryUsage().arrayBuffers;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          // Near a real one: some bytes changed.
          fc
            .array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
            .map(changes => {
              const bytes = base.slice();
              for (const [at, value] of changes) bytes[at] = value;
              return bytes;
            }),
        ),
        bytes => {
          const code = codeOf(() => decodeShare(bytes));
          expect(['garbled', 'too-new', 'no error']).toContain(code);
        },
      ),
      { numRuns: runs },
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });
});
