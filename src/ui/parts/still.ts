import { useEffect, useRef } from 'preact/hooks';

/** Whether the part that asked is still on the screen: what takes time must not go on for one that was left. */
export const useStill = (): (() => boolean) => {
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  return () => here.current;
};
