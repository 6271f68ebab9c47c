import type { ErrorCode } from '../lib/error.ts';
import { AppError } from '../lib/error.ts';
import { type Op, ops } from './ops.ts';
import { ready } from './primitives.ts';

/** One request to the worker. Behind each comes its number alone, to be sent back. */
export interface Ask {
  readonly id: number;
  readonly op: Op;
  readonly args: readonly unknown[];
}

/** Its answer: a result, or the code of an AppError. `echo`: nothing else will come of this request any more. */
export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: ErrorCode;
  readonly echo?: true;
}

const buffersIn = (result: unknown): ArrayBuffer[] =>
  (result instanceof Uint8Array ? [result] : Object.values(result ?? {})).flatMap(one =>
    one instanceof Uint8Array && one.buffer instanceof ArrayBuffer ? [one.buffer] : [],
  );

const answer = async ({ id, op, args }: Ask): Promise<void> => {
  try {
    await ready();
    const result = (ops[op] as (...all: readonly unknown[]) => unknown)(...args);
    postMessage({ id, result } satisfies Answer, { transfer: buffersIn(result) });
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'stopped';
    postMessage({ id, error: code } satisfies Answer);
  }
};

const echo = async (id: number): Promise<void> => {
  // Behind the answer, which waits for the same.
  await ready().catch(() => undefined);
  postMessage({ id, echo: true } satisfies Answer);
};

addEventListener('message', ({ data }: MessageEvent<Ask | number>) => {
  void (typeof data === 'number' ? echo(data) : answer(data));
});
