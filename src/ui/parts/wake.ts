import { useEffect } from 'preact/hooks';

/** Keeps the screen awake while a code shows. The browser lets go when the app is put away; then it is asked again. */
export const useAwake = (on: boolean): void => {
  useEffect(() => {
    if (!on || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const ask = async () => {
      if (!here || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      // Refused with a low battery, say: then the person's own screen time holds.
      const given = await navigator.wakeLock.request('screen').catch(() => null);
      if (here) lock = given;
      else void given?.release();
    };
    const onSight = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', onSight);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', onSight);
      void lock?.release().catch(() => undefined);
    };
  }, [on]);
};
