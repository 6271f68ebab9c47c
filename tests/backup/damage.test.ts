import { describe, expect, it } from 'vitest';
import { decodeHeader, HEADER_BYTES } from '../../src/backup/header.ts';
import { openBackup, peekBackup } from '../../src/backup/read.ts';
import { writeBackup } from '../../src/backup/write.ts';
import { crc32 } from '../../src/lib/crc.ts';
import { AppError } from '../../src/lib/error.ts';
import { byPassphrase, contentOf, crypto, SECRET, write } from './support.ts';

const LONG = Boolean(process.env.HOLDFAST_LONG);
const SEALED = 65_536 + 17;

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());
/** Less than a chunk. */
const small = await bytesOf(await write(contentOf([40, 3], [100])));
/** Three chunks. */
const large = await bytesOf(await write(contentOf([500], [150_000])));

/** What becomes of a file: how it is refused, or that it is read. */
const fateOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    const reader = await openBackup(crypto, new Blob([bytes]), SECRET);
    if (!reader) return 'no words';
    await reader.check();
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

const flipped = (bytes: Uint8Array, at: number, bits = 1): Uint8Array<ArrayBuffer> => {
  const other = Uint8Array.from(bytes);
  other[at]! ^= bits;
  return other;
};

/** With a checksum that holds again: no accident. */
const forged = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  new DataView(bytes.buffer).setUint32(508, crc32(bytes.subarray(0, 508)), true);
  return bytes;
};
const withLength = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const own = Uint8Array.from(bytes);
  new DataView(own.buffer).setBigUint64(500, BigInt(own.length), true);
  return forged(own);
};

const chunks = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil((bytes.length - HEADER_BYTES) / SEALED) }, (_, n) =>
    bytes.slice(HEADER_BYTES + n * SEALED, HEADER_BYTES + (n + 1) * SEALED),
  );
const joined = (header: Uint8Array, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([header.subarray(0, HEADER_BYTES), ...parts]));

/** The first and last bytes of each chunk, or with HOLDFAST_LONG all of it. */
const edges = (bytes: Uint8Array): number[] => {
  const places = Array.from(bytes.keys()).slice(HEADER_BYTES);
  return LONG
    ? places
    : places.filter(
        at =>
          ((at - HEADER_BYTES) % SEALED) + 24 > SEALED ||
          (at - HEADER_BYTES) % SEALED < 24 ||
          at > bytes.length - 24,
      );
};

describe('a damaged backup', () => {
  it('is sound before it is damaged', async () => {
    expect(await fateOf(small)).toBe('read');
    expect(await fateOf(large)).toBe('read');
    expect(chunks(large)).toHaveLength(3);
  });

  it('is cut short at whatever length it ends', async () => {
    for (let length = 0; length < small.length; length++)
      expect([length, await fateOf(small.slice(0, length))]).toEqual([length, 'cut-short']);
    for (const at of edges(large)) expect([at, await fateOf(large.slice(0, at))]).toEqual([at, 'cut-short']);
  }, 1_800_000);

  it('is found cut short where a forged length hides it, at a chunk border too', async () => {
    for (const count of [1, 2]) {
      const short = withLength(large.slice(0, HEADER_BYTES + count * SEALED));
      expect(await fateOf(short)).toBe('garbled');
    }
    expect(await fateOf(withLength(large.slice(0, -1)))).toBe('garbled');
    expect(await fateOf(withLength(large.slice(0, HEADER_BYTES)))).toBe('garbled');
    expect(await fateOf(withLength(large.slice(0, HEADER_BYTES + 5)))).toBe('garbled');
  });

  it('is found with any one byte changed, and is not taken for wrong words', async () => {
    const expected = (at: number): string => (at < 4 ? 'not-ours' : at === 4 ? 'too-new' : 'garbled');
    for (const bits of [1, 0x80])
      for (let at = 0; at < small.length; at++) {
        // One lower than this version is no version.
        const code = at === 4 && bits === 1 ? 'garbled' : expected(at);
        expect([at, await fateOf(flipped(small, at, bits))]).toEqual([at, code]);
      }
    for (const at of edges(large)) expect([at, await fateOf(flipped(large, at))]).toEqual([at, 'garbled']);
  }, 1_800_000);

  it('never opens with any byte of its header forged', async () => {
    for (let at = 0; at < 508; at++) {
      const fate = await fateOf(forged(flipped(small, at)));
      expect(['not-ours', 'garbled', 'no words', 'cut-short']).toContain(fate);
    }
  });

  it('is found with chunks swapped, doubled, dropped or from another copy under the same key', async () => {
    const [one, two, three] = chunks(large) as [Uint8Array, Uint8Array, Uint8Array];
    for (const parts of [
      [two, one, three],
      [one, one, three],
      [one, one, two, three],
      [one, three],
      [two, three],
      [one, two, three, three],
      [one, three, two],
    ])
      expect(await fateOf(withLength(joined(large, parts)))).toBe('garbled');
    const other = chunks(await bytesOf(await write(contentOf([500], [150_000]))));
    for (const parts of [[one, two, other[2]!], [one, other[1]!, three], [other[0]!, two, three], other])
      expect(await fateOf(joined(large, parts))).toBe('garbled');
  });

  it('is found with anything after its end', async () => {
    expect(await fateOf(joined(small, [...chunks(small), new Uint8Array(1)]))).toBe('garbled');
    expect(await fateOf(withLength(joined(small, [...chunks(small), new Uint8Array(20)])))).toBe('garbled');
  });
});

