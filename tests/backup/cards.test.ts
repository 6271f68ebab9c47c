import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCards, readCard, splitKit } from '../../src/backup/cards.ts';
import { kitId } from '../../src/backup/kit.ts';
import type { AppError } from '../../src/lib/error.ts';

const kit = (seed: number): Uint8Array => Uint8Array.from({ length: 16 }, (_, at) => at * 37 + seed);
const codeOf = (read: () => unknown): string => {
  try {
    read();
    return 'read';
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('cards of a kit', () => {
  it('bring it back from any two of three, in either order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async entropy => {
        const cards = await splitKit(entropy);
        const read = cards.map(card => readCard(card.text));
        for (const [one, other] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const joined = await joinCards(read[one]!, read[other]!);
          expect(Buffer.compare(joined, entropy)).toBe(0);
        }
      }),
    );
  });

  it('each say what they are', async () => {
    const cards = await splitKit(kit(1));
    const id = await kitId(kit(1));
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(cards.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const card of cards) {
      expect(card.kit).toBe(id);
      expect(card.text).toMatch(/^([0-9A-Z]{4} ){10}[0-9A-Z]{4}$/);
      expect(readCard(card.text)).toMatchObject(card);
    }
  });

  it('are read however they are typed', async () => {
    const [, card] = await splitKit(kit(2));
    const { text } = card;
    for (const typed of [
      text.toLowerCase().replaceAll(' ', ''),
      text.replaceAll('0', 'o').replaceAll('1', 'l'),
      text.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll(' ', '-'),
      `Card 2 of 3 of the kit ${card.kit}:\n\n${text.replaceAll(' ', '\n')}\n\nKeep it for Sam.`,
      text.replaceAll(' ', '  ·  '),
    ])
      expect(readCard(typed)).toMatchObject(card);
  });

  it('say what is wrong with them', async () => {
    const [card] = await splitKit(kit(3));
    const { text } = card;
    for (let at = 0; at < text.length; at++) {
      if (text[at] === ' ') continue;
      const other = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
      // The last character has one bit of the checksum, and four that say nothing.
      if (at < text.length - 1) expect(codeOf(() => readCard(other))).toBe('garbled');
    }
    const groups = text.split(' ');
    for (let count = 4; count < groups.length; count++)
      expect(codeOf(() => readCard(groups.slice(0, count).join(' ')))).toBe('cut-short');
    for (const typed of [
      '',
      'not a card',
      'https://example.org/r.html#123',
      'Take two with food, twice a day',
    ])
      expect(codeOf(() => readCard(typed))).toBe('not-ours');
  });

  it('of a later version say so', async () => {
    const { toBase32 } = await import('../../src/backup/base32.ts');
    const { crc32 } = await import('../../src/lib/crc.ts');
    const body = Uint8Array.from({ length: 30 }, (_, at) => (at === 0 ? 0x21 : at * 7));
    const later = new Uint8Array([...body, 0, 0, 0, 0]);
    new DataView(later.buffer).setUint32(30, crc32(body), true);
    expect(codeOf(() => readCard(toBase32(later)))).toBe('too-new');
  });

  it('of two kits, of two splits of one kit, or the same one twice go not together', async () => {
    const [ones, others, again] = await Promise.all([splitKit(kit(4)), splitKit(kit(5)), splitKit(kit(4))]);
    for (const [a, b] of [
      [ones[0], others[1]],
      [ones[0], ones[0]],
      [ones[0], again[1]],
    ] as const)
      await expect(joinCards(readCard(a.text), readCard(b.text))).rejects.toMatchObject({
        code: 'other-key',
      });
  });

  it('tell nothing alone: every byte of a share is as likely for one secret as for another', async () => {
    // One byte each of many splits of two secrets: both spread over all values alike (chi-squared, 255 degrees).
    const spread = async (entropy: Uint8Array): Promise<number> => {
      const seen = new Array<number>(256).fill(0);
      for (let turn = 0; turn < 400; turn++)
        for (const byte of readCard((await splitKit(entropy))[0].text).share.subarray(0, 16))
          seen[byte]! += 1;
      const expected = (400 * 16) / 256;
      return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    };
    for (const entropy of [new Uint8Array(16), new Uint8Array(16).fill(255)])
      expect(await spread(entropy)).toBeLessThan(400);
  });
});
