import { create } from 'qrcode';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Share } from '../../src/domain/share.ts';
import { bytesToDigits, digitCount } from '../../src/lib/digits.ts';
import { AppError } from '../../src/lib/error.ts';
import { makeLink, readLink } from '../../src/share/link.ts';
import { LAST_TYPE } from '../../src/share/message.ts';
import type { SealedShare } from '../../src/share/port.ts';
import { linkQr, plainTextQr } from '../../src/share/qr.ts';
import { rawRoom, roomFor, versionOf } from '../../src/share/room.ts';
import {
  encodedSize,
  openShare,
  reopenShare,
  roomOf,
  sealShare,
  whatToLeaveOut,
} from '../../src/share/share.ts';
import fixture from '../vectors/share/v1.json' with { type: 'json' };
import { alone, everyday } from './shares.ts';

const BASE = 'https://holdfast.example/r.html';
const crypto = createLocalCrypto();

const codeOf = async (run: () => unknown): Promise<string> => {
  try {
    await run();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'no error';
};

describe('a sealed share', () => {
  let sealed: SealedShare;
  beforeAll(async () => {
    sealed = await sealShare(crypto, alone(everyday), BASE);
  });

  it('opens with its words', async () => {
    const opened = await openShare(crypto, readLink(sealed.link), sealed.words);
    expect(opened).toEqual({ ...alone(everyday), id: sealed.id });
    expect(await reopenShare(crypto, sealed)).toEqual(opened);
    expect(sealed.bytes).toHaveLength(encodedSize(everyday));
    expect(sealed.version).toBe(linkQr(sealed.link).version);
  });

  it('opens with no others', async () => {
    const others = sealed.words.map((word, at) => (at ? word : word === 'zebra' ? 'tulip' : 'zebra'));
    expect(await codeOf(() => openShare(crypto, sealed.bytes, others))).toBe('wrong-words');
  });

  it('is new in every part each time', async () => {
    const again = await sealShare(crypto, alone(everyday), BASE);
    expect(again.id).not.toBe(sealed.id);
    expect(again.words).not.toEqual(sealed.words);
    expect(again.bytes.slice(1, 17)).not.toEqual(sealed.bytes.slice(1, 17));
  });

  it('is nothing once any part of it changed: version, salt, content or tag', async () => {
    const places = [1, 16, 17, 60, sealed.bytes.length - 1];
    for (const at of places) {
      const bytes = Uint8Array.from(sealed.bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await codeOf(() => openShare(crypto, bytes, sealed.words))).toBe('wrong-words');
    }
    const changed = { ...sealed, bytes: sealed.bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) };
    expect(await codeOf(() => reopenShare(crypto, changed))).toBe('garbled');
  });

  it('of version 1 opens for ever', async () => {
    const { link, words, id, share } = fixture.link;
    expect(await openShare(crypto, readLink(link), words)).toEqual({ share, id, reply: null, files: [] });
  });
});

describe('a link', () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, at) => (at ? at * 7 : 1));
  const link = makeLink(BASE, bytes);

  it('is read from any Holdfast, and as it was pasted', () => {
    expect(link).toBe(`${BASE}#${bytesToDigits(bytes)}`);
    const digits = bytesToDigits(bytes);
    const pasted = [
      link,
      `  ${link.slice(0, 70)}\n> `.replace('>', ' ') + link.slice(70),
      `http://localhost:4173/holdfast/r.html#${digits.replace(/(.{20})/g, '$1 \r\n')}`,
      `#${digits}`,
      digits,
    ];
    for (const text of pasted) expect(readLink(text)).toEqual(bytes);
    expect(makeLink(`${BASE}#old`, bytes)).toBe(link);
  });

  it.each([
    ['', 'not-ours'],
    ['https://example.org/', 'not-ours'],
    ['https://example.org/#section-2', 'not-ours'],
    [`${BASE}#`, 'not-ours'],
    [`${BASE}#${'0'.repeat(120)}`, 'not-ours'],
    [`${BASE}#${'9'.repeat(53)}`, 'not-ours'],
    [`${BASE}#5`, 'not-ours'],
    [`${BASE}#00`, 'cut-short'],
    [`${BASE}#0052`, 'cut-short'],
    [`${BASE}#0229`, 'not-ours'],
    [`${BASE}#${bytesToDigits(Uint8Array.of(LAST_TYPE + 1, ...new Uint8Array(60)))}`, 'too-new'],
    [`${BASE}#${bytesToDigits(Uint8Array.of(255, ...new Uint8Array(21)))}`, 'too-new'],
    [`${BASE}#${bytesToDigits(Uint8Array.of(1, ...new Uint8Array(32)))}`, 'cut-short'],
    [`${BASE}#${'1'.repeat(700_000)}`, 'too-big'],
    ['shc:/567629595326546034602925407728043360287028657167', 'not-ours'],
  ])('is refused: %#', async (text, code) => {
    expect(await codeOf(() => readLink(text))).toBe(code);
  });

  it('cut off anywhere is never taken for whole by its length, and never for a later version', async () => {
    const whole = link.length - BASE.length - 1;
    for (let count = 1; count < whole; count++) {
      const code = await codeOf(() => readLink(link.slice(0, BASE.length + 1 + count)));
      // Where the count of digits is one that bytes make, the seal finds it.
      expect(['cut-short', 'garbled', 'no error']).toContain(code);
      if (digitCount(Math.round(count * 0.4152)) !== count) expect(code).not.toBe('no error');
    }
  });
});

