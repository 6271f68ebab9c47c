import type { Call } from './ops.ts';
import { ops } from './ops.ts';
import type { CryptoPort } from './port.ts';
import { ready } from './primitives.ts';
import { createPort } from './shape.ts';

const call: Call = async (op, ...args) => {
  await ready();
  const run = ops[op] as (...all: unknown[]) => never;
  return run(...args);
};

/** The crypto room without workers, for tests in Node: the same operations, on the caller's own thread. */
export const createLocalCrypto = (): CryptoPort => createPort(() => ({ call, end: () => undefined }));
