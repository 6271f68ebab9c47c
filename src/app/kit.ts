import { type Card, joinCards, readCard, splitKit } from '../backup/cards.ts';
import { kitId } from '../backup/kit.ts';
import { matches, newEntropy, readWords, toWords } from '../backup/words.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A recovery kit that opens nothing yet. Nobody keeps it: it goes with the screen that shows it. */
export interface NewKit {
  readonly entropy: Bytes;
  /** Twelve, in their order. */
  readonly words: readonly string[];
  /** Names it on its words and its cards. */
  readonly id: string;
}

/** Twelve fresh words. */
export const newKit = async (): Promise<NewKit> => {
  const entropy = newEntropy();
  return { entropy, words: toWords(entropy), id: await kitId(entropy) };
};

/** Three cards of a kit, any two of which bring it back. Cards that are made again go together with each other only. */
export const cardsOf = (entropy: Bytes): Promise<readonly [Card, Card, Card]> => splitKit(entropy);

/** Are these the words of that kit? */
export const isOfKit = async (entropy: Bytes, id: string): Promise<boolean> => (await kitId(entropy)) === id;

/** What typed words can be, and what twelve of them are. */
export const recoveryWords = { matches, readWords };

/** What reads a card, and puts two together. */
export const recoveryCards = { readCard, joinCards };

export type { Card };
