import type { Page } from '@playwright/test';
import { createLocalCrypto } from '../../../src/crypto/local.ts';
import { utf8 } from '../../../src/lib/bytes.ts';
import type { PageKey, Store } from '../../../src/store/pages.ts';
import { loadTree } from '../../../src/vault/load.ts';
import { type OpenedSlot, readSlots, trySecret } from '../../../src/vault/slots.ts';

const never = (): Promise<never> => Promise.reject(new Error('a copy is only read'));

/** What lies on a page's disk, sealed as it is there. */
export const copyOf = async (page: Page): Promise<Store> => {
  const entries = await page.evaluate(async () => {
    const settled = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
    const db = await settled(indexedDB.open('holdfast'));
    const pages = db.transaction('pages').objectStore('pages');
    const [keys, values] = await Promise.all([settled(pages.getAllKeys()), settled(pages.getAll())]);
    db.close();
    return keys.map((key, i) => [String(key), values[i] as Uint8Array<ArrayBuffer>] as const);
  });
  const pages = new Map(entries);
  // A copy of each: whoever opens a page may write over it.
  const read = (key: PageKey) => pages.get(String(key))?.slice();
  return {
    read: async key => read(key) ?? null,
    readRuns: async (lane, runs) =>
      runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => read([lane, from + i]))),
    extent: async lane => [...pages.keys()].filter(key => key.startsWith(`${lane},`)).length,
    commit: never,
    erase: never,
    close: () => undefined,
  };
};

/** What a PIN opens in a copy: the vault key, and where it belongs. */
export const slotOf = async (store: Store, pin: string): Promise<OpenedSlot> => {
  const table = await readSlots(store);
  const slot = table && (await trySecret(createLocalCrypto(), table, utf8(pin))).found;
  if (!slot) throw new Error('the PIN opens nothing');
  return slot;
};

/** The records in a copy. */
export const recordsOf = async (store: Store, slot: OpenedSlot): Promise<ReadonlyMap<string, Uint8Array>> =>
  (await loadTree({ store, crypto: createLocalCrypto() }, slot)).tree.records;
