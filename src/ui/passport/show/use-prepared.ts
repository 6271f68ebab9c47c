import { useEffect, useState } from 'preact/hooks';
import type { Prepared, ShareDraft } from '../../../app/sharing.ts';
import { AppError } from '../../../lib/error.ts';
import { useSharing } from '../context.ts';

export type Preparing = Prepared | 'making' | 'too-much' | 'failed';

/** Seals the draft under fresh words and opens it again from the sealed bytes. */
export const usePrepared = (draft: ShareDraft): { now: Preparing; again: () => void } => {
  const sharing = useSharing();
  const [now, setNow] = useState<Preparing>('making');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    const set = (next: Preparing) => here && setNow(next);
    set('making');
    sharing.prepare(draft).then(set, (error: unknown) => {
      set(error instanceof AppError && error.code === 'too-big' ? 'too-much' : 'failed');
    });
    return () => {
      here = false;
    };
  }, [sharing, draft, turn]);
  return { now, again: () => setTurn(turn + 1) };
};
