import { type Claim, claim, RIGHT, within } from './tabs.ts';

/** Held beside the right until the last word is on disk: a tab that lost the right still keeps what was typed. */
const HAND = 'holdfast-hand';

/** How long to wait for a tab that lost the right, ms: longer than a lock takes. A sleeping tab never answers. */
const HAND_MS = 3000;

/**
 * Asks to be the one tab that writes. null when another tab is. Waits for a tab that has just lost the right to
 * keep its drafts; the store's compare-and-swap guards against one that wakes up later.
 */
export const claimWriter = async (): Promise<Claim | null> => {
  const right = await claim(RIGHT, { ifAvailable: true });
  if (!right) return null;
  const hand = (await claim(HAND, within(HAND_MS))) ?? (await claim(HAND, { steal: true }));
  return {
    lost: right.lost,
    release: () => {
      hand?.release();
      right.release();
    },
  };
};

/** Takes the right from the tab that has it, which then locks. */
export const takeRight = async (): Promise<void> => {
  (await claim(RIGHT, { steal: true }))?.release();
};
