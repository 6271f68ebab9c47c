import type { Page as Tab } from '@playwright/test';
import { createLocalCrypto } from '../../../src/crypto/local.ts';
import { utf8 } from '../../../src/lib/bytes.ts';
import type { Page, PageKey, Store } from '../../../src/store/pages.ts';
import { loadTree } from '../../../src/vault/load.ts';
import { type OpenedSlot, readSlots, trySecret } from '../../../src/vault/slots.ts';

const never = (): Promise<never> => Promise.reject(new Error('a copy is only read'));

interface Copy extends Store {
  /** Every page of it, by its key as text. */
  readonly pages: ReadonlyMap<string, Page>;
}

/** What lies on a page's disk, sealed as it is there. */
export const copyOf = async (page: Tab): Promise<Copy> => {
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
    return keys.map((key, i) => [String(key), values[i] as Page] as const);
  });
  const pages = new Map(entries);
  // A copy of each: whoever opens a page may write over it.
  const read = (key: PageKey) => pages.get(String(key))?.slice();
  return {
    pages,
    read: async key => read(key) ?? null,
    readRuns: async (lane, runs) =>
      runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => read([lane, from + i]))),
    extent: async lane => [...pages.keys()].filter(key => key.startsWith(`${lane},`)).length,
    commit: never,
    erase: never,
    close: () => undefined,
  };
};

/** The same, and what is committed goes onto the page's disk. While nothing is open there. */
export const storeOf = async (page: Tab): Promise<Store> => ({
  ...(await copyOf(page)),
  commit: async ({ writes }) => {
    const entries = writes.map(([key, bytes]) => [key, Buffer.from(bytes).toString('latin1')] as const);
    await page.evaluate(async written => {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('holdfast');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const tx = db.transaction('pages', 'readwrite');
      for (const [key, text] of written) {
        const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0));
        tx.objectStore('pages').put(bytes, key as IDBValidKey);
      }
      await new Promise<void>((done, fail) => {
        tx.oncomplete = () => done();
        tx.onerror = () => fail(tx.error);
      });
      db.close();
    }, entries);
  },
});

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
