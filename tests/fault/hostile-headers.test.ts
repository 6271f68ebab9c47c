import { deflateRawSync, inflateRawSync, constants as zlib } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../src/app/codec.ts';
import { linesIn } from '../../src/app/together.ts';
import { peekBackup } from '../../src/backup/read.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { concat, randomBytes, utf8 } from '../../src/lib/bytes.ts';
import { crc32 } from '../../src/lib/crc.ts';
import { AppError } from '../../src/lib/error.ts';
import { readNumbers } from '../../src/outside/numbers.ts';
import { decodeShare } from '../../src/share/envelope.ts';
import { inflate } from '../../src/share/inflate.ts';
import { decodeParcel } from '../../src/share/parcel.ts';
import { Sink } from '../../src/share/sink.ts';
import { PAGE_BYTES, type Store } from '../../src/store/pages.ts';
import { putSum } from '../../src/vault/checksum.ts';
import { openSpace } from '../../src/vault/open.ts';
import { CHEAP, newVault, PIN } from '../vault/helpers.ts';

// What a header claims costs its maker a few bytes. It must cost the phone no more.

const MIB = 1024 * 1024;

/** How a call ends: the code it is refused with, or that it was taken. */
const fateOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'taken';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

/** The most bytes that `work` asks for at once, of JavaScript or of wasm. */
const mostAsked = async (work: () => unknown): Promise<number> => {
  let most = 0;
  const note = (bytes: unknown) => {
    if (typeof bytes === 'number') most = Math.max(most, bytes);
  };
  const real = { ArrayBuffer, Uint8Array, grow: WebAssembly.Memory.prototype.grow };
  const noting = <T extends object>(maker: T): T =>
    new Proxy(maker, {
      construct: (target, args, made) => {
        note(args[0]);
        return Reflect.construct(target as never, args, made);
      },
    });
  globalThis.ArrayBuffer = noting(real.ArrayBuffer);
  globalThis.Uint8Array = noting(real.Uint8Array);
  WebAssembly.Memory.prototype.grow = function (pages: number) {
    note(pages * 65_536);
    return real.grow.call(this, pages);
  };
  try {
    await work();
  } finally {
    globalThis.ArrayBuffer = real.ArrayBuffer;
    globalThis.Uint8Array = real.Uint8Array;
    WebAssembly.Memory.prototype.grow = real.grow;
  }
  return most;
};

/** Refuses with that code, and asks for no more than `bytes` on the way. */
const refuses = async (code: string, bytes: number, work: () => unknown): Promise<void> => {
  let fate = '';
  const asked = await mostAsked(async () => {
    fate = await fateOf(work);
  });
  expect(fate).toBe(code);
  expect(asked).toBeLessThanOrEqual(bytes);
};

it('what is asked for is noticed', async () => {
  expect(await mostAsked(() => new Uint8Array(5 * MIB))).toBe(5 * MIB);
  const crypto = createLocalCrypto();
  expect(await mostAsked(() => crypto.deriveKey(PIN, randomBytes(16)))).toBeGreaterThan(32 * MIB);
});

describe('a slot table', () => {
  /** Both copies with these numbers in them, and a sum that holds. */
  const tableWith = async (at: number, value: number, bytes: 1 | 4): Promise<Store> => {
    const { store } = await newVault();
    for (const name of ['slots', 'slots2']) {
      const page = (await store.read(name))!;
      const view = new DataView(page.buffer, page.byteOffset);
      if (bytes === 4) view.setUint32(at, value, true);
      else view.setUint8(at, value);
      putSum(page);
      await store.commit({ writes: [[name, page]] });
    }
    return store;
  };

  it.each([
    ['4 GiB of memory', 24, 0xffff_ffff],
    ['a little more memory than any phone is asked for', 24, 256 * MIB + 1],
    ['no memory', 24, 0],
    ['2³² passes', 20, 0xffff_ffff],
    ['eleven passes', 20, 11],
    ['no passes', 20, 0],
  ])('that wants %s is refused before anything is derived', async (_, at, value) => {
    const store = await tableWith(at, value, 4);
    await refuses('damaged', 2 * PAGE_BYTES, () => openSpace(store, createLocalCrypto(), PIN, CHEAP));
  });

  it.each([
    ['version', 2],
    ['way to derive', 3],
  ])('of another %s is a later one’s', async (_, at) => {
    const store = await tableWith(at, 255, 1);
    await refuses('too-new', 2 * PAGE_BYTES, () => openSpace(store, createLocalCrypto(), PIN, CHEAP));
  });

  it('as weak as only tests make it is refused by the app', async () => {
    const { store } = await newVault();
    await refuses('damaged', 2 * PAGE_BYTES, () => openSpace(store, createLocalCrypto(), PIN));
  });
});

