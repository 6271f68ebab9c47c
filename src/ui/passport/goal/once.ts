import { useRef } from 'preact/hooks';

/** The next step comes up under the thumb that pressed for the last one: a second tap right away is none. */
const DOUBLE_TAP_MS = 400;

/** By itself, so that what was done, and the open record with it, does not live on in a timer after a lock. */
const freeSoon = (busy: { current: boolean }): void => {
  setTimeout(() => {
    busy.current = false;
  }, DOUBLE_TAP_MS);
};

/** Makes of work a press that does nothing while it, or another press made so, is still at it. */
export const useOnce = (): ((work: () => Promise<void>) => () => void) => {
  const busy = useRef(false);
  return work => () => {
    if (busy.current) return;
    busy.current = true;
    void work().finally(() => freeSoon(busy));
  };
};
