import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../../app/card.ts';
import type { CardPick } from '../../../app/codec.ts';
import type { Item } from '../../../domain/item.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { buildCard, cardWays, changedSince } from './build.ts';

export interface CardState {
  /** False until the phone was asked. */
  known: boolean;
  /** The card as it stands on this phone; `null` while it is off. */
  card: Card | null;
  picks: readonly CardPick[];
  /** Items whose line there is not what it would be now; `null` for one that is gone. */
  changed: readonly (Item | null)[];
  write(picks: readonly CardPick[]): Promise<void>;
  turnOff(): Promise<void>;
}

/** The emergency card. The made-up person's never touches the phone's storage. */
export const useCard = (): CardState => {
  const { session, book, madeUp } = useApp();
  const ways = cardWays(useWays());
  const [stored, setStored] = useState<Card | null | undefined>(undefined);
  const items = book.items.value;
  const picks = book.settings.value.card ?? [];

  useEffect(() => {
    if (!madeUp) void session.kept.readCard().then(setStored, () => setStored(null));
  }, [session, madeUp]);

  const pretend = picks.length > 0 ? buildCard(picks, items, ways) : null;
  const card = madeUp ? pretend : (stored ?? null);
  return {
    known: madeUp || stored !== undefined,
    card,
    picks,
    changed: card ? changedSince(card, picks, items, ways).map(({ item }) => item) : [],
    write: async ticked => {
      const next = buildCard(ticked, items, ways);
      if (!madeUp) await session.kept.writeCard(next);
      setStored(next);
      await book.writeSettings({ card: ticked });
    },
    turnOff: async () => {
      if (!madeUp) await session.kept.removeCard();
      setStored(null);
      // Gone from the phone, whatever the record says about its ticks.
      await book.writeSettings({ card: [] }).catch(() => undefined);
    },
  };
};
