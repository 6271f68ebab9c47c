import { expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { putVersion } from '../../src/app/codec.ts';
import { createSearch } from '../../src/domain/search.ts';
import { makeVersion } from '../../src/domain/versions.ts';
import { randomId } from '../../src/lib/bytes.ts';
import { deviceClock } from '../../src/lib/clock.ts';
import { ways } from '../domain/support.ts';
import { newVault, pattern, reopen } from '../vault/helpers.ts';

// Far more than a person keeps: it opens, finds and keeps, and nothing in it grows faster than what there is.

const THINGS = process.env.HOLDFAST_LONG ? 100_000 : 10_000;
const PHOTOS = process.env.HOLDFAST_LONG ? 200 : 10;
const PHOTO_BYTES = 300_000;

const saying = (name: string) =>
  ({
    kind: 'medicine',
    values: { name, dose: '50 mg' },
    privacy: 'open',
    source: { type: 'me' },
    asOf: '2026-03',
  }) as const;

const version = (n: number) =>
  makeVersion(saying(`Medicine ${n}`), {
    id: `a1b2c3d4e5f60718.${n + 1}`,
    item: randomId(),
    lookedAt: '2026-03-01',
    savedAt: '2026-03-01T00:00:00.000Z',
  });

/** Processor time, ms: what other programs do meanwhile is no part of it. */
const spent = async <T>(what: string, work: () => Promise<T> | T): Promise<T> => {
  const from = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(from);
  if (process.env.HOLDFAST_LONG) console.log(what, Math.round((user + system) / 1000), 'ms');
  return result;
};

it(`${THINGS} things`, { timeout: 300_000 }, async () => {
  const { store, vault } = await newVault();
  await spent('all at once', () =>
    vault.save(Array.from({ length: THINGS }, (_, n) => putVersion(version(n)))),
  );
  vault.lock();
  const again = await spent('open the vault', () => reopen(store));
  const book = await spent('read what is in it', () => new Book(again, deviceClock));
  expect(again.damage).toEqual([]);
  expect(book.items.value.size).toBe(THINGS);
  const kept = await spent('one more', () => book.saveItem(saying('Naloxone spray')));
  await spent('a change', () => book.saveItem({ ...saying('Naloxone'), id: kept.id }));
  const search = createSearch(book.items.value.values(), ways);
  expect((await spent('the first search', () => search('naloxone'))).items.map(({ id }) => id)).toEqual([
    kept.id,
  ]);
  expect((await spent('a search', () => search(`medicine ${THINGS - 1}`))).total).toBe(1);
  await spent('gone', () => book.remove(kept.id));
  again.lock();
  expect(new Book(await reopen(store), deviceClock).items.value.size).toBe(THINGS);
});

it(`${PHOTOS} photos`, { timeout: 300_000 }, async () => {
  const { store, vault } = await newVault();
  const book = new Book(vault, deviceClock);
  const ids: string[] = [];
  await spent('keep', async () => {
    for (let n = 0; n < PHOTOS; n++) {
      const blob = await book.addBlob(pattern(PHOTO_BYTES, n));
      const file = { blob, type: 'image/jpeg', size: PHOTO_BYTES } as const;
      ids.push(
        (await book.saveItem({ ...saying(''), kind: 'document', values: { what: `Photo ${n}`, file } })).id,
      );
    }
  });
  vault.lock();
  const again = await spent('open', () => reopen(store));
  const opened = new Book(again, deviceClock);
  await spent('show each', async () => {
    for (const [n, id] of ids.entries()) {
      const { file } = opened.items.value.get(id)!.head.values;
      const bytes = await opened.readBlob((file as { blob: string }).blob);
      expect(Buffer.compare(bytes!, pattern(PHOTO_BYTES, n))).toBe(0);
    }
  });
  const pages = (await store.extent(0)) + (await store.extent(1));
  // Five pages a photo, in both lanes, and what holds them together.
  expect(pages).toBeLessThan(2 * (5 * PHOTOS + 20));
  await spent('delete each', async () => {
    for (const id of ids) await opened.remove(id);
  });
  expect(again.blobIds()).toEqual([]);
  // What was freed is used again.
  await opened.addBlob(pattern(PHOTO_BYTES, 1));
  expect((await store.extent(0)) + (await store.extent(1))).toBe(pages);
});
