import type { Store } from '../store/pages.ts';

/** Whether something was ever kept here. Apart from the rest, because the lock screen waits for it alone. */
export const hasInstall = async (store: Store): Promise<boolean> => {
  const copies = await Promise.all([store.read('slots'), store.read('slots2')]);
  return copies.some(copy => copy !== null);
};

/** Whether the emergency card is on, readable or not: a bad card must shut nobody out of the record. */
export const hasCard = async (store: Store): Promise<boolean> => (await store.read('card')) !== null;
