import { SYMBOL_BYTES } from '../../src/share/moving/fountain.ts';
import { symbolsIn } from '../../src/share/moving/frame.ts';
import { BYTES, Show, VERSION, type Way, ways } from './support/moving.ts';
import { atLeast, atMost, median, type Row } from './support/row.ts';
import { seeded } from './support/seeded.ts';

/*
 * The moving code beside others, all in codes of version 25-L: how many frames are shown until the message is there,
 * how much of a frame is message, and what the receiver's CPU does for it. No QR code is drawn or read here.
 *
 * Frames are lost independently. The ideal has no head, no checksum and no rounding but to whole frames: message bytes
 * ÷ the code's byte capacity (1273), rounded up, ÷ (1 − loss). Joining late is joining anywhere in what a reader from
 * the start would need three times over; frames count from then on.
 */
const UNDER = [2, 3, 4, 5, 7, 9, 11, 13, 16, 19].map(kB => kB * 1000);
const OVER = [20, 26, 32, 40, 50, 64, 80, 96, 112, 128].map(kB => kB * 1000);
const LOSSES = [0, 0.1, 0.3, 0.5];
const CPU_LENGTH = 128_000;
const CPU_RUNS = 9;

const idealFrames = (length: number): number => Math.ceil(length / BYTES);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const fixed = (value: number, digits: number): string => value.toFixed(digits);

function messageOf(length: number): Uint8Array {
  const random = seeded(length);
  return Uint8Array.from({ length }, () => random() * 256);
}

function same(a: Uint8Array, b: Uint8Array): void {
  if (Buffer.compare(a, b) !== 0) throw new Error('another message came out');
}

/** Frames shown from `start` on until the message is there. */
function shown(way: Way, show: Show, message: Uint8Array, start: number, isLost: () => boolean): number {
  const take = way.receive(message.length);
  for (let at = start; ; at++) {
    const whole = isLost() ? null : take(show.frame(at));
    if (whole) {
      same(whole, message);
      return at - start + 1;
    }
    if (at - start > 100 * idealFrames(message.length) + 100) throw new Error(`${way.name} never ends`);
  }
}

interface Cell {
  readonly length: number;
  readonly loss: number;
  readonly late: boolean;
}

/** Frames shown in each of so many draws of a cell. */
function draws(
  way: Way,
  show: Show,
  message: Uint8Array,
  { length, loss, late }: Cell,
  count: number,
): number[] {
  const random = seeded(length * 100 + loss * 10 + Number(late));
  return Array.from({ length: count }, () => {
    const start = late ? 1 + Math.floor(random() * 3 * idealFrames(length)) : 0;
    return shown(way, show, message, start, () => random() < loss);
  });
}

/** Frames shown ÷ ideal, mean over sizes, losses, and both ways to join. */
function ratio(way: Way, lengths: readonly number[], count: number): number {
  const all = lengths.map(length => {
    const message = messageOf(length);
    const show = new Show(way, message);
    const cells = LOSSES.flatMap(loss => [false, true].map(late => ({ length, loss, late })));
    const means = cells.map(cell => {
      const ideal = idealFrames(length) / (1 - cell.loss);
      return mean(draws(way, show, message, cell, count)) / ideal;
    });
    return mean(means);
  });
  return mean(all);
}

function frames32(way: Way, length: number, count: number): number {
  const message = messageOf(length);
  return mean(draws(way, new Show(way, message), message, { length, loss: 0.3, late: true }, count));
}

/** CPU milliseconds of a receiver, with these frames as they were caught. */
function cpuOf(way: Way, message: Uint8Array, caught: readonly (string | Uint8Array)[]): number {
  const take = way.receive(message.length);
  const from = process.cpuUsage();
  for (const frame of caught) {
    const whole = take(frame);
    if (!whole) continue;
    const { user, system } = process.cpuUsage(from);
    same(whole, message);
    return (user + system) / 1000;
  }
  throw new Error(`${way.name} needs more frames`);
}

/** Each way's median CPU for 128 kB at 30% loss from the start, all in turn so that the machine's moods fall on all. */
function cpu(all: readonly Way[]): number[] {
  const message = messageOf(CPU_LENGTH);
  const shows = all.map(way => new Show(way, message));
  const runs = Array.from({ length: CPU_RUNS }, (_, run) => {
    const random = seeded(run + 1);
    const seen = Array.from({ length: 20 * idealFrames(CPU_LENGTH) }, (_, at) => at).filter(
      () => random() >= 0.3,
    );
    return all.map((way, at) => {
      const most =
        (way.name === 'plain loop' ? 20 : way.name === 'luby-transform' ? 12 : 4) * idealFrames(CPU_LENGTH);
      return cpuOf(
        way,
        message,
        seen.filter(index => index < most).map(index => shows[at]!.frame(index)),
      );
    });
  });
  return all.map((_, at) => median(runs.map(run => run[at]!)));
}

const beside = (all: readonly Way[], figure: (way: Way) => string): string =>
  all
    .slice(1)
    .map(way => `${way.name} ${figure(way)}`)
    .join(', ');

/** Draws for a way: the slow ones get fewer. */
const share = (way: Way, count: number): number => (way.name === 'bc-ur' ? Math.ceil(count / 6) : count);

export async function run(): Promise<Row[]> {
  const all = ways();
  const ours = all[0]!;
  const times = cpu(all);
  const of = (way: Way): string => `${fixed(times[all.indexOf(way)]! / times[1]!, 3)}`;
  const ratios = (lengths: readonly number[], count: number): [number, string] => [
    ratio(ours, lengths, count),
    beside(all, way => fixed(ratio(way, lengths, share(way, Math.ceil(count / 3))), 2)),
  ];
  const [over, overPeers] = ratios(OVER, 6);
  const [under, underPeers] = ratios(UNDER, 60);
  const other = [15, 19, 22, 30].map(version => {
    const bytes = { 15: 520, 19: 792, 22: 1003, 30: 1732 }[version]!;
    return `${version}-L ${fixed((symbolsIn(version) * SYMBOL_BYTES) / bytes, 3)}`;
  });
  const payloads = beside(all, way => fixed(way.payload / BYTES, 2));
  const at32 = frames32(ours, 32_000, 1000);
  const peers32 = beside(all, way => fixed(frames32(way, 32_000, share(way, 120)), 1));
  const kib = fixed(frames32(ours, 32_768, 1000), 1);
  return [
    atMost('moving.frames.over20', over, '÷ ideal', 1.02, overPeers),
    atMost('moving.frames.under20', under, '÷ ideal', 1.1, underPeers),
    atLeast(
      'moving.payload',
      (symbolsIn(VERSION) * SYMBOL_BYTES) / BYTES,
      '÷ raw',
      0.98,
      `${payloads}; ours ${other.join(', ')}`,
    ),
    atMost('moving.frames32', at32, 'frames', 38, `${peers32}; ours for 32,768 bytes ${kib}`),
    atMost(
      'moving.cpu',
      times[0]! / times[1]!,
      '÷ bc-ur',
      0.1,
      `${beside(all, of)}; ours ${fixed(times[0]!, 1)} ms`,
    ),
  ];
}
