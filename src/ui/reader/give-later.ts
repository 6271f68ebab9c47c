import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { giveWords } from '../words/load.ts';
import type { GiveProps } from './give/give.tsx';

/** Giving back: how it is sealed, and for which share. */
export type ReplyTo = Pick<GiveProps, 'id' | 'seal'>;

/** The way into giving back. */
export interface GiveLater {
  /** The part itself, once it was asked for and is there. */
  Give: ComponentType<GiveProps> | null;
  open: () => void;
  close: () => void;
  /** It was asked for and did not come. */
  late: boolean;
}

let loading: Promise<ComponentType<GiveProps>> | null = null;
const load = (): Promise<ComponentType<GiveProps>> => {
  loading ??= import('./give/give.tsx').then(part => {
    giveWords(...part.words);
    return part.Give;
  });
  loading.catch(() => {
    // A file that did not come: the next try fetches it anew.
    loading = null;
  });
  return loading;
};

/** The part that gives back comes in a file of its own: fetched once the page shows, so that it is there when pressed. */
export const useGiveLater = (wanted: boolean): GiveLater => {
  const [Give, setGive] = useState<GiveLater['Give']>(null);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (wanted) void load().catch(() => undefined);
  }, [wanted]);
  const open = async () => {
    setLate(false);
    try {
      const part = await load();
      setGive(() => part);
    } catch {
      setLate(true);
    }
  };
  return { Give, open: () => void open(), close: () => setGive(null), late };
};
