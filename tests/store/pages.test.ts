import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomId } from '../../src/lib/bytes.ts';
import { createStore, PAGE_BYTES, type Page } from '../../src/store/pages.ts';

const page = (fill: number): Page => new Uint8Array(PAGE_BYTES).fill(fill);
const create = () => {
  const name = `store-${randomId()}`;
  return { name, store: createStore(name) };
};

afterEach(() => vi.restoreAllMocks());

describe('reading', () => {
  it('gives pages by name and by run, undefined where one is missing', async () => {
    const { store } = create();
    expect(await store.extent(0)).toBe(0);
    await store.commit({
      writes: [
        ['a', page(1)],
        [[0, 0], page(2)],
        [[0, 2], page(3)],
        [[1, 9], page(4)],
      ],
    });
    expect((await store.read('a'))?.[5]).toBe(1);
    expect(await store.read('b')).toBeNull();
    expect((await store.readRuns(0, [[0, 2]])).map(one => one?.[0])).toEqual([2, undefined, 3]);
    expect(
      (
        await store.readRuns(0, [
          [2, 2],
          [0, 0],
        ])
      ).map(one => one?.[0]),
    ).toEqual([3, 2]);
    expect([await store.extent(0), await store.extent(1)]).toEqual([3, 10]);
  });
});

describe('a commit', () => {
  it('asks for strict durability', async () => {
    const { store } = create();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.commit({ writes: [['a', page(1)]] });
    expect(transaction.mock.calls.at(-1)).toEqual(['pages', 'readwrite', { durability: 'strict' }]);
  });

  it('takes whole pages only', async () => {
    const { store } = create();
    const large = new Uint8Array(PAGE_BYTES * 2);
    for (const wrong of [new Uint8Array(1), large, large.subarray(0, PAGE_BYTES)]) {
      await expect(store.commit({ writes: [['a', wrong]] })).rejects.toMatchObject({ code: 'too-big' });
    }
  });

  it('writes nothing when a page is not as expected', async () => {
    const { store } = create();
    await store.commit({ writes: [['a', page(1)]] });
    const here = { key: 'a', head: page(1).slice(0, 24) };
    const gone = { key: 'b', head: page(1).slice(0, 24) };
    for (const [code, ...expectations] of [
      ['taken-over', { key: 'a', head: page(2).slice(0, 24) }],
      ['taken-over', { key: 'a', head: null }],
      ['taken-over', here, gone],
      // Nothing of what it expects is there any more: the browser cleared it.
      ['erased', gone],
      ['erased', gone, { key: 'c', head: null }],
    ] as const) {
      const change = { writes: [['a', page(9)]] as const, expect: expectations };
      await expect(store.commit(change)).rejects.toMatchObject({ code });
    }
    expect((await store.read('a'))?.[0]).toBe(1);
    await store.commit({ writes: [['a', page(9)]], expect: [{ key: 'a', head: page(1).slice(0, 24) }] });
    expect((await store.read('a'))?.[0]).toBe(9);
  });

  it('writes kept pages back as they are, and fills those that are missing', async () => {
    const { store } = create();
    await store.commit({ writes: [[[1, 0], page(7)]] });
    await store.commit({
      writes: [[[0, 0], page(1)]],
      keep: [0, 1].map(n => ({ key: [1, n] as [number, number], otherwise: () => page(5) })),
    });
    expect((await store.readRuns(1, [[0, 1]])).map(one => one?.[0])).toEqual([7, 5]);
  });
});

/** Makes the n-th put of the next transactions fail like a full disk does: at the request, or at the end. */
const failPut = (nth: number, how: 'request' | 'abort', name: string, times = 1): void => {
  const put = IDBObjectStore.prototype.put;
  let [count, left] = [0, times];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (++count !== nth || left-- <= 0) return put.apply(this, args);
    count = 0;
    if (how === 'request') throw new DOMException('no', name);
    const { transaction } = this;
    const request = put.apply(this, args);
    transaction.abort();
    Object.defineProperty(transaction, 'error', { value: new DOMException('no', name) });
    return request;
  });
};

describe('a full disk', () => {
  const cases = [1, 2, 3].flatMap(nth => [[nth, 'request'] as const, [nth, 'abort'] as const]);
  it.each(cases)('at put %i (%s) says storage-full and leaves everything as it was', async (nth, how) => {
    const { store } = create();
    const write = (fill: number) =>
      store.commit({
        writes: [
          ['a', page(fill)],
          ['b', page(fill)],
          ['c', page(fill)],
        ],
      });
    await write(1);
    failPut(nth, how, 'QuotaExceededError');
    await expect(write(2)).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    for (const key of ['a', 'b', 'c']) expect((await store.read(key))?.[0]).toBe(1);
  });
});

describe('a lost connection', () => {
  it('is opened again, once, and the commit is there', async () => {
    const { store } = create();
    await store.commit({ writes: [['a', page(1)]] });
    failPut(1, 'abort', 'AbortError');
    await store.commit({ writes: [['a', page(2)]], expect: [{ key: 'a', head: page(1).slice(0, 24) }] });
    expect((await store.read('a'))?.[0]).toBe(2);
  });

  it('that stays lost says storage-failed', async () => {
    const { store } = create();
    await store.commit({ writes: [['a', page(1)]] });
    failPut(1, 'request', 'InvalidStateError', 2);
    await expect(store.commit({ writes: [['a', page(2)]] })).rejects.toMatchObject({
      code: 'storage-failed',
    });
    vi.restoreAllMocks();
    expect((await store.read('a'))?.[0]).toBe(1);
  });

  it('after the commit was kept does not take our own pages for a stranger’s', async () => {
    const { store } = create();
    await store.commit({ writes: [['a', page(2)]] });
    // As if this very commit had landed before its connection went.
    await store.commit({ writes: [['a', page(2)]], expect: [{ key: 'a', head: page(1).slice(0, 24) }] });
    expect((await store.read('a'))?.[0]).toBe(2);
  });

  it('does not stand in the way of another tab that erases, and works after it', async () => {
    const { name, store } = create();
    await store.commit({ writes: [['a', page(1)]] });
    await createStore(name).erase();
    expect(await store.read('a')).toBeNull();
  });
});
