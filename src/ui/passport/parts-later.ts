import { giveWords } from '../words/load.ts';

/** A file that comes later brings its part of the catalogue. */
interface Part {
  words: readonly Record<string, unknown>[];
}

const once = <T extends Part>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().then(
      part => {
        giveWords(...part.words);
        return part;
      },
      (error: unknown) => {
        // Not there yet, on a slow network: the next try asks anew.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
};

/** The record's own screens, fetched while the PIN is being typed. */
export const loadOpen = once(() => import('./open.tsx'));

/** Watches for a newer version, once the first screen is up. */
export const loadUpdates = once(async () => {
  await new Promise(requestAnimationFrame);
  return import('./update-bar.tsx');
});

/** Making a lock. */
export const loadMake = once(() => import('./start/make.tsx'));

/** First screens that few people ever see. */
export const loadRare = once(() => import('./start/rare.tsx'));

/** Bringing a record back, and the ways past a lost PIN. */
export const loadBack = once(() => import('./back/parts.ts'));

/** The emergency card, from the locked screen. */
export const loadCard = once(() => import('./start/locked-card.tsx'));
