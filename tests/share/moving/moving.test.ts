import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/error.ts';
import { coefficients, Encoder } from '../../../src/share/moving/fountain.ts';
import { isFrame, MOST_MESSAGE, makeFrame, symbolsIn } from '../../../src/share/moving/frame.ts';
import { withSum } from '../../../src/share/moving/payload.ts';
import { createReceiver, type Progress, type Receiver } from '../../../src/share/moving/receiver.ts';
import { createSender, type Sender } from '../../../src/share/moving/sender.ts';
import { frameQr } from '../../../src/share/qr.ts';
import { alphanumericRoom } from '../../../src/share/room.ts';
import fixture from '../../vectors/moving/v1.json' with { type: 'json' };

const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const messageOf = (length: number, seed = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => at * 31 + (at >> 8) + seed);
const nothing: Progress = { have: 0, need: 0, frames: 0 };
const versions = fc.constantFrom(10, 15, 19, 22, 25, 30, 40);

/** Shows frames in this version until the receiver has all. */
function finish(sender: Sender, receiver: Receiver, version = 25): number {
  for (let shown = 1; shown < 5000; shown++) {
    receiver.take(sender.frame(version).text);
    if (receiver.message()) return shown;
  }
  throw new Error('it never came');
}

describe('format 245', () => {
  const message = fromHex(fixture.message);
  const encoder = new Encoder(withSum(message));

  it('mixes as it always did', () => {
    for (const { k, index, row } of fixture.coefficients)
      expect(hex(coefficients(k, index)).slice(-row.length)).toBe(row);
  });

  it('makes the same frames', () => {
    for (const { first, count, text } of fixture.frames) {
      const symbols = Array.from({ length: count }, (_, at) => encoder.symbol(first + at));
      expect(makeFrame({ id: fixture.id, length: message.length, first, symbols })).toBe(text);
    }
  });

  it('is read from its first frames, and from any others', () => {
    for (const frames of [fixture.frames.slice(0, 2), fixture.frames.slice(1)]) {
      const receiver = createReceiver();
      for (const { text } of frames) expect(receiver.take(text)).toBe('new');
      expect(receiver.message()).toEqual(message);
    }
  });

  it.each(fixture.refused)('refuses $why', ({ text, taken, frame }) => {
    const receiver = createReceiver();
    expect(receiver.take(text)).toBe(taken);
    expect(receiver.progress()).toEqual(nothing);
    expect(isFrame(text)).toBe(frame);
  });
});

