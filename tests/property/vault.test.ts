import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';
import type { Store } from '../../src/store/pages.ts';
import type { Change } from '../../src/vault/plan.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { newVault, pattern, tryOpen } from '../vault/helpers.ts';

const numRuns = process.env.HOLDFAST_LONG ? 1500 : 25;

const id = fc.integer({ min: 0, max: 9 }).map(n => n.toString(16).repeat(32));
// Few sizes that matter: nothing, small, and ones that fill pages so that records move and pages free up.
const size = fc.oneof(
  fc.constantFrom(0, 1, 32_000, 59_999, 60_000),
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ min: 0, max: 60_000 }),
);
const bytes = fc.tuple(size, fc.nat(255)).map(([length, seed]) => pattern(length, seed));
const blob = fc.tuple(fc.integer({ min: 0, max: 140_000 }), fc.nat(255)).map(([n, seed]) => pattern(n, seed));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('put' as const), id, bytes }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('putBlob' as const), id, bytes: blob }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('removeBlob' as const), id }) },
);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.array(change, { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom('reopen' as const, 'changeSecret' as const, 'rekeyStep' as const) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('fails' as const), fc.array(change, { minLength: 1, maxLength: 4 })),
  },
);

/** What should be there: the same changes on two plain maps. */
interface Model {
  readonly records: Map<string, Uint8Array>;
  readonly blobs: Map<string, Uint8Array>;
}

const follow = (model: Model, changes: readonly Change[]): void => {
  for (const one of changes) {
    if (one.op === 'put') model.records.set(one.id, one.bytes);
    else if (one.op === 'remove') model.records.delete(one.id);
    else if (one.op === 'putBlob') model.blobs.set(one.id, one.bytes);
    else model.blobs.delete(one.id);
  }
};

const equal = async (vault: Vault, model: Model): Promise<void> => {
  expect(vault.damage).toEqual([]);
  expect([...vault.records.keys()].sort()).toEqual([...model.records.keys()].sort());
  for (const [key, expected] of model.records)
    expect(Buffer.compare(vault.records.get(key)!, expected)).toBe(0);
  expect(vault.blobIds().sort()).toEqual([...model.blobs.keys()].sort());
  for (const [key, expected] of model.blobs) {
    expect(Buffer.compare((await vault.readBlob(key))!, expected)).toBe(0);
  }
};

/** A store whose next commit can be made to fail after everything was prepared. */
const breakable = (store: Store) => {
  const state = { broken: false };
  const commit: Store['commit'] = change => {
    if (!state.broken) return store.commit(change);
    // Aborts the real transaction: an expectation that can't hold.
    return store
      .commit({ ...change, expect: [{ key: 'slots', head: null }] })
      .catch(() => Promise.reject(new AppError('storage-full')));
  };
  return { state, store: { ...store, commit } };
};

describe('a vault', () => {
  it('holds after any changes, failures, reopenings and new secrets what two plain maps hold', {
    timeout: 1_800_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
        const made = await newVault();
        const { state, store } = breakable(made.store);
        const model: Model = { records: new Map(), blobs: new Map() };
        let secret = utf8('736251');
        const open = async (): Promise<Vault> => (await tryOpen(store, secret))!;
        let vault = await open();
        for (const one of steps) {
          if (one === 'reopen') {
            vault.lock();
            vault = await open();
          } else if (one === 'changeSecret') {
            secret = utf8(`${secret.length} more`.padEnd(secret.length + 1));
            await vault.setSecret('pin', secret);
          } else if (one === 'rekeyStep') await vault.rekeyStep();
          else if (one[0] === 'fails') {
            state.broken = true;
            await expect(vault.save(one[1] as Change[])).rejects.toMatchObject({ code: 'storage-full' });
            state.broken = false;
            await equal(vault, model);
          } else {
            await vault.save(one as Change[]);
            follow(model, one as Change[]);
          }
        }
        await equal(vault, model);
        vault.lock();
        await equal(await open(), model);
      }),
      { numRuns },
    );
  });
});