describe('a bomb of one GiB', () => {
  /** Pieces of 1 MiB that end at a byte and refer to nothing before them can stand in a row. */
  const piece = deflateRawSync(new Uint8Array(MIB), { level: 9, finishFlush: zlib.Z_FULL_FLUSH });
  const end = deflateRawSync(new Uint8Array(0));
  const bomb = Uint8Array.from(Buffer.concat([...Array.from({ length: 1024 }, () => piece), end]));

  it('is one', () => {
    expect(bomb.length).toBeLessThan(1.2 * MIB);
    const four = Buffer.concat([piece, piece, piece, piece, end]);
    expect(inflateRawSync(four)).toHaveLength(4 * MIB);
  });

  it('goes off nowhere: as a stream, as a share, in a parcel', async () => {
    await refuses('garbled', 65_536, () => inflate(bomb, new Uint8Array(0), 65_536));
    const sink = new Sink();
    sink.bits.bits(1, 4);
    sink.bits.bits(2, 2);
    const share = concat(sink.bits.bytes(), bomb);
    // The decoder's own window, and its dictionary unpacked the first time.
    await refuses('garbled', 2 * 65_536, () => decodeShare(share));
    const parcel = concat(Uint8Array.of(0x21), new Uint8Array(32), share);
    await refuses('garbled', 2 * 65_536, () => decodeParcel(parcel));
  });
});

describe('a head that claims more than there is', () => {
  it('of a parcel', async () => {
    const claims = (...length: number[]) => concat(Uint8Array.of(0x22, ...length), new Uint8Array(50));
    await refuses('garbled', 65_536, () => decodeParcel(claims(255, 255, 255, 255)));
    await refuses('garbled', 65_536, () => decodeParcel(claims(0, 0, 0, 51)));
  });

  it('of a backup', async () => {
    const head = new Uint8Array(512);
    head.set([5, 0x48, 0x46, 0x42, 1]);
    const view = new DataView(head.buffer);
    view.setUint32(8, 20_261_122, true);
    // One opener, with 4 GiB and as many passes.
    head[12] = 2;
    view.setUint32(16, 0xffff_ffff, true);
    view.setUint32(20, 0xffff_ffff, true);
    view.setBigUint64(500, 2n ** 63n, true);
    view.setUint32(508, crc32(head.subarray(0, 508)), true);
    await refuses('garbled', 65_536, () => peekBackup(new Blob([head])));
  });
});

describe('hostile JSON', () => {
  const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const DEEP_OBJECT = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const version = (values: string, kind = 'note') =>
    `["version",{"id":"${'a'.repeat(16)}.1","item":"${'b'.repeat(32)}","parents":[],"kind":"${kind}","at":"2026-11-22T10:00:00+11:00","source":{"type":"me"},"asOf":"","privacy":"open","values":${values}}]`;
  const texts = [
    'null',
    '5',
    '"version"',
    '{}',
    '[]',
    '["version"]',
    '[null,null]',
    '',
    '{',
    DEEP,
    DEEP_OBJECT,
    `["version",${DEEP}]`,
    `["log",${DEEP_OBJECT}]`,
    `["draft",{"key":"k","kind":"note","values":{},"source":{"type":"me"},"asOf":"","privacy":"open","more":${DEEP}}]`,
    version(DEEP),
    version(`{"text":${DEEP}}`),
    version(`{"a":${DEEP_OBJECT}}`),
    ...names.flatMap(name => [
      `["${name}",{}]`,
      `{"${name}":{"polluted":true}}`,
      version(`{"${name}":"x"}`),
      version(`{"${name}":{"polluted":true}}`),
      version('{"text":"x"}', name),
    ]),
  ];
  const clean = () => expect(({} as { polluted?: boolean }).polluted).toBeUndefined();

  it.each(
    texts.map(text => [text.length > 200 ? `${text.slice(0, 60)} … ${text.length}` : text, text]),
  )('as a record is one or is not known: %s', (_, text) => {
    const record = decodeRecord(utf8(text));
    if (record?.tag === 'version') {
      expect(Object.getPrototypeOf(record.body.values)).toBe(Object.prototype);
      for (const value of Object.values(record.body.values)) expect(value).toBe('x');
    } else expect(record).toBeNull();
    clean();
  });

  it.each(
    texts.map(text => [text.length > 200 ? `${text.slice(0, 60)} … ${text.length}` : text, text]),
  )('in an inbox is lines or is refused: %s', async (_, text) => {
    const content = `{"v":1,"from":"","at":"2026-11-22T10:00:00+11:00","on":"2026-11-22","records":[${text}]}`;
    const fate = await fateOf(() => linesIn(utf8(content), new Map()));
    expect(fate).toMatch(/^(taken|too-new|garbled|damaged)$/);
    clean();
  });

  it.each([
    ...texts,
    `{"version":1,"numbers":[${DEEP}]}`,
    `{"version":1,"numbers":[{"__proto__":{"a":1},"name":${DEEP}}]}`,
  ])('as numbers that help is none: %.40s', text => {
    expect(readNumbers(text).numbers).toEqual([]);
    clean();
  });
});
