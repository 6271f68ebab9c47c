import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showPlain } from '../../src/domain/safe-text.ts';

describe('text with nothing unseen', () => {
  test.each([
    ['abc\u202Egpj.exe', 'abc‹U+202E›gpj.exe'],
    ['pay\u200Bpal', 'pay‹U+200B›pal'],
    ['a\u200Db', 'a‹U+200D›b'],
    ['\u2066x\u2069', '‹U+2066›x‹U+2069›'],
    ['a\u0000b\u001B[31m', 'a‹U+0000›b‹U+001B›[31m'],
    ['soft\u00ADly', 'soft‹U+00AD›ly'],
    ['\uFEFFx', '‹U+FEFF›x'],
    ['\u3164', '‹U+3164›'],
    ['a\u{E0041}b', 'a‹U+E0041›b'],
    ['half \uD83D end', 'half ‹U+D83D› end'],
    ['one\r\ntwo\tthree', 'one\ntwo\tthree'],
    ['line\u2028break', 'line‹U+2028›break'],
  ])('%j shows as %j', (text, shown) => expect(showPlain(text)).toBe(shown));

  test.each([
    'Plain words, “quotes” and numbers 60 mg',
    'ثلاث مرات في اليوم',
    'שלום, 60 מ״ג',
    'می\u200Cخواهم',
    'क्\u200Dष',
    '每天一次',
    '👩🏽\u200D⚕\uFE0F 👨\u200D👩\u200D👧 ❤\uFE0F \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '<b>bold</b> &amp; {x}',
    'Zoë Nguyễn',
  ])('%s stays', text => expect(showPlain(text)).toBe(text));

  test('nothing unseen is ever left, and showing twice changes nothing', () => {
    const trick = fc.constantFrom('\u202E', '\u200B', '\u2066', '\u0007', '\u200D', 'ا', '👩', 'a', '\uFEFF');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(trick).map(all => all.join('')),
    );
    fc.assert(
      fc.property(text, typed => {
        const shown = showPlain(typed);
        expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u);
        expect(showPlain(shown)).toBe(shown);
      }),
    );
  });
});
