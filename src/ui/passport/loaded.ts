import { type ComponentType, h } from 'preact';
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

type PropsOf<C> = C extends ComponentType<infer P> ? P : never;

/** One component of such a part; nothing shows until it is there. */
export const fromPart =
  <T, N extends keyof T>(load: () => Promise<T>, name: N) =>
  (props: PropsOf<T[N]>) => {
    const part = useLoaded(load);
    return part && h(part[name] as ComponentType<PropsOf<T[N]>>, props as never);
  };
