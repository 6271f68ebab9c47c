import { describe, expect, it } from 'vitest';
import { cardsOf, newKit, recoveryCards } from '../../../src/app/kit.ts';
import { isWord, placesToAsk } from '../../../src/ui/passport/spare/asked.ts';
import { cardLines } from '../../../src/ui/passport/spare/card-lines.ts';
import { timeToAsk } from '../../../src/ui/passport/spare/nudge.ts';
import spare from '../../../src/ui/words/en-AU/spare.json';
import { addWords } from '../../../src/ui/words/words.ts';

addWords('en-AU', spare);

describe('a card', () => {
  it('is read back from all that stands on it, and two bring back the kit', async () => {
    const { entropy, id } = await newKit();
    const cards = await cardsOf(entropy);
    const read = cards.map(card => recoveryCards.readCard(cardLines(card, '23 Nov 2026').join('\n')));
    expect(read.map(({ kit, number, text }) => ({ kit, number, text }))).toEqual(cards);
    expect(cards.map(({ kit }) => kit)).toEqual([id, id, id]);
    expect(await recoveryCards.joinCards(read[2]!, read[0]!)).toEqual(entropy);
  });
});

describe('the three words that are asked back', () => {
  it('are three different ones, in order, and every place is asked about', () => {
    const seen = new Map<number, number>();
    const rounds = 1200;
    for (let round = 0; round < rounds; round++) {
      const places = placesToAsk(12);
      expect(places).toHaveLength(3);
      expect(new Set(places).size).toBe(3);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const place of places) seen.set(place, (seen.get(place) ?? 0) + 1);
    }
    // A quarter of the rounds each: 300, and 80 is five times what chance makes of it.
    for (let place = 0; place < 12; place++) {
      expect(Math.abs((seen.get(place) ?? 0) - rounds / 4)).toBeLessThan(80);
    }
    expect(seen.size).toBe(12);
  });

  it('are taken from where they are left', () => {
    expect(placesToAsk(12, () => 0)).toEqual([0, 1, 2]);
    expect(placesToAsk(12, count => count - 1)).toEqual([9, 10, 11]);
  });

  it.each([
    ['abandon', 'abandon', true],
    [' ABANDON ', 'abandon', true],
    ['aban', 'abandon', true],
    ['abandonn', 'abandon', true],
    ['aba', 'abandon', false],
    ['', 'abandon', false],
    ['ability', 'abandon', false],
    // A short word has to be there whole, and a longer one that begins so is another.
    ['act', 'act', true],
    ['acto', 'act', false],
    ['act', 'actor', false],
    ['acto', 'actor', true],
  ])('takes "%s" for "%s": %s', (typed, word, right) => expect(isWord(typed, word)).toBe(right));
});

describe('the question for a spare copy', () => {
  const today = '2026-05-12';
  const last = { on: '2026-05-01', changed: 0 };
  const asks = (changed: number, more: object = {}, settings: object = {}) =>
    timeToAsk({ state: { last: null, changed, ...more }, settings, today });

  it('comes after the first ten things', () => {
    expect(asks(9)).toBe(false);
    expect(asks(10)).toBe(true);
  });

  it('comes again after thirty more, each time it was put away', () => {
    const put = (changed: number, then?: number) =>
      asks(changed, {}, { persisted: true, asked: { spare: today, ...(then && { changed: then }) } });
    expect(put(39, 10)).toBe(false);
    expect(put(40, 10)).toBe(true);
    expect(put(69, 40)).toBe(false);
    expect(put(70, 40)).toBe(true);
    // Asked before it was written down how many there were.
    expect(put(29)).toBe(false);
    expect(put(30)).toBe(true);
    // Deleted since.
    expect(put(12, 40)).toBe(false);
  });

  it('leaves whoever has a copy alone until it lacks thirty things', () => {
    expect(asks(29, { last })).toBe(false);
    expect(asks(30, { last })).toBe(true);
    expect(asks(29, { last }, { persisted: true })).toBe(false);
  });

  it('comes sooner where the browser may clear it, and again for what is in no copy', () => {
    const unsafe = { persisted: false };
    expect(asks(4, {}, unsafe)).toBe(false);
    expect(asks(5, {}, unsafe)).toBe(true);
    expect(asks(5, { last }, unsafe)).toBe(true);
    expect(asks(0, { last }, unsafe)).toBe(false);
  });

  it('leaves a week of quiet, by a clock that was put back too', () => {
    const asked = (spare: string) => asks(5, { last }, { persisted: false, asked: { spare } });
    expect(asked('2026-05-12')).toBe(false);
    expect(asked('2026-05-06')).toBe(false);
    expect(asked('2026-05-05')).toBe(true);
    expect(asked('2026-05-13')).toBe(false);
    expect(asked('2031-05-12')).toBe(true);
  });
});
