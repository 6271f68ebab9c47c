import type { Store } from '../store/pages.ts';
import { eraseInstall } from '../vault/erase.ts';

/**
 * Erases all that is kept here, and then the app itself as far as it is kept: its files in the caches, and the service
 * worker that serves them. The page that shows goes on from memory and the network.
 */
export const eraseAll = async (store: Store): Promise<void> => {
  await eraseInstall(store);
  // What is left is files that anyone can load, so that a failure here must not look like one above.
  await eraseFiles().catch(() => undefined);
};

const eraseFiles = async (): Promise<void> => {
  for (const name of 'caches' in globalThis ? await caches.keys() : []) {
    const cache = await caches.open(name);
    // One by one: while the worker has the cache in hand, a browser keeps the files of one that is deleted as a whole.
    for (const request of await cache.keys()) await cache.delete(request);
    await caches.delete(name);
  }
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
};
