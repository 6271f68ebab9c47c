import type { Page } from '@playwright/test';

/** What this origin keeps in IndexedDB: a fingerprint of each value, sealed as it lies there. */
export function pagesOnDisk(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const prints: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        for (const value of await settled(db.transaction(store).objectStore(store).getAll())) {
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', value));
          prints.push(`${value.byteLength}:${Array.from(digest.subarray(0, 12)).join('.')}`);
        }
      }
      db.close();
    }
    return prints;
  });
}
