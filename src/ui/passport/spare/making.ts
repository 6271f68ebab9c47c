import { useRef, useState } from 'preact/hooks';
import { lacksParts, makeSpare, spareMade } from '../../../app/backing-up.ts';
import { useStill } from '../../parts/still.ts';
import type { Key } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { download, handOut } from '../hand-out.ts';

/** To a place on this device, or to whatever the share sheet offers. */
export type Way = 'save' | 'give';

export type Making =
  | { at: 'idle' }
  | { at: 'making' /** 0 to 1 */; done: number }
  /** It is made and has not gone out. `closed`: the person closed the share sheet. */
  | { at: 'ready'; file: File; closed: boolean }
  | {
      at: 'out';
      how: 'shared' | 'saved';
      name: string /** Not all could be read into it. */;
      lacks: boolean;
    };

/** Making a spare copy and handing it out. What came of it is written down only after it went. */
export interface Make {
  now: Making;
  slip: Key | null;
  start(way: Way, passphrase?: string): Promise<void>;
  send(way: Way): Promise<void>;
}

/** A share sheet opens only for a press that the browser still remembers; older browsers don't say. */
const pressHolds = (): boolean => navigator.userActivation?.isActive ?? true;

export const useMake = (): Make => {
  const { session, book } = useApp();
  const { away, opened } = session;
  const [now, setNow] = useState<Making>({ at: 'idle' });
  const [slip, setSlip] = useState<Key | null>(null);
  const still = useStill();
  const busy = useRef(false);

  const once = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setSlip(null);
    try {
      await work();
    } finally {
      busy.current = false;
    }
  };
  const goOut = async (file: File, way: Way) => {
    const how = way === 'save' ? saved(file) : await handOut(file, away);
    // Locked under way.
    if (session.away !== away) return;
    if (how === 'not') return setNow({ at: 'ready', file, closed: true });
    setNow({ at: 'out', how, name: file.name, lacks: lacksParts(file) });
    await spareMade(book).catch((error: unknown) => setSlip(failed(error)));
  };
  const make = async (way: Way, passphrase?: string) => {
    if (!opened) return;
    setNow({ at: 'making', done: 0 });
    try {
      const own = passphrase === undefined ? {} : { passphrase };
      const file = await makeSpare(opened, book, own, done => still() && setNow({ at: 'making', done }));
      // Gone elsewhere meanwhile: nothing goes out behind the person's back.
      if (!still()) return;
      if (way === 'save' || pressHolds()) await goOut(file, way);
      else setNow({ at: 'ready', file, closed: false });
    } catch (error) {
      setNow({ at: 'idle' });
      setSlip(failed(error));
    }
  };
  return {
    now,
    slip,
    start: (way, passphrase) => once(() => make(way, passphrase)),
    send: way =>
      once(async () => {
        if (now.at === 'ready') await goOut(now.file, way);
      }),
  };
};

const saved = (file: File): 'saved' => {
  download(file);
  return 'saved';
};
