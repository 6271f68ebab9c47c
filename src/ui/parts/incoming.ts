import { AppError, type ErrorCode } from '../../lib/error.ts';
import { readLink } from '../../share/link.ts';
import { createReceiver, type Progress } from '../../share/moving/receiver.ts';

/** What a scanned text led to: a whole message, a part of one, or words that are none of ours. */
export type Came =
  | { at: 'message'; message: Uint8Array<ArrayBuffer> }
  | { at: 'some'; progress: Progress }
  /** A part of another moving code than the one that is being read. */
  | { at: 'foreign' }
  | { at: 'text'; text: string }
  | { at: 'slip'; code: ErrorCode };

/** So many parts of another code in a row, and none of the one that was begun: they show another one now. */
const MOVED_ON = 5;

/** Puts together what a scanner reads, from still codes and moving ones. */
export interface Incoming {
  /** `null` where it is nothing new. */
  take(text: string): Came | null;
  /** Is something of a moving code here, and not yet all of it? */
  begun(): boolean;
  /** The same text once more is something new again. What is here of a moving code still counts. */
  again(): void;
}

/** Starts with nothing. */
export const createIncoming = (): Incoming => {
  const receiver = createReceiver();
  let foreign = 0;
  let before = '';

  const reset = (): void => {
    receiver.reset();
    foreign = 0;
    before = '';
  };
  const whole = (): Came | null => {
    try {
      const message = receiver.message();
      if (message) reset();
      return message && { at: 'message', message };
    } catch (error) {
      reset();
      return { at: 'slip', code: error instanceof AppError ? error.code : 'garbled' };
    }
  };
  const other = (text: string): Came => {
    const came = still(text);
    // What a whole message led to may have failed, so it may come again.
    before = came.at === 'message' ? '' : text;
    return came;
  };
  const take = (text: string): Came | null => {
    const taken = receiver.take(text);
    foreign = taken === 'foreign' ? foreign + 1 : 0;
    if (taken === 'new') return whole() ?? { at: 'some', progress: receiver.progress() };
    if (taken === 'known') return null;
    if (taken === 'too-new') return { at: 'slip', code: 'too-new' };
    if (taken === 'not-ours') return text === before ? null : other(text);
    if (foreign < MOVED_ON) return { at: 'foreign' };
    reset();
    return take(text);
  };
  const again = (): void => {
    before = '';
  };
  return { take, begun: () => receiver.progress().need > 0, again };
};

/** A still code: one of ours, or whatever it says. */
const still = (text: string): Came => {
  try {
    return { at: 'message', message: readLink(text) };
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'garbled';
    return code === 'not-ours' ? { at: 'text', text } : { at: 'slip', code };
  }
};
