import { AppError } from '../lib/error.ts';
import { workerUrl } from '../lib/trusted.ts';
import type { Call, Op } from './ops.ts';
import type { CryptoPort } from './port.ts';
import { createPort, type Engine } from './shape.ts';
import type { Answer, Ask } from './worker.ts';
import url from './worker.ts?worker&url';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

const start = (): Worker => {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') throw new AppError('too-old');
  return new Worker(workerUrl(url), { type: 'module' });
};

// What the receiver takes over instead of copying: whole pages, which only these two carry.
const handedOver = (op: Op, args: readonly unknown[]): ArrayBuffer[] =>
  op === 'sealPages' || op === 'openPages' ? (args[1] as Uint8Array<ArrayBuffer>[]).map(p => p.buffer) : [];

/** One worker, started at once. After `end` every unanswered and every later call throws AppError('locked'). */
const createEngine = (): Engine => {
  const worker = start();
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let ended: AppError | undefined;
  const stop = (error: AppError): void => {
    ended ??= error;
    worker.terminate();
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>): void => {
    const one = waiting.get(data.id);
    // It was broken off in the middle: without this, whoever asked would wait for ever.
    if (data.echo) {
      if (one) stop(new AppError('stopped'));
      return;
    }
    waiting.delete(data.id);
    if (data.error) one?.reject(new AppError(data.error));
    else one?.resolve(data.result);
  };
  // A browser that knows no such workers says what it stumbled over; a file that did not come says nothing.
  worker.onerror = ({ message }) => stop(new AppError(message ? 'too-old' : 'stopped', message));
  const call: Call = (op, ...args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      const id = next++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, op, args } satisfies Ask, handedOver(op, args));
      worker.postMessage(id);
    });
  // Fetching and compiling the wasm begins now, not with the first question.
  void call('ready').catch(() => undefined);
  return { call, end: () => stop(new AppError('locked')) };
};

/**
 * The crypto room in workers of its own: one that derives keys and is ended after each derivation, so that a
 * secret and 64 MiB of Argon2id's memory don't outlive it, and one for pages, ended by `close`.
 */
export const createCrypto = (): CryptoPort => createPort(createEngine);
