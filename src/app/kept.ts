import { fromUtf8, utf8 } from '../lib/bytes.ts';
import type { Clock } from '../lib/clock.ts';
import { createStore, type Store } from '../store/pages.ts';
import { readCard, removeCard, writeCard } from '../vault/card.ts';
import { createGate, type Gate } from '../vault/gate.ts';
import { hasInstall } from '../vault/install.ts';
import type { Card } from './card.ts';

/** What is on this device, as far as it can be seen without a PIN. Small: the lock screen waits for it. */
export interface Kept {
  readonly store: Store;
  readonly gate: Gate;
  /** Whether a record was started here, and whether the emergency card is on. */
  look(): Promise<{ install: boolean; card: boolean }>;
  readCard(): Promise<Card | null>;
  writeCard(card: Card): Promise<void>;
  removeCard(): Promise<void>;
}

export const createKept = (clock: Clock): Kept => {
  const store = createStore();
  return {
    store,
    gate: createGate(store, clock),
    look: async () => ({ install: await hasInstall(store), card: (await readCard(store)) !== null }),
    readCard: async () => {
      const bytes = await readCard(store);
      return bytes ? (JSON.parse(fromUtf8(bytes)) as Card) : null;
    },
    writeCard: card => writeCard(store, utf8(JSON.stringify(card))),
    removeCard: () => removeCard(store),
  };
};
