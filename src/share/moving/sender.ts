import { randomBytes } from '../../lib/bytes.ts';
import { AppError } from '../../lib/error.ts';
import { Encoder } from './fountain.ts';
import { INDEX_END, MOST_MESSAGE, makeFrame, symbolsIn } from './frame.ts';
import { withSum } from './payload.ts';

/** QR versions that a sender goes through: quick for a good camera first, then easier ones. */
const SWEEP = [25, 19, 15] as const;
/** How much more than a reader needs who misses nothing is shown in one version, before the next. */
const PATIENCE = 1.5;

/** One picture of a moving code. */
export interface Frame {
  /** For `frameQr`. */
  readonly text: string;
  /** QR version, 1–40. */
  readonly version: number;
  /** How many symbols it carries. */
  readonly symbols: number;
}

/** Shows one message as frames without end. */
export interface Sender {
  /** Symbols that a reader needs. */
  readonly need: number;
  /** The QR version in which one frame holds the whole message, so that it may stand still; null for more than one. */
  readonly still: number | null;
  /**
   * The next frame, in this QR version (one may follow another in any order). There is no end, and to a reader one
   * frame is as good as another. Where one frame holds the whole message, it is always the same one.
   * Throws a RangeError for a version that holds no symbol.
   */
  frame(version: number): Frame;
  /** Frames in this version that a reader needs who misses none and is there from the start. */
  needed(version: number): number;
  /**
   * The QR version for the frame after `shown` others: 25 until a good camera must have it one and a half times over,
   * then as much in 19 and in 15, and all over again. Always `still` where there is one.
   */
  sweep(shown: number): number;
}

/**
 * Starts a moving code of a message (1 … `MOST_MESSAGE` bytes) under an id of its own.
 * Throws AppError('too-big') for a longer one, a RangeError for none.
 */
export function createSender(message: Uint8Array): Sender {
  if (message.length < 1) throw new RangeError('message');
  if (message.length > MOST_MESSAGE) throw new AppError('too-big');
  const encoder = new Encoder(withSum(message));
  const need = encoder.k;
  const id = new DataView(randomBytes(4).buffer).getUint32(0);
  const still = stillVersion(need);
  const turns = sweepOf(need);
  let next = 0;

  function frame(version: number): Frame {
    const symbols = Math.min(need, holds(version));
    const first = symbols === need || next + symbols > INDEX_END ? 0 : next;
    next = first + symbols;
    const all = Array.from({ length: symbols }, (_, at) => encoder.symbol(first + at));
    return { text: makeFrame({ id, length: message.length, first, symbols: all }), version, symbols };
  }

  const needed = (version: number): number => Math.ceil(need / holds(version));
  return { need, still, frame, needed, sweep: shown => still ?? turns[shown % turns.length]! };
}

function holds(version: number): number {
  const symbols = symbolsIn(version);
  if (symbols === 0) throw new RangeError('version');
  return symbols;
}

/** The least version whose frame holds all symbols, if it is no denser than what a sweep begins with. */
function stillVersion(need: number): number | null {
  for (let version = 1; version <= SWEEP[0]; version++) if (symbolsIn(version) >= need) return version;
  return null;
}

/** The version of every frame, until it begins again. */
const sweepOf = (need: number): number[] =>
  SWEEP.flatMap(version => Array<number>(Math.ceil((need * PATIENCE) / symbolsIn(version))).fill(version));
