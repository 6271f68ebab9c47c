import type { Store } from '../store/pages.ts';
import { eraseInstall } from '../vault/erase.ts';

/**
 * Erases all that is kept here, and then the app itself as far as it is kept: its files in the caches, and the service
 * worker that serves them. The page that shows goes on from memory and the network.
 */
export const eraseAll = async (store: Store): Promise<void> => {
  await eraseInstall(store);
  // What is left is the same files that anyone can load, so that a failure here must not look like one above.
  await eraseFiles().catch(() => undefined);
};

const eraseFiles = async (): Promise<void> => {
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  const { serviceWorker } = navigator;
  for (const one of (await serviceWorker?.getRegistrations()) ?? []) await one.unregister();
};
