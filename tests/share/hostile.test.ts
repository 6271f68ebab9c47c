import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/domain/format.ts';
import { plainWords } from '../../src/domain/phrases.ts';
import { nameOf, plainText } from '../../src/domain/plain.ts';
import type { Share, SharedItem } from '../../src/domain/share.ts';
import type { Ways } from '../../src/domain/show.ts';
import { concat } from '../../src/lib/bytes.ts';
import { dictionaryV1 } from '../../src/share/dictionary/v1.ts';
import { decodeShare, encodeShare } from '../../src/share/envelope.ts';
import { writeShare } from '../../src/share/layout.ts';
import { Sink } from '../../src/share/sink.ts';
import { everyday } from './shares.ts';

const ways: Ways = { words: plainWords, today: '2026-05-12', ...createFormats('en-AU') };

/** A share's bytes as somebody writes them who asks none of our questions. */
const forge = (share: Share): Uint8Array => {
  const sink = new Sink();
  sink.bits.bits(1, 4);
  sink.bits.bits(2, 2);
  writeShare(sink, share);
  const text = deflateSync(sink.lines(), { level: 9, dictionary: dictionaryV1().bytes });
  return concat(sink.bits.bytes(), text);
};
const note = (more: Partial<SharedItem>): SharedItem => ({
  kind: 'note',
  source: { type: 'me' },
  asOf: '',
  values: { text: 'x' },
  ...more,
});
const many = (one: SharedItem): Share => ({ ...everyday, items: Array.from({ length: 1500 }, () => one) });
const LONG = 'z'.repeat(50_000);

describe('one small link that stands for a mountain of text', () => {
  it.each([
    ['a source', note({ source: { type: 'provider', name: LONG } })],
    ['who checked', note({ source: { type: 'me', checkedBy: LONG } })],
    ['a date in own words', note({ asOf: LONG })],
    ['a date in a field', note({ kind: 'condition', values: { since: LONG } })],
  ])('is refused: %s said once and repeated by a bit', (_, item) => {
    const forged = forge(many(item));
    expect(forged.length).toBeLessThan(5000);
    expect(() => decodeShare(forged)).toThrow(expect.objectContaining({ code: 'garbled' }));
    expect(() => encodeShare(many(item))).toThrow(expect.objectContaining({ code: 'too-big' }));
  });

  it('is not made of a name either, which stands on every line', () => {
    const about: SharedItem = note({ kind: 'about', values: { name: LONG } });
    const share = decodeShare(forge({ ...everyday, items: [about, ...many(note({})).items] }));
    expect(nameOf(share.items)).toBe('');
    expect(plainText(share, '2026-05-12', ways).length).toBeLessThan(300_000);
  });
});

it('sixty thousand spaces are read as quickly as any text', () => {
  // A pattern that takes the square of it would need minutes, and the runner's own limit would end this.
  const text = `a${' '.repeat(60_000)}b`;
  const share = decodeShare(
    forge({ ...everyday, items: [note({ kind: 'allergy', values: { happens: text } })] }),
  );
  for (let round = 0; round < 5; round++) expect(plainText(share, '2026-05-12', ways)).toContain(text);
});

describe('copied text', () => {
  const copied = (name: string, value: string): string[] =>
    plainText(
      { ...everyday, items: [note({ kind: 'about', values: { name } }), note({ values: { text: value } })] },
      '2026-05-12',
      ways,
    ).split('\n');

  it('never begins a line with what someone wrote, but with their name', () => {
    const lines = copied('Jess', 'one\nAllergies:\n\n- Penicillin\r\n=1+1\u2028Medicines:');
    expect(lines.filter(line => /^(Allergies|Medicines):$/.test(line))).toEqual(['Allergies:', 'Medicines:']);
    expect(lines.filter(line => line.includes('Penicillin'))).toHaveLength(1);
    expect(lines.some(line => /^\s*=/.test(line))).toBe(false);
  });

  it.each([
    '=HYPERLINK("http://x")',
    '+1',
    '@SUM(A1)',
    "-2+cmd|' /C calc'!A0",
  ])('is no formula in a spreadsheet when the name is %s', name => {
    expect(copied(name, 'x')[0]).toBe(`Name: ${name}`);
  });

  it('has no tab that would begin a cell', () => {
    expect(copied('Jess', 'a\t=1+1').join('\n')).not.toContain('\t');
  });
});