describe('a hostile backup', () => {
  const headerWith = (at: number, value: number): Uint8Array<ArrayBuffer> => {
    const bytes = Uint8Array.from(small);
    new DataView(bytes.buffer).setUint32(at, value, true);
    return forged(bytes);
  };

  it.each([
    ['four GiB of memory', 12 + 8, 0xffff_ffff],
    ['no memory', 12 + 8, 0],
    ['four billion passes', 12 + 4, 0xffff_ffff],
    ['no pass', 12 + 4, 0],
    ['an unknown opener', 12, 9],
    ['no opener', 12, 0],
    ['the 99th of the 99th month', 8, 20_269_999],
  ])('that asks for %s is refused by its header', async (_, at, value) => {
    const bytes = headerWith(at, value);
    await expect(peekBackup(new Blob([bytes]))).rejects.toMatchObject({ code: 'garbled' });
    await expect(openBackup(crypto, new Blob([bytes]), SECRET)).rejects.toMatchObject({ code: 'garbled' });
  });

  it('that claims to be longer than anything is cut short', () => {
    const bytes = Uint8Array.from(small);
    new DataView(bytes.buffer).setBigUint64(500, 2n ** 64n - 1n, true);
    expect(() => decodeHeader(forged(bytes).slice(0, HEADER_BYTES), bytes.length)).toThrow(
      expect.objectContaining({ code: 'cut-short' }),
    );
  });

  it('of another file is not ours, and of a later version too new', async () => {
    for (const text of ['%PDF-1.7', 'PK\u0003\u0004', '<!doctype html>'])
      await expect(peekBackup(new Blob([text.padEnd(600)]))).rejects.toMatchObject({ code: 'not-ours' });
    await expect(peekBackup(new Blob([small.slice(0, 4), Uint8Array.of(2)]))).rejects.toMatchObject({
      code: 'too-new',
    });
  });

  /** A backup whose stream is sealed right and holds whatever it likes. */
  const holding = (...entries: readonly number[][]): Promise<string> => sealing(entries, true);
  const sealing = async (entries: readonly number[][], isLast: boolean): Promise<string> => {
    const { createLocalCrypto } = await import('../../src/crypto/local.ts');
    const own = createLocalCrypto();
    const chunk = Uint8Array.from(entries.flat());
    const lying = {
      ...own,
      pushStream: (state: Uint8Array) => own.pushStream(state, chunk.slice(), isLast),
    };
    const file = await writeBackup(lying, contentOf([], []), [byPassphrase]);
    return fateOf(await bytesOf(file));
  };
  const id = (n: number): number[] => Array.from({ length: 16 }, () => n);
  const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255];
  const end = (records: number, blobs: number): number[] => [0, ...u32(records), ...u32(blobs)];

  it('that is sealed right and lies in what it holds is refused before anything is allocated', async () => {
    const record = [1, ...id(1), ...u32(2), 7, 7];
    const blob = [2, ...id(1), ...u32(2), 7, 7];
    expect(await holding(record, blob, end(1, 1))).toBe('read');
    expect(await sealing([record, blob, end(1, 1)], false)).toBe('garbled');
    const most = process.memoryUsage().arrayBuffers;
    for (const lie of [
      [[2, ...id(1), ...u32(2 ** 30)], end(0, 1)],
      [[1, ...id(1), ...u32(60_001)], end(1, 0)],
      [[2, ...id(1), ...u32(32 * 1024 * 1024), 1], end(0, 1)],
      [record, record, end(2, 0)],
      [blob, record, end(1, 1)],
      [record, end(2, 0)],
      [record, end(1, 1)],
      [record, end(1, 0), [0]],
      [[3, ...id(1), ...u32(0)], end(0, 0)],
      [record],
      [[1, 2, 3]],
      [[1, ...id(1), ...u32(60_001), ...new Array<number>(60_001).fill(0)], end(1, 0)],
      [],
    ])
      expect(await holding(...lie)).toBe('garbled');
    expect(process.memoryUsage().arrayBuffers - most).toBeLessThan(8_000_000);
  });
});
