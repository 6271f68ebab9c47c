import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { giveWords } from '../words/load.ts';
import { focusHeading } from './heading.ts';
import type { RouteOf, ScreenOf, Some } from './routes.ts';

/** Screens in a file of their own, and their part of the catalogue. */
interface Part {
  words: readonly Record<string, unknown>[];
  screens: Some;
}

/** For screens that few visits need: they and what they bring are fetched when the first of them comes up. */
export const later = <P extends Part>(load: () => Promise<P>) => {
  let known: P | null = null;
  const fetched = async (): Promise<P> => {
    const part = await load();
    if (!known) giveWords(...part.words);
    known = part;
    return part;
  };
  return <N extends keyof P['screens'] & keyof Some>(name: N): ScreenOf<N> =>
    ({ route }) => {
      const [part, setPart] = useState(known);
      useEffect(() => {
        let here = true;
        if (!part) void fetched().then(come => here && setPart(() => come));
        return () => {
          here = false;
        };
      }, []);
      useLayoutEffect(() => {
        if (part) focusHeading();
      }, [part]);
      const Screen = part?.screens[name] as ScreenOf<N> | undefined;
      return Screen ? <Screen route={route as RouteOf<N>} /> : null;
    };
};
