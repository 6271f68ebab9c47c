import { AppError } from '../../lib/error.ts';
import { Decoder } from './decoder.ts';
import { type FrameParts, readFrame } from './frame.ts';
import { symbolsFor, withoutSum } from './payload.ts';

/**
 * What a scanned text was: a frame that brought something new, or nothing new; a frame of another message than the one
 * that is being read; no frame at all, or one that does not check out; a frame of a later Holdfast.
 */
export type Taken = 'new' | 'known' | 'foreign' | 'not-ours' | 'too-new';

/** How far it is. All 0 before the first frame. */
export interface Progress {
  /** Symbols that are there. Exact: `have === need` is the moment when the message is whole. */
  readonly have: number;
  readonly need: number;
  /** Frames still needed, if they are like the last one. */
  readonly frames: number;
}

/** Reads one message from its frames, in whatever order, sizes and number they come. */
export interface Receiver {
  /** Takes a scanned text. The first frame decides which message it is, until `reset`. Never throws. */
  take(text: string): Taken;
  progress(): Progress;
  /**
   * The message, null while something is missing. Throws AppError('garbled') when what came together is not what was
   * sent, which no accident of the camera makes; then only `reset` helps.
   */
  message(): Uint8Array<ArrayBuffer> | null;
  /** Forgets everything: the next frame may be of any message. */
  reset(): void;
}

interface Reading {
  readonly id: number;
  readonly length: number;
  readonly need: number;
  readonly decoder: Decoder;
}

/** Starts with nothing. */
export function createReceiver(): Receiver {
  let reading: Reading | null = null;
  let last: string | null = null;
  let perFrame = 1;
  let whole: Uint8Array<ArrayBuffer> | null = null;

  function reset(): void {
    reading = null;
    last = null;
    whole = null;
  }

  function take(text: string): Taken {
    // A camera sees each frame several times.
    if (text === last) return 'known';
    const frame = frameOrTaken(text);
    if (typeof frame === 'string') return frame;
    const { id, length, first, symbols } = frame;
    reading ??= { id, length, need: symbolsFor(length), decoder: new Decoder(symbolsFor(length)) };
    if (id !== reading.id || length !== reading.length) return 'foreign';
    const before = reading.decoder.have;
    for (const [at, symbol] of symbols.entries()) reading.decoder.add(first + at, symbol);
    last = text;
    perFrame = symbols.length;
    return reading.decoder.have > before ? 'new' : 'known';
  }

  function progress(): Progress {
    if (!reading) return { have: 0, need: 0, frames: 0 };
    const { need, decoder } = reading;
    return { have: decoder.have, need, frames: Math.ceil((need - decoder.have) / perFrame) };
  }

  function message(): Uint8Array<ArrayBuffer> | null {
    const source = whole ? null : reading?.decoder.source();
    if (reading && source) whole = withoutSum(source, reading.length);
    return whole;
  }

  return { take, progress, message, reset };
}

function frameOrTaken(text: string): FrameParts | Taken {
  try {
    return readFrame(text) ?? 'not-ours';
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-new') return 'too-new';
    throw error;
  }
}
