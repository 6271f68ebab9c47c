import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NEVER_PICKED, WORD_LIST } from '../../src/share/word-list.ts';
import { makeWords, parseWords, pickedWords, wordsSecret } from '../../src/share/words.ts';

const all = WORD_LIST.trim().split(/\s+/);

describe('the list', () => {
  it('is EFF’s: 1,296 words that three letters decide', () => {
    expect(all).toHaveLength(1296);
    expect(new Set(all.map(word => word.slice(0, 3))).size).toBe(1296);
    // sha-256 of the words, a line each, as EFF's list has them without its dice numbers.
    const sum = createHash('sha256')
      .update(`${all.join('\n')}\n`)
      .digest('hex');
    expect(sum).toBe('7aa57a4d3ecf6581729992bad9575bacdebf7c28378af2aec6a50f11aec326f5');
  });

  it('gives four words that are worth 40.0 bits, none of them hurtful', () => {
    const picked = pickedWords();
    expect(picked).toHaveLength(1035);
    expect(4 * Math.log2(picked.length)).toBeGreaterThan(40);
    for (const word of [
      'opium',
      'syringes',
      'poison',
      'psychopath',
      'jailhouse',
      'nicotine',
      'zombie',
      'badass',
    ])
      expect(picked).not.toContain(word);
    expect(
      NEVER_PICKED.trim()
        .split(/\s+/)
        .every(word => all.includes(word)),
    ).toBe(true);
  });
});

describe('making words', () => {
  it('draws from all of the list alike, and anew each time', () => {
    const seen = new Set<string>();
    for (let at = 0; at < 4000; at++) for (const word of makeWords()) seen.add(word);
    // 16,000 draws of 1,035 words leave one out once in 5,000 runs.
    expect(seen.size).toBeGreaterThan(1030);
    expect(makeWords()).not.toEqual(makeWords());
  });
});

describe('reading words', () => {
  const words = ['tulip', 'yo-yo', 'vocalist', 'zebra'];

  it.each([
    'tulip yo-yo vocalist zebra',
    '  TULIP,\n yo yo. Vocalist; ZEBRA!',
    'tul yoy voc zeb',
    'tulips yo-yos vocals zebras',
    '1. tulip 2. yo-yo 3. vocalist 4. zebra',
    'tulip-yo-yo-vocalist-zebra',
    'túlip yo‑yo vocalist zebra',
  ])('takes "%s"', typed => {
    expect(parseWords(typed)).toEqual({ words });
  });

  it('takes the words that it never makes', () => {
    expect(parseWords('opium opium opium opium')).toEqual({ words: new Array(4).fill('opium') });
  });

  it('says which one is not a word, or how many there are', () => {
    expect(parseWords('tulip xxx vocalist zebra')).toEqual({ unknown: { at: 1, typed: 'xxx' } });
    expect(parseWords('tulip zebra')).toEqual({ count: 2 });
    expect(parseWords('tu lip')).toEqual({ unknown: { at: 0, typed: 'tu' } });
    expect(parseWords('')).toEqual({ count: 0 });
    expect(parseWords('tulip tulip tulip tulip tulip')).toEqual({ count: 5 });
  });

  it('makes one secret of every way to write them', () => {
    expect(new TextDecoder().decode(wordsSecret(words))).toBe('tulyoyvoczeb');
    for (const word of all)
      expect(parseWords(`${word} `.repeat(4))).toEqual({ words: new Array(4).fill(word) });
  });
});
