import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ready, seal } from '../../src/crypto/primitives.ts';
import { concat, utf8 } from '../../src/lib/bytes.ts';
import { PAGE_BYTES, type Page, type PageKey, type Store } from '../../src/store/pages.ts';
import { putSum } from '../../src/vault/checksum.ts';
import { associated } from '../../src/vault/format.ts';
import { newStore, pattern, reopen, tryOpen } from './helpers.ts';

/** See `about` in the file. Base64 but for the texts. */
interface Fixture {
  readonly secret: string;
  readonly old: string;
  readonly lane: number;
  readonly slots: string;
  readonly keys: Record<string, string>;
  readonly pages: ReadonlyArray<{ page: number; epoch: number; nonce: string; tag: string; plain: string }>;
  readonly records: Record<string, string>;
  readonly blob: { id: string; length: number; seed: number };
}

const read = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../vectors/vault/${name}`, import.meta.url), 'utf8'));
const bytesOf = (base64: string): Page => new Uint8Array(Buffer.from(base64, 'base64'));

const slotsOf = ({ slots }: Fixture): Page => {
  const page = new Uint8Array(PAGE_BYTES);
  page.set(bytesOf(slots));
  putSum(page);
  return page;
};

const pageOf = ({ lane, keys }: Fixture, one: Fixture['pages'][number]): Page => {
  const [key, nonce] = [bytesOf(keys[one.epoch]!), bytesOf(one.nonce)];
  const plain = inflateRawSync(Buffer.from(one.plain, 'base64'));
  return concat(nonce, seal(key, nonce, plain, associated(lane, one.page, one.epoch)));
};

const restored = async (fixture: Fixture): Promise<Store> => {
  await ready();
  const store = newStore();
  const pages = fixture.pages.map((one): [PageKey, Page] => [[fixture.lane, one.page], pageOf(fixture, one)]);
  const table = ['slots', 'slots2'].map((name): [PageKey, Page] => [name, slotsOf(fixture)]);
  await store.commit({ writes: [...pages, ...table] });
  return store;
};

describe('an install of the first version', () => {
  const fixture = read('v1.json');

  it('is byte for byte what was written then', async () => {
    await ready();
    for (const one of fixture.pages) expect(pageOf(fixture, one).slice(-16)).toEqual(bytesOf(one.tag));
  });

  it('opens: records, a photo that is still under the key before, one secret that is a PIN', async () => {
    const store = await restored(fixture);
    const vault = await reopen(store, utf8(fixture.secret));
    expect(vault.damage).toEqual([]);
    expect([vault.openedBy, [...vault.uses], vault.recovery()]).toEqual(['pin', ['pin'], null]);
    const records = Object.fromEntries(
      [...vault.records].map(([id, bytes]) => [id, new TextDecoder().decode(bytes)]),
    );
    expect(records).toEqual(fixture.records);
    const { id, length, seed } = fixture.blob;
    expect(Buffer.compare((await vault.readBlob(id))!, pattern(length, seed))).toBe(0);
    expect(await tryOpen(store, utf8(fixture.old))).toBeNull();
  });

  it('without its index names that alone, and uses again what was free, sealed as it was then', async () => {
    const store = await restored(fixture);
    await store.commit({ writes: [[[fixture.lane, 1], new Uint8Array(PAGE_BYTES)]] });
    const vault = await reopen(store, utf8(fixture.secret));
    expect(vault.damage).toEqual([{ page: 1, reason: 'altered' }]);
    expect(vault.records.size).toBe(Object.keys(fixture.records).length);
    const extent = await store.extent(fixture.lane);
    await vault.save([{ op: 'put', id: 'a'.repeat(32), bytes: pattern(60_000, 1) }]);
    expect(await store.extent(fixture.lane)).toBe(extent);
    expect((await reopen(store, utf8(fixture.secret))).damage).toEqual([]);
  });

  it('takes what came later: a kit, a secret that erases, a new PIN', async () => {
    const store = await restored(fixture);
    const vault = await reopen(store, utf8(fixture.secret));
    await vault.setSecret('recovery', utf8('kit'));
    await vault.setSecret('erase', utf8('erase'));
    await vault.setSecret('pin', utf8('new'));
    while (await vault.rekeyStep());
    const again = await reopen(store, utf8('kit'));
    expect([again.openedBy, [...again.uses].sort()]).toEqual(['recovery', ['erase', 'pin', 'recovery']]);
    expect(again.records.size).toBe(Object.keys(fixture.records).length);
    expect((await again.readBlob(fixture.blob.id))!.length).toBe(fixture.blob.length);
    expect(await tryOpen(store, utf8(fixture.secret))).toBeNull();
  });
});
