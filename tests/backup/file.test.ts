import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, openBackup, peekBackup } from '../../src/backup/read.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { typeByte } from '../../src/share/message.ts';
import { CHEAP } from '../vault/helpers.ts';
import { byPassphrase, contentOf, crypto, idOf, open, readAll, SECRET, write } from './support.ts';

const SALT = new Uint8Array(16).fill(7);
const WORDS = utf8('the words of a kit');

const byKit = async () => ({
  use: 'recovery' as const,
  publicKey: (await crypto.openSlots(WORDS, SALT, CHEAP, [])).publicKey,
  salt: SALT,
  settings: CHEAP,
  kit: 'ABCD1234',
});

describe('a backup', () => {
  it('gives back what went in, whatever its sizes', async () => {
    const size = fc.oneof(fc.constantFrom(0, 1, 60_000), fc.nat(3000));
    const blob = fc.oneof(fc.constantFrom(0, 65_536, 65_515, 131_072), fc.nat(200_000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(size, { maxLength: 30 }),
        fc.array(blob, { maxLength: 3 }),
        async (records, blobs) => {
          const content = contentOf(records, blobs);
          const reader = await open(await write(content));
          const { records: gotRecords, blobs: gotBlobs } = await readAll(reader);
          expect([...gotRecords.keys()]).toEqual([...content.records].map(([id]) => id));
          for (const [id, bytes] of content.records)
            expect(Buffer.compare(gotRecords.get(id)!, bytes)).toBe(0);
          expect([...gotBlobs.keys()]).toEqual(content.blobs.map(({ id }) => id));
          const manifest = await reader.check();
          for (const { id, read } of content.blobs) {
            const bytes = (await read())!;
            expect(Buffer.compare(gotBlobs.get(id)!, bytes)).toBe(0);
            expect(manifest.blobs.get(id)).toBe(await digestOf(Uint8Array.from(bytes)));
          }
          expect(manifest.records.size).toBe(records.length);
        },
      ),
      { numRuns: process.env.HOLDFAST_LONG ? 1000 : 40 },
    );
  }, 600_000);

  it('opens with a kit or with its own passphrase, says which it has, and opens with nothing else', async () => {
    const file = await write(contentOf([100], [10]), [await byKit(), byPassphrase]);
    expect(await peekBackup(file)).toEqual({
      made: '2026-11-22',
      openers: [{ use: 'recovery', kit: 'ABCD1234' }, { use: 'passphrase' }],
    });
    expect((await open(file, WORDS)).by).toEqual({ use: 'recovery', kit: 'ABCD1234' });
    expect((await open(file)).by).toEqual({ use: 'passphrase', kit: '' });
    expect((await readAll(await open(file, WORDS))).records.size).toBe(1);
    expect(await openBackup(crypto, file, utf8('other words'))).toBeNull();
    expect(await openBackup(crypto, file, SECRET, 'recovery')).toBeNull();
  });

  it('leaves out a photo that can not be read, and says how far it is', async () => {
    const content = contentOf([5], [100, 100]);
    const broken = {
      ...content,
      blobs: [{ ...content.blobs[0]!, read: async () => null }, content.blobs[1]!],
    };
    const seen: number[] = [];
    const { writeBackup } = await import('../../src/backup/write.ts');
    const reader = await open(
      await writeBackup(crypto, broken, [byPassphrase], done => void seen.push(done)),
    );
    expect([...(await readAll(reader)).blobs.keys()]).toEqual([idOf(1001)]);
    expect(seen).toEqual([0.5, 1, 1]);
  });

  it('is a message of ours by its first byte, so that a moving code carries it', async () => {
    const [first] = new Uint8Array(await (await write(contentOf([], []))).arrayBuffer());
    expect(first).toBe(typeByte('spare'));
  });

  it('refuses what no vault takes', async () => {
    await expect(write(contentOf([60_001], []))).rejects.toMatchObject({ code: 'too-big' });
    await expect(write(contentOf([], [32 * 1024 * 1024 + 1]))).rejects.toMatchObject({ code: 'too-big' });
  });

  it('takes no more memory to read with four times the photos', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const now = async (): Promise<number> => {
      // What was let go of is free only after the next turn.
      for (let turn = 0; turn < 3; turn++) {
        await new Promise(resolve => setTimeout(resolve, 1));
        collect();
      }
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const held = async (photos: number): Promise<number> => {
      const content = contentOf([100], new Array<number>(photos).fill(300_000));
      const reader = await open(await write(content));
      const from = await now();
      let [most, turn] = [0, 0];
      const look = async () => {
        turn += 1;
        if (turn % 5 === 0) most = Math.max(most, (await now()) - from);
      };
      await reader.read({ record: () => undefined, blob: look });
      return most;
    };
    const few = await held(10);
    expect((await held(process.env.HOLDFAST_LONG ? 1000 : 40)) - few).toBeLessThan(2_000_000);
  }, 600_000);
});
