import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import type { Page, PageKey, Store } from '../../src/store/pages.ts';
import type { SlotUse } from '../../src/vault/bodies.ts';
import { createSpace, openSpace } from '../../src/vault/open.ts';
import type { Change } from '../../src/vault/plan.ts';
import { readSlots, trySecret } from '../../src/vault/slots.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { CHEAP, newStore, pattern, reopen } from '../vault/helpers.ts';

const numRuns = process.env.HOLDFAST_LONG ? 400 : 10;

const LANE_SLOTS = 8 * 112;
const SPARE = 1024;

const id = fc.integer({ min: 0, max: 5 }).map(n => n.toString(16).repeat(32));
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ op: fc.constant('put' as const), id, bytes: fc.nat(60_000).map(n => pattern(n, n)) }),
  fc.record({ op: fc.constant('remove' as const), id }),
  fc.record({ op: fc.constant('putBlob' as const), id, bytes: fc.nat(400_000).map(n => pattern(n, n)) }),
  fc.record({ op: fc.constant('removeBlob' as const), id }),
);
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      use: fc.constantFrom<SlotUse>('pin', 'pin', 'erase', 'recovery', 'passkey'),
      // Few, so that the same one is picked again: for another use, or in the other space.
      secret: fc.nat(9).map(n => `secret ${n}`),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('remove' as const),
      use: fc.constantFrom('erase' as const, 'recovery' as const, 'passkey' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rekeyStep' as const, 'inbox' as const) }) },
);
const step = fc.record({ space: fc.constantFrom(0, 1), deed, by: fc.nat(2) });
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** What a space should be: its secrets, and what it holds. */
interface Model {
  lane: number;
  readonly secrets: Map<SlotUse, string>;
  readonly records: Map<string, Uint8Array>;
  readonly blobs: Map<string, Uint8Array>;
}
type Copy = ReadonlyMap<string, Page>;

const NAMED = ['slots', 'slots2', ...[0, 1].flatMap(lane => [`inbox-${lane}-0`, `inbox-${lane}-1`])];

/** One copy of all that is on disk. */
const copyOf = async (store: Store): Promise<Copy> => {
  const all = new Map<string, Page>();
  const add = (key: PageKey, page: Page | null | undefined) => page && all.set(String(key), page);
  for (const name of NAMED) add(name, await store.read(name));
  for (const lane of [0, 1]) {
    const pages = await store.readRuns(lane, [[0, (await store.extent(lane)) - 1]]);
    for (const [n, page] of pages.entries()) add([lane, n], page);
  }
  return all;
};

const countIn = (copy: Copy, lane: number): number =>
  [...copy.keys()].filter(key => key.startsWith(`${lane},`)).length;

/** All that a copy shows without a secret: names and sizes. A function of one number, whatever is in use. */
const shapeOf = (copy: Copy) => [...copy].map(([key, page]) => `${key}: ${page.length}`).sort();
const shapeWith = (count: number): string[] =>
  [...NAMED, ...[0, 1].flatMap(lane => Array.from({ length: count }, (_, n) => `${lane},${n}`))]
    .map(key => `${key}: 65536`)
    .sort();

/** What is a lane's own: its pages, its inbox, its slots and its spare. */
const ownOf = (copy: Copy, lane: number): Copy => {
  const own = new Map<string, Page>();
  for (const [key, page] of copy)
    if (key.startsWith(`${lane},`) || key.startsWith(`inbox-${lane}`)) own.set(key, page);
  for (const name of ['slots', 'slots2']) {
    const table = copy.get(name)!;
    own.set(`${name} slots`, table.slice(48 + lane * LANE_SLOTS, 48 + (lane + 1) * LANE_SLOTS));
    own.set(`${name} spare`, table.slice(2048 + lane * SPARE, 2048 + (lane + 1) * SPARE));
  }
  return own;
};

const follow = (model: Model, changes: readonly Change[]): void => {
  for (const one of changes) {
    if (one.op === 'put') model.records.set(one.id, one.bytes);
    else if (one.op === 'remove') model.records.delete(one.id);
    else if (one.op === 'putBlob') model.blobs.set(one.id, one.bytes);
    else model.blobs.delete(one.id);
  }
};

const useOf = (models: readonly Model[], secret: string): [Model, SlotUse] | null => {
  for (const model of models) for (const [use, own] of model.secrets) if (own === secret) return [model, use];
  return null;
};

const doIt = async (vault: Vault, models: readonly Model[], model: Model, deed: Deed): Promise<void> => {
  if (deed.do === 'save') {
    await vault.save(deed.changes);
    follow(model, deed.changes);
  } else if (deed.do === 'set') {
    const taken = useOf(models, deed.secret);
    const setting = vault.setSecret(deed.use, utf8(deed.secret));
    if (taken && !(taken[0] === model && taken[1] === deed.use)) {
      await expect(setting).rejects.toMatchObject({ code: 'taken' });
    } else {
      await setting;
      model.secrets.set(deed.use, deed.secret);
    }
  } else if (deed.do === 'remove') {
    await vault.removeSecret(deed.use);
    model.secrets.delete(deed.use);
  } else if (deed.do === 'rekeyStep') await vault.rekeyStep();
  else {
    const inbox = await vault.openInbox(utf8('given'));
    await inbox.write(utf8('written'));
    expect(await vault.readInbox()).toEqual(utf8('written'));
    await vault.emptyInbox([]);
  }
};