describe('a QR code', () => {
  it('has the version that arithmetic gives it, 1 to 40', () => {
    for (let bytes = 5; bytes < 2700; bytes += 37) {
      const link = makeLink('https://a.b/r', new Uint8Array(bytes).fill(255));
      const [prefix, digits] = link.split('#');
      const segments = [
        { mode: 'byte' as const, data: new TextEncoder().encode(`${prefix}#`) },
        { mode: 'numeric' as const, data: digits! },
      ];
      expect(versionOf(link)).toBe(create(segments, { errorCorrectionLevel: 'L' }).version);
    }
    const none = makeLink(BASE, new Uint8Array(2960));
    expect(versionOf(none)).toBeNull();
    expect(() => linkQr(none)).toThrow(expect.objectContaining({ code: 'too-big' }));
  });

  it('of version 22 holds exactly the room that is said', () => {
    for (const length of [12, 34, 35, 36, 60]) {
      const base = 'https://'.padEnd(length - 1, 'x');
      const room = roomFor(length);
      expect(versionOf(makeLink(base, new Uint8Array(room)))).toBe(22);
      expect(versionOf(makeLink(base, new Uint8Array(room + 1)))).toBe(23);
      expect(room / rawRoom(length)).toBeGreaterThan(0.98);
    }
    expect(roomFor(34)).toBe(963);
    expect(roomFor(2000)).toBe(0);
  });

  it('is drawn as one path that says the same as its modules', () => {
    const { d, size, version } = linkQr(makeLink(BASE, new Uint8Array(100).fill(1)));
    expect(size).toBe(17 + 4 * version + 8);
    const dark = new Set<string>();
    for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let at = 0; at < Number(width); at++) dark.add(`${Number(x) + at} ${y}`);
    expect(d.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
    // The finder pattern's top row, and its light ring.
    for (let at = 0; at < 7; at++) expect(dark.has(`${4 + at} 4`)).toBe(true);
    expect(dark.has('5 5')).toBe(false);
    expect(dark.has('3 4')).toBe(false);
  });

  it('of plain text takes the better correction where it can', () => {
    expect(plainTextQr('Sam. Allergic to penicillin.')?.version).toBeLessThanOrEqual(3);
    expect(plainTextQr('x'.repeat(1003))?.version).toBe(22);
    expect(plainTextQr('x'.repeat(1004))).toBeNull();
    expect(plainTextQr('x'.repeat(3000))).toBeNull();
  });
});

describe('room', () => {
  const note = (text: string): Share['items'][number] => ({
    kind: 'note',
    source: { type: 'me' },
    asOf: '2026-03-01',
    values: { text },
  });
  // Nothing repeats in it, so that it packs badly: digits of √2 in base 36, roughly.
  const noise = (length: number, seed: number): string => {
    let state = seed;
    return Array.from({ length }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return 'abcdefghijklmnopqrstuvwxyz 0123456789'[state % 37];
    }).join('');
  };

  it('says whether a share fits one code', () => {
    const room = roomOf(everyday, BASE);
    expect(room).toEqual({ used: encodedSize(everyday), holds: roomFor(BASE.length + 1), fits: true });
    expect(whatToLeaveOut(everyday, BASE)).toEqual([]);
  });

  it('names the items of which one alone is enough, largest first', () => {
    const items = [note('short'), note(noise(700, 7)), note(noise(500, 9)), note(noise(600, 11))];
    const share = { ...everyday, items };
    expect(roomOf(share, BASE).fits).toBe(false);
    const leave = whatToLeaveOut(share, BASE);
    expect(leave.length).toBeGreaterThan(0);
    expect(leave[0]).toBe(1);
    expect(leave).not.toContain(0);
    for (const at of leave) {
      const rest = { ...share, items: items.filter((_, other) => other !== at) };
      expect(roomOf(rest, BASE).fits).toBe(true);
    }
  });

  it('names the largest where none is enough', () => {
    const items = [note(noise(900, 7)), note(noise(2000, 9)), note(noise(1900, 11))];
    expect(whatToLeaveOut({ ...everyday, items }, BASE)).toEqual([1]);
  });
});
