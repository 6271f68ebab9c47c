import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Secret, secretBytes } from '../../src/app/secret.ts';
import { joinCards, readCard } from '../../src/backup/cards.ts';
import { kitId } from '../../src/backup/kit.ts';
import { peekBackup } from '../../src/backup/read.ts';
import { readWords } from '../../src/backup/words.ts';
import { fromUtf8 } from '../../src/lib/bytes.ts';
import vector from '../vectors/backup/v1/spare.json' with { type: 'json' };
import { open, readAll } from './support.ts';

const file = new Blob([readFileSync('tests/vectors/backup/v1/spare.bin')]);
const photo = Uint8Array.from({ length: 70_000 }, (_, at) => (at * at + (at >> 5)) & 255);

const expectAll = async (secret: Secret): Promise<void> => {
  const reader = await open(file, secretBytes(secret));
  const { records, blobs } = await readAll(reader);
  expect(Object.fromEntries([...records].map(([id, bytes]) => [id, fromUtf8(bytes)]))).toEqual(
    vector.records,
  );
  expect([...blobs.keys()]).toEqual(Object.keys(vector.blobs));
  for (const bytes of blobs.values()) expect(Buffer.compare(bytes, photo)).toBe(0);
  expect((await reader.check()).made).toBe(vector.made);
};

describe('a backup of version 1', () => {
  it('says when it was made and what opens it', async () => {
    expect(await peekBackup(file)).toEqual({
      made: vector.made,
      openers: [{ use: 'recovery', kit: vector.kit }, { use: 'passphrase' }],
    });
  });

  it('opens with its words', async () => {
    const read = readWords(vector.words);
    if (typeof read === 'string' || !('entropy' in read)) throw new Error('not twelve words');
    expect(await kitId(read.entropy)).toBe(vector.kit);
    await expectAll({ type: 'recovery', entropy: read.entropy });
  });

  it('opens with any two of its cards', async () => {
    const cards = vector.cards.map(readCard);
    expect(cards.map(({ kit, number }) => [kit, number])).toEqual([1, 2, 3].map(n => [vector.kit, n]));
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const)
      expect(Buffer.from(await joinCards(cards[a]!, cards[b]!)).toString('hex')).toBe(vector.entropy);
  });

  it('opens with its passphrase', async () => {
    await expectAll({ type: 'words', text: vector.passphrase.toLowerCase() });
  });
});
