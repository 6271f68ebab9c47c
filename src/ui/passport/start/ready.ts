import { useEffect } from 'preact/hooks';

/** Says to whoever measures that the first screen can be used. */
export const useReady = (): void => {
  useEffect(() => {
    document.documentElement.dataset.ready = '1';
  }, []);
};
