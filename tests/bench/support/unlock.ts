import { Book } from '../../../src/app/book.ts';
import { putVersion } from '../../../src/app/codec.ts';
import { createCrypto } from '../../../src/crypto/client.ts';
import { KDF } from '../../../src/crypto/port.ts';
import { makeVersion } from '../../../src/domain/versions.ts';
import { randomBytes, randomId, utf8 } from '../../../src/lib/bytes.ts';
import { deviceClock } from '../../../src/lib/clock.ts';
import { createStore, type Store } from '../../../src/store/pages.ts';
import { createSpace, openSpace } from '../../../src/vault/open.ts';

const PIN = utf8('736251');

/** One thing of a person's: a medicine with a dose, a note, a source and a date. */
const version = (n: number) =>
  makeVersion(
    {
      kind: 'medicine',
      values: {
        name: `Medicine number ${n}`,
        dose: `${n % 90} mg`,
        when: 'each morning',
        why: 'opioid treatment',
      },
      privacy: n % 3 === 0 ? 'careful' : 'open',
      source: { type: 'me' },
      asOf: '2026-03',
    },
    {
      id: `a1b2c3d4e5f60718.${n + 1}`,
      item: randomId(),
      lookedAt: '2026-03-01',
      savedAt: '2026-03-01T00:00:00.000Z',
    },
  );

/** An install with so many things. */
const fill = async (name: string, count: number): Promise<Store> => {
  const store = createStore(name);
  await store.erase();
  const vault = await createSpace(store, createCrypto(), PIN);
  await vault.save(Array.from({ length: count }, (_, n) => putVersion(version(n))));
  vault.lock();
  return store;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** From a typed PIN to the things in hand, ms. */
const unlock = async (store: Store, count: number): Promise<number> => {
  const port = createCrypto();
  const took = await timed(async () => {
    const vault = await openSpace(store, port, PIN);
    if (!vault || vault === 'erase') throw new Error('it did not open');
    const { size } = new Book(vault, deviceClock).items.value;
    if (size !== count) throw new Error(`read ${size} of ${count}`);
  });
  port.close();
  return took;
};

/** A worker and Argon2id alone, ms. */
const kdf = async (): Promise<number> => {
  const port = createCrypto();
  const took = await timed(() => port.deriveKey(PIN, randomBytes(16), KDF));
  port.close();
  return took;
};

/** The best times of an unlock with so many things and of the KDF alone, in turns, ms. */
export const unlockBench = async (count: number, rounds: number): Promise<[ours: number, theirs: number]> => {
  const store = await fill('bench-unlock', count);
  const both: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    both[0].push(await unlock(store, count));
    both[1].push(await kdf());
  }
  await store.erase();
  return [Math.min(...both[0]), Math.min(...both[1])];
};