describe('a moving code', () => {
  it('opens after any loss, order, doubling, mixing of sizes and joining late', () => {
    const draw = fc.record({
      message: fc.uint8Array({ minLength: 1, maxLength: 5000 }),
      late: fc.nat(40),
      shown: fc.array(fc.record({ version: versions, seen: fc.boolean(), place: fc.nat(1000) }), {
        maxLength: 40,
      }),
    });
    fc.assert(
      fc.property(draw, ({ message, late, shown }) => {
        const sender = createSender(message);
        const receiver = createReceiver();
        for (let missed = 0; missed < late; missed++) sender.frame(25);
        const frames = shown.map(({ version, seen, place }) => ({ ...sender.frame(version), seen, place }));
        for (const { text } of frames.filter(({ seen }) => seen).sort((a, b) => a.place - b.place)) {
          const before = receiver.progress().have;
          expect(receiver.take(text)).toBe(receiver.progress().have > before ? 'new' : 'known');
          expect(receiver.take(text)).toBe('known');
        }
        finish(sender, receiver);
        expect(receiver.message()).toEqual(message);
        expect(receiver.progress()).toEqual({ have: sender.need, need: sender.need, frames: 0 });
      }),
    );
  });

  it('never mixes with another one', () => {
    const draw = fc.record({
      lengths: fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 })),
      turns: fc.array(fc.tuple(fc.nat(1), versions), { minLength: 1, maxLength: 60 }),
    });
    fc.assert(
      fc.property(draw, ({ lengths, turns }) => {
        const messages = lengths.map((length, at) => messageOf(length, at + 1));
        const senders = messages.map(createSender);
        const receiver = createReceiver();
        const [[mine]] = turns as [[number, number]];
        for (const [who, version] of turns) {
          const taken = receiver.take(senders[who]!.frame(version).text);
          expect(taken === 'foreign').toBe(who !== mine);
          expect(receiver.message() ?? messages[mine]).toEqual(messages[mine]);
        }
        finish(senders[mine]!, receiver);
        expect(receiver.message()).toEqual(messages[mine]);
      }),
    );
  });

  it('needs no more frames than a reader who sees all of them gets, and says so', () => {
    const sender = createSender(messageOf(30_000));
    const receiver = createReceiver();
    expect(sender).toMatchObject({ need: 120, still: null });
    expect([sender.needed(25), sender.needed(19), sender.needed(15)]).toEqual([24, 40, 60]);
    receiver.take(sender.frame(25).text);
    expect(receiver.progress()).toEqual({ have: 5, need: 120, frames: 23 });
    receiver.take(sender.frame(15).text);
    expect(receiver.progress()).toEqual({ have: 7, need: 120, frames: 57 });
    expect(finish(createSender(messageOf(30_000)), createReceiver())).toBe(24);
  });

  it('sweeps from what a good camera reads to what most do, and begins again', () => {
    const sender = createSender(messageOf(30_000));
    const shown = Array.from({ length: 36 + 60 + 90 }, (_, at) => sender.sweep(at));
    expect(shown).toEqual([...Array(36).fill(25), ...Array(60).fill(19), ...Array(90).fill(15)]);
    expect(sender.sweep(36 + 60 + 90)).toBe(25);
  });

  it.each([
    [200, 10],
    [247, 10],
    [248, 15],
    [600, 19],
    [1000, 23],
    [1251, 25],
  ])('of %i bytes stands still in version %i', (length, still) => {
    const sender = createSender(messageOf(length));
    expect(sender.still).toBe(still);
    expect(sender.sweep(1000)).toBe(still);
    const { text, version } = sender.frame(still);
    expect(version).toBe(still);
    expect(sender.frame(still).text).toBe(text);
    const receiver = createReceiver();
    expect(receiver.take(text)).toBe('new');
    expect(receiver.message()).toEqual(messageOf(length));
  });

  it('of 1252 bytes moves, and every one is under another id', () => {
    expect(createSender(messageOf(1252)).still).toBeNull();
    expect(createSender(messageOf(9)).frame(15).text).not.toBe(createSender(messageOf(9)).frame(15).text);
  });

  it('carries 256 KiB and a seal, and nothing longer or empty', () => {
    expect(createSender(new Uint8Array(MOST_MESSAGE)).need).toBe(1061);
    expect(() => createSender(new Uint8Array(MOST_MESSAGE + 1))).toThrow(new AppError('too-big'));
    expect(() => createSender(new Uint8Array())).toThrow(RangeError);
    expect(() => createSender(messageOf(9)).frame(5)).toThrow(RangeError);
  });

  it('may be left for another one', () => {
    const receiver = createReceiver();
    receiver.take(createSender(messageOf(5000)).frame(25).text);
    receiver.reset();
    expect(receiver.progress()).toEqual(nothing);
    const sender = createSender(messageOf(3000, 5));
    finish(sender, receiver);
    expect(receiver.message()).toEqual(messageOf(3000, 5));
  });

  it('that was put together wrongly is refused', () => {
    const receiver = createReceiver();
    const symbols = new Encoder(withSum(messageOf(700)));
    const other = new Encoder(withSum(messageOf(700, 1)));
    const frame = (encoder: Encoder, first: number): string =>
      makeFrame({ id: 1, length: 700, first, symbols: [encoder.symbol(first)] });
    for (const text of [frame(symbols, 0), frame(other, 1), frame(symbols, 2)]) receiver.take(text);
    expect(() => receiver.message()).toThrow(new AppError('garbled'));
  });
});

describe('a frame as a picture', () => {
  it('fits its version and fills it', () => {
    const sender = createSender(messageOf(20_000));
    for (let version = 15; version <= 30; version++) {
      const { text, symbols } = sender.frame(version);
      expect(symbols).toBe(symbolsIn(version));
      expect(text.length).toBeLessThanOrEqual(alphanumericRoom(version));
      expect(frameQr(text, version)).toMatchObject({ version, size: 17 + 4 * version + 8 });
    }
    expect([15, 19, 25].map(symbolsIn)).toEqual([2, 3, 5]);
    expect([9, 15, 25, 27, 40].map(alphanumericRoom)).toEqual([335, 758, 1853, 2132, 4296]);
    expect(() => frameQr(sender.frame(25).text, 24)).toThrow(new AppError('too-big'));
  });
});