/** Every secret there ever was opens what it should, as what it should, and nothing else. */
const checkSecrets = async (store: Store, models: readonly Model[]): Promise<void> => {
  const table = (await readSlots(store, CHEAP))!;
  expect(table.damage).toEqual([]);
  for (const secret of ['first', 'second', ...Array.from({ length: 10 }, (_, n) => `secret ${n}`)]) {
    const { found } = await trySecret(createLocalCrypto(), table, utf8(secret));
    const should = useOf(models, secret);
    expect(found && [found.lane, found.owner.use], secret).toEqual(should && [should[0].lane, should[1]]);
    // The one that erases gives away no key.
    if (found) expect(found.key.some(byte => byte !== 0)).toBe(found.owner.use !== 'erase');
  }
};

const checkSpace = async (store: Store, model: Model): Promise<void> => {
  for (const [use, secret] of model.secrets) {
    if (use === 'erase') {
      expect(await openSpace(store, createLocalCrypto(), utf8(secret), CHEAP)).toBe('erase');
      continue;
    }
    const vault = await reopen(store, utf8(secret));
    expect([vault.openedBy, vault.damage]).toEqual([use, []]);
    expect([...vault.uses].sort()).toEqual([...model.secrets.keys()].sort());
    expect([...vault.records.keys()].sort()).toEqual([...model.records.keys()].sort());
    for (const [key, bytes] of model.records) expect(Buffer.compare(vault.records.get(key)!, bytes)).toBe(0);
    expect(vault.blobIds().sort()).toEqual([...model.blobs.keys()].sort());
    for (const [key, bytes] of model.blobs)
      expect(Buffer.compare((await vault.readBlob(key))!, bytes)).toBe(0);
    vault.lock();
  }
};

/** An install, and what should be in each of its spaces. */
const begin = async (second: boolean): Promise<{ store: Store; models: Model[] }> => {
  const store = newStore();
  const secrets = second ? ['first', 'second'] : ['first'];
  const making = second ? { second: utf8('second'), settings: CHEAP } : { settings: CHEAP };
  (await createSpace(store, createLocalCrypto(), utf8('first'), making)).lock();
  const table = (await readSlots(store, CHEAP))!;
  const models: Model[] = [];
  for (const secret of secrets) {
    const { found } = await trySecret(createLocalCrypto(), table, utf8(secret));
    models.push({
      lane: found!.lane,
      secrets: new Map([['pin', secret]]),
      records: new Map(),
      blobs: new Map(),
    });
  }
  return { store, models };
};

/** Opens the space by one of its secrets, does it, and says what the disk is then. */
const act = async (
  store: Store,
  models: readonly Model[],
  model: Model,
  { deed, by }: { deed: Deed; by: number },
) => {
  const ways = [...model.secrets].filter(([use]) => use !== 'erase').map(([, secret]) => secret);
  const before = await copyOf(store);
  const vault = await reopen(store, utf8(ways[by % ways.length]!));
  await doIt(vault, models, model, deed);
  vault.lock();
  const after = await copyOf(store);
  const counts = [countIn(after, 0), countIn(after, 1)] as const;
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeGreaterThanOrEqual(countIn(before, 0));
  expect(shapeOf(after)).toEqual(shapeWith(counts[0]));
  const theirs = ownOf(after, 1 - model.lane);
  for (const [key, page] of ownOf(before, 1 - model.lane))
    expect(Buffer.compare(theirs.get(key)!, page), key).toBe(0);
};

describe('two spaces in one install', () => {
  it('are apart from the start, each in a lane of its own, and one copy looks as with one space', async () => {
    const [two, one] = [await begin(true), await begin(false)];
    expect(two.models.map(({ lane }) => lane).sort()).toEqual([0, 1]);
    expect(shapeOf(await copyOf(two.store))).toEqual(shapeOf(await copyOf(one.store)));
    for (const { store, models } of [two, one]) for (const model of models) await checkSpace(store, model);
  });

  it('never change what is the other’s, whatever is done in either; exactly the right secrets open', {
    timeout: 1_800_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }), async steps => {
        const [two, one] = [await begin(true), await begin(false)];
        for (const { space, ...what } of steps) {
          await act(two.store, two.models, two.models[space]!, what);
          await checkSecrets(two.store, two.models);
          // The same by someone with one space: it looks as above, by the same one number.
          if (space === 0) await act(one.store, one.models, one.models[0]!, what);
        }
        for (const { store, models } of [two, one])
          for (const model of models) await checkSpace(store, model);
      }),
      { numRuns },
    );
  });
});
