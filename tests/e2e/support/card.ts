import type { Page } from '@playwright/test';
import type { Store } from '../../../src/store/pages.ts';
import { readCard } from '../../../src/vault/card.ts';

/** What anyone could read off the disk as the emergency card; null while it is off. */
export async function cardOnDisk(page: Page): Promise<string | null> {
  const bytes = await page.evaluate(
    () =>
      new Promise<number[] | null>((resolve, reject) => {
        const opening = indexedDB.open('holdfast');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('pages').objectStore('pages').get('card');
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result ? [...(asking.result as Uint8Array)] : null);
          };
        };
      }),
  );
  return readCard({ read: async () => bytes && new Uint8Array(bytes) } as unknown as Store);
}
