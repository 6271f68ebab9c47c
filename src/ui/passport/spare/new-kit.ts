import { kitId } from '../../../backup/kit.ts';
import { newEntropy, toWords } from '../../../backup/words.ts';

/** A kit that opens nothing yet. Nobody keeps it: it goes with the screen that shows it. */
export interface NewKit {
  readonly entropy: ReturnType<typeof newEntropy>;
  /** Twelve, in their order. */
  readonly words: readonly string[];
  /** Names it on its words and its cards. */
  readonly id: string;
}

export const newKit = async (): Promise<NewKit> => {
  const entropy = newEntropy();
  return { entropy, words: toWords(entropy), id: await kitId(entropy) };
};
