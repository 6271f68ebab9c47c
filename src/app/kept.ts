import type { Clock } from '../lib/clock.ts';
import { createStore, type Store } from '../store/pages.ts';
import { hasCard, hasInstall } from '../vault/install.ts';
import type { Card } from './card.ts';
import { createTries, type Tries } from './tries.ts';

/** What is on this device, as far as it can be seen without a PIN. Small: the lock screen waits for it. */
export interface Kept {
  readonly store: Store;
  readonly tries: Tries;
  /** Whether a record was started here, and whether the emergency card is on. */
  look(): Promise<{ install: boolean; card: boolean }>;
  readCard(): Promise<Card | null>;
  writeCard(card: Card): Promise<void>;
  removeCard(): Promise<void>;
}

// What reads and writes the card is not needed until somebody asks for it.
const cardPart = () => import('../vault/card.ts');

export const createKept = (clock: Clock): Kept => {
  const store = createStore();
  return {
    store,
    tries: createTries(store, clock),
    look: async () => ({ install: await hasInstall(store), card: await hasCard(store) }),
    readCard: async () => {
      const text = await (await cardPart()).readCard(store);
      return text === null ? null : (JSON.parse(text) as Card);
    },
    writeCard: async card => (await cardPart()).writeCard(store, JSON.stringify(card)),
    removeCard: async () => (await cardPart()).removeCard(store),
  };
};
