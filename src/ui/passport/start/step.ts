import { useEffect, useState } from 'preact/hooks';

/** A second screen behind a first one, which the phone's own Back leaves again. The URL stays as it is. */
export const useStep = (): [boolean, (on: boolean) => void] => {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const popped = () => setOn(false);
    addEventListener('popstate', popped);
    return () => removeEventListener('popstate', popped);
  }, []);
  const set = (wanted: boolean) => {
    if (!wanted) return history.back();
    history.pushState(Number(history.state ?? 0) + 1, '');
    setOn(true);
  };
  return [on, set];
};
