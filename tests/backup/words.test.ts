import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, newEntropy, readWords, toWords } from '../../src/backup/words.ts';
import vectors from '../vectors/bip39.json' with { type: 'json' };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const said = (typed: string): string => {
  const read = readWords(typed);
  return typeof read === 'object' && 'entropy' in read ? hex(read.entropy) : JSON.stringify(read);
};

describe('recovery words', () => {
  it.each(vectors.cases)('are the published ones: $entropy', ({ entropy, words }) => {
    expect(toWords(new Uint8Array(Buffer.from(entropy, 'hex'))).join(' ')).toBe(words);
    expect(said(words)).toBe(entropy);
  });

  it('come back as they were, however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), entropy => {
        const words = toWords(entropy);
        const short = words.map(word => word.slice(0, 4));
        for (const typed of [
          words.join(' '),
          words.join('\n').toUpperCase(),
          words.map((word, at) => `${at + 1}. ${word}`).join(', '),
          `  ${short.join('\t')}  `,
        ])
          expect(said(typed)).toBe(hex(entropy));
      }),
    );
    expect(newEntropy()).toHaveLength(16);
  });

  it('say which word is not in the list, how many there are, or that one of them is not right', () => {
    const words = vectors.cases[1]!.words.split(' ');
    expect(readWords(words.with(3, 'aardvark').with(11, 'zz').join(' '))).toEqual({ unknown: [3, 11] });
    expect(readWords(words.slice(1).join(' '))).toEqual({ count: 11 });
    expect(readWords('')).toEqual({ count: 0 });
    expect(readWords(words.with(0, words[1]!).join(' '))).toBe('checksum');
    expect(readWords([words[1]!, words[0]!, ...words.slice(2)].join(' '))).toBe('checksum');
  });

  it('are offered by their first letters, of which four decide', () => {
    expect(matches('')).toEqual([]);
    expect(matches('Zo')).toEqual(['zone', 'zoo']);
    expect(matches('act')).toEqual(['act', 'action', 'actor', 'actress', 'actual']);
    expect(matches('abandonned')).toEqual(['abandon']);
    expect(matches('xq')).toEqual([]);
  });
});
