import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { concat, utf8 } from '../../src/lib/bytes.ts';
import { bytesToDigits } from '../../src/lib/digits.ts';
import { AppError } from '../../src/lib/error.ts';
import { answeredShare, openAnswer } from '../../src/share/answer.ts';
import { decodeShare, encodeShare } from '../../src/share/envelope.ts';
import { readLink } from '../../src/share/link.ts';
import { messageType } from '../../src/share/message.ts';
import { decodeParcel, encodeParcel } from '../../src/share/parcel.ts';
import { readerKeyIn } from '../../src/share/reader-key.ts';
import { openSealedShare } from '../../src/share/sealed.ts';
import { createIncoming } from '../../src/ui/parts/incoming.ts';
import { alone, everyday } from './shares.ts';

const runs = process.env.HOLDFAST_LONG ? 1_000_000 : 10_000;
/** CPU milliseconds that one input may take. */
const SLOW = 100;

const photo = { item: 0, field: 'file', type: 'image/jpeg', bytes: new Uint8Array(60).fill(5) } as const;
const document = { kind: 'document', source: { type: 'me' }, asOf: '', values: { name: 'Script' } } as const;
const parcel = encodeParcel(alone(everyday));
const withPhoto = encodeParcel({ ...alone({ ...everyday, items: [document] }), files: [photo] });
const answer = concat(
  Uint8Array.of(4, 1, 0, 2, 0, 1, 0x80, 2),
  encodeShare({ ...everyday, items: [document, document] }),
);

/** Bytes that are nearly right: a few changed, some cut out or put in; or any at all. */
const bent = (...whole: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(bytes => Uint8Array.from(bytes)) },
    {
      weight: 4,
      arbitrary: fc
        .record({
          bytes: fc.constantFrom(...whole),
          flips: fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
          at: fc.nat(4000),
          cut: fc.oneof(fc.constant(0), fc.nat(40)),
          put: fc.uint8Array({ maxLength: 8 }),
        })
        .map(({ bytes, flips, at, cut, put }) => {
          const from = at % bytes.length;
          const made = concat(bytes.subarray(0, from), put, bytes.subarray(from + cut));
          for (const [place, change] of flips) if (made.length > 0) made[place % made.length]! ^= change;
          return made;
        }),
    },
  );

/** Runs what must give something or throw an AppError. */
const survives = async (work: () => unknown): Promise<void> => {
  for (let time = 1; ; time++) {
    const from = process.cpuUsage();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
    const { user } = process.cpuUsage(from);
    if (user / 1000 <= SLOW) return;
    // The machine's own doings count as ours: slow three times is slow.
    if (time === 3) throw new Error(`slow: ${user / 1000} ms`);
  }
};

const holds = (
  inputs: fc.Arbitrary<Uint8Array<ArrayBuffer>>,
  work: (bytes: Uint8Array<ArrayBuffer>) => unknown,
) =>
  fc.assert(
    fc.asyncProperty(inputs, bytes => survives(() => work(bytes))),
    { numRuns: runs },
  );

describe('whatever comes', { timeout: 3_600_000 }, () => {
  it('an envelope is a share or is refused', () => holds(bent(encodeShare(everyday)), decodeShare));

  it('a parcel is one or is refused, and brings no more bytes than it has', () =>
    holds(bent(parcel, withPhoto), bytes => {
      const { files } = decodeParcel(bytes);
      const all = files.reduce((sum, file) => sum + file.bytes.length, 0);
      expect(all).toBeLessThanOrEqual(bytes.length);
    }));

  it('a message is of a type or is refused', () =>
    holds(bent(concat(Uint8Array.of(2), new Uint8Array(32))), bytes => {
      expect(['words', 'key', 'sealed', 'answer', 'spare']).toContain(messageType(bytes));
      readerKeyIn(bytes);
      answeredShare(bytes);
    }));

  it('a text with digits is a link or is refused; a scanner takes it for what it is', () =>
    holds(bent(utf8(`https://a.b/r.html#${bytesToDigits(concat(Uint8Array.of(1), parcel))}`)), bytes => {
      const text = String.fromCharCode(...bytes);
      const came = createIncoming().take(text);
      // No text at all is nothing new.
      expect(['message', 'text', 'slip', undefined]).toContain(came?.at);
      readLink(text);
    }));

  it('what was sealed to us opens to a share or an answer, or is refused', async () => {
    const crypto = createLocalCrypto();
    const keys = await crypto.keyPair();
    await holds(bent(answer, concat(Uint8Array.of(3), parcel)), async inside => {
      const box = await crypto.sealTo(keys.publicKey, inside);
      const opening = [
        openAnswer(crypto, keys, concat(Uint8Array.of(4), new Uint8Array(16), box)),
        openSealedShare(crypto, keys, concat(Uint8Array.of(3), box)),
      ];
      for (const one of await Promise.allSettled(opening))
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(AppError);
    });
  });

  it('nearly right is often right: the inputs reach into the decoders', async () => {
    let opened = 0;
    for (const bytes of fc.sample(bent(parcel, withPhoto), { numRuns: 400, seed: 1 })) {
      try {
        decodeParcel(bytes);
        opened += 1;
      } catch {
        // Refused, as most are.
      }
    }
    expect(opened).toBeGreaterThan(5);
  });
});
