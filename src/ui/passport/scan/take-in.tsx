import { useRef, useState } from 'preact/hooks';
import { type TakenIn, takeInText } from '../../../app/scanning.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';

/** Why there is nothing to look at. */
export type NotTaken = Exclude<TakenIn['what'], 'waits'> | 'bad-file';

/**
 * Takes in a text, and goes on to look at what waits then; else `taken` says why there is nothing. One at a time: a
 * camera says the same many times a second, and a button may be pressed twice.
 */
export const useTakeIn = () => {
  const { book, router, session, say } = useApp();
  const [taken, setTaken] = useState<NotTaken | null>(null);
  const busy = useRef(false);
  const take = async (text: string): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      const now = await takeInText(book, text, session.clock);
      if (now.what === 'waits') router.replace({ name: 'review', proposal: now.proposal });
      else setTaken(now.what);
    } catch (error) {
      say({ text: t(failed(error)) });
    }
    busy.current = false;
  };
  return { take, taken, refuse: setTaken };
};

/** What became of a text that nothing waits of, and what to do. */
export const Taken = ({ what }: { what: NotTaken | null }) => (
  <div role="status" class="gap-above-s">
    {what && (
      <Note look={what === 'kept' ? undefined : 'ask'} title={t(`scan.found.${what}`)}>
        <p>{t(`scan.found.${what}.text`)}</p>
      </Note>
    )}
  </div>
);
