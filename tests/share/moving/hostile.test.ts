import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToAlphanumeric } from '../../../src/lib/alphanumeric.ts';
import { concat } from '../../../src/lib/bytes.ts';
import { crc32 } from '../../../src/lib/crc.ts';
import { AppError } from '../../../src/lib/error.ts';
import { MOST_MESSAGE } from '../../../src/share/moving/frame.ts';
import { createReceiver, type Receiver, type Taken } from '../../../src/share/moving/receiver.ts';
import { createSender, type Frame } from '../../../src/share/moving/sender.ts';

const runs = process.env.HOLDFAST_LONG ? 1_000_000 : 10_000;
const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];
const results: readonly Taken[] = ['new', 'known', 'foreign', 'not-ours', 'too-new'];

/** Any body as a frame whose checksum holds: what someone makes who means harm. */
function forge(body: Uint8Array): string {
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, crc32(body));
  return bytesToAlphanumeric(concat(body, check));
}

const real = createSender(new Uint8Array(3000).fill(7));
const frames: readonly Frame[] = Array.from({ length: 8 }, (_, at) => real.frame(at % 2 ? 15 : 25));

const mutated = fc
  .record({
    frame: fc.constantFrom(...frames),
    changes: fc.array(fc.tuple(fc.nat(2000), fc.constantFrom(...ALPHABET, 'a', 'é', '\0')), { maxLength: 4 }),
    cut: fc.oneof(fc.constant(0), fc.nat(2000)),
  })
  .map(({ frame, changes, cut }) => {
    const letters = [...frame.text];
    for (const [at, letter] of changes) letters[at % letters.length] = letter;
    return letters.slice(0, letters.length - (cut % letters.length)).join('');
  });
const forged = fc
  .tuple(
    fc.integer({ min: 240, max: 255 }),
    fc
      .tuple(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.boolean())
      // Half of them short enough to be whole with one frame.
      .map(([head, isShort]) => (isShort ? head.fill(0, 4, 9) : head)),
    fc.constantFrom(0, 1, 250, 251, 251, 502, 1255, 2900),
  )
  .map(([format, head, length]) =>
    forge(concat(Uint8Array.of(format), head, new Uint8Array(length).fill(1))),
  );
/** A forged frame may be all of a message, and then it is not what its sum says. */
function messageOf(receiver: Receiver): Uint8Array | 'garbled' | null {
  try {
    return receiver.message();
  } catch (error) {
    expect(error).toEqual(new AppError('garbled'));
    return 'garbled';
  }
}

const anything = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 400 }).map(text => `$${text}`),
  mutated,
  forged,
);

describe('whatever the camera sees', () => {
  it(`never stops a receiver, ${runs} times`, { timeout: 3_600_000 }, () => {
    const before = process.memoryUsage().arrayBuffers;
    let receiver = createReceiver();
    let longest = 0;
    let count = 0;
    fc.assert(
      fc.property(anything, text => {
        if (count++ % 50 === 0) receiver = createReceiver();
        const from = process.cpuUsage();
        expect(results).toContain(receiver.take(text));
        const { user, system } = process.cpuUsage(from);
        longest = Math.max(longest, (user + system) / 1000);
        const { have, need } = receiver.progress();
        expect(have).toBeLessThanOrEqual(need);
        expect(messageOf(receiver) === null).toBe(have < need || need === 0);
      }),
      { numRuns: runs },
    );
    expect(longest).toBeLessThan(100);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });

  it('is nothing when it is as long as a book, or empty', () => {
    const receiver = createReceiver();
    expect(receiver.take('$'.repeat(10_000_000))).toBe('not-ours');
    expect(receiver.take('0'.repeat(10_000_000))).toBe('not-ours');
    expect(receiver.take('')).toBe('not-ours');
  });
});

describe('a head that lies', () => {
  const head = (length: number, first: number): Uint8Array => {
    const bytes = new Uint8Array(12 + 250);
    const view = new DataView(bytes.buffer);
    view.setUint32(7, first);
    view.setUint32(4, length);
    view.setUint8(0, 245);
    return bytes;
  };

  it('asks for no memory: only what came is kept', () => {
    const before = process.memoryUsage().arrayBuffers;
    const receivers = Array.from({ length: 200 }, () => {
      const receiver = createReceiver();
      expect(receiver.take(forge(head(MOST_MESSAGE, 5_000_000)))).toBe('new');
      expect(receiver.progress()).toEqual({ have: 1, need: 1061, frames: 1060 });
      return receiver;
    });
    // A thousand symbols each would be 53 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
    expect(receivers).toHaveLength(200);
  });

  it('is refused when it asks for more than a message may have', () => {
    expect(createReceiver().take(forge(head(MOST_MESSAGE + 1, 0)))).toBe('not-ours');
    expect(createReceiver().take(forge(head(2 ** 24 - 1, 0)))).toBe('not-ours');
    expect(createReceiver().take(forge(head(0, 0)))).toBe('not-ours');
  });
});
