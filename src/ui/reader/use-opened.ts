import { useEffect, useState } from 'preact/hooks';

// A timer can't wait longer than 2^31 − 1 ms.
const longest = 2 ** 31 - 1;

/** When the page is being looked at: when it was opened, and anew once its time is over. */
export const useOpened = (expires: number): Date => {
  const [opened, setOpened] = useState(() => new Date());
  useEffect(() => {
    const ends = expires * 60_000;
    if (opened.getTime() >= ends) return;
    const look = () => {
      if (Date.now() >= ends) setOpened(new Date());
    };
    const timer = setTimeout(look, Math.min(ends - Date.now(), longest));
    // A device that slept has slept through its timers.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [expires, opened]);
  return opened;
};
