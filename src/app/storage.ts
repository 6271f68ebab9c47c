import type { Book } from './book.ts';

export interface StorageState {
  /** Whether the browser promised to keep what is stored; null where it can't say. */
  kept: boolean | null;
  usedBytes: number;
  /** What may still be stored, bytes; null where the browser does not say. */
  roomBytes: number | null;
}

/**
 * Asks the browser not to clear Holdfast's storage by itself, once there is something to lose, and keeps its
 * answer. Chromium and Safari decide by themselves; Firefox asks the person.
 */
export const askToKeep = async (book: Book): Promise<boolean> => {
  const kept = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  if (book.settings.peek().persisted !== kept) await book.writeSettings({ persisted: kept });
  return kept;
};

export const storageState = async (): Promise<StorageState> => {
  const kept = (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  const usedBytes = estimate?.usage ?? 0;
  return { kept, usedBytes, roomBytes: estimate?.quota === undefined ? null : estimate.quota - usedBytes };
};
