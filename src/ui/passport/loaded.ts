import { useEffect, useState } from 'preact/hooks';

/** A part that comes in its own file: `null` until it is there. */
export const useLoaded = <T>(load: () => Promise<T>): T | null => {
  const [part, setPart] = useState<T | null>(null);
  useEffect(() => {
    let here = true;
    void load().then(loaded => here && setPart(() => loaded));
    return () => {
      here = false;
    };
  }, []);
  return part;
};
