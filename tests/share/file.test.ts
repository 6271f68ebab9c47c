import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { concat, utf8 } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';
import { readFile, toFile } from '../../src/share/file.ts';
import { makeLink } from '../../src/share/link.ts';
import { LAST_TYPE } from '../../src/share/message.ts';
import type { SealedShare } from '../../src/share/port.ts';
import { openShare, sealShare } from '../../src/share/share.ts';
import { alone, everyday } from './shares.ts';

const BASE = 'https://holdfast.example/r.html';
const TODO = 'Press the link. It asks for 4 words.';
const crypto = createLocalCrypto();

const codeOf = (parts: BlobPart[]): Promise<string> =>
  readFile(new Blob(parts)).then(
    () => 'read',
    error => (error instanceof AppError ? error.code : String(error)),
  );

describe('a share’s file', () => {
  let sealed: SealedShare;
  let text: string;
  beforeAll(async () => {
    sealed = await sealShare(crypto, alone(everyday), BASE);
    text = toFile(sealed.link, TODO);
  });

  it('opens with the words, which are not in it', async () => {
    expect(text.startsWith(`${TODO}\n`)).toBe(true);
    expect(sealed.words.filter(word => text.includes(word))).toEqual([]);
    const { share } = await openShare(crypto, await readFile(new Blob([text])), sealed.words);
    expect(share).toEqual(everyday);
  });

  it('is read whatever an editor or a mail made of it', async () => {
    const wide = new Uint16Array([0xfeff, ...[...text].map(letter => letter.charCodeAt(0))]);
    const swapped = Uint8Array.from(
      new Uint8Array(wide.buffer),
      (_, at, all = new Uint8Array(wide.buffer)) => all[at ^ 1]!,
    );
    const broken = text.replace(/(\d{70})/g, '$1\r\n');
    for (const way of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), broken, wide, swapped, sealed.link]) {
      expect(await readFile(new Blob([way]))).toEqual(sealed.bytes);
    }
  });

  it.each<[string, () => BlobPart, string]>([
    ['nothing', () => '', 'not-ours'],
    ['someone else’s text', () => 'Milk, eggs, 12 rolls', 'not-ours'],
    ['a picture', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'not-ours'],
    ['half of it', () => text.slice(0, text.indexOf('#') + 30), 'cut-short'],
    [
      'one of a later version',
      () =>
        makeLink(
          BASE,
          Uint8Array.from({ length: 60 }, () => LAST_TYPE + 1),
        ),
      'too-new',
    ],
    ['a film', () => new Uint8Array(700_001), 'too-big'],
    ['digits without end', () => `#${'1'.repeat(699_000)}`, 'too-big'],
  ])('%s is refused', async (_, make, code) => expect(await codeOf([make()])).toBe(code));

  it('that can’t be read says so', async () => {
    const gone = new Blob(['1']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await expect(readFile(gone)).rejects.toMatchObject({ code: 'bad-file' });
  });

  it('of a share that no code holds opens too', async () => {
    const items = Array.from({ length: 600 }, (_, at) => ({
      ...everyday.items[1]!,
      values: { to: `Nut ${at}`, happens: `Rash ${at * 7919}` },
    }));
    const big = await sealShare(crypto, alone({ ...everyday, items }), BASE);
    expect(big.version).toBeNull();
    const bytes = await readFile(new Blob([toFile(big.link, TODO)]));
    expect((await openShare(crypto, bytes, big.words)).share.items).toHaveLength(600);
  });

  it('never crashes the reader, whatever it holds, nor takes long', { timeout: 3_600_000 }, async () => {
    const runs = process.env.HOLDFAST_LONG ? 1_000_000 : 10_000;
    const whole = utf8(text);
    const bent = fc
      .tuple(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
      .map(([at, cut, put]) => concat(whole.subarray(0, at), put, whole.subarray(at + cut)));
    const digits = fc
      .tuple(fc.constantFrom('', '#', `${BASE}#`), fc.stringMatching(/^[0-9 \n]{0,200}$/))
      .map(parts => utf8(parts.join('')));
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(bent, digits, fc.uint8Array({ maxLength: 300 })), async bytes => {
        const start = process.cpuUsage();
        const read = await readFile(new Blob([Uint8Array.from(bytes)])).catch((error: unknown) => error);
        slowest = Math.max(slowest, process.cpuUsage(start).user / 1000);
        if (!(read instanceof Uint8Array) && !(read instanceof AppError)) throw read;
      }),
      { numRuns: runs },
    );
    expect(slowest).toBeLessThan(100);
  });
});
