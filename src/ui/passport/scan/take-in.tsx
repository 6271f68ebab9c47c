import { useMemo, useRef, useState } from 'preact/hooks';
import { type TakenIn, takeInText } from '../../../app/scanning.ts';
import { messageType } from '../../../share/message.ts';
import type { Progress } from '../../../share/moving/receiver.ts';
import { type Came, createIncoming } from '../../parts/incoming.ts';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { answerSlip } from '../log/answer-slip.ts';

/** Why there is nothing to look at. */
type NotTaken =
  | Exclude<TakenIn['what'], 'waits'>
  | 'bad-file'
  | 'key'
  | 'sealed'
  | 'foreign'
  | 'newer'
  | 'known'
  | 'nothing';

/** How far it is: something is missing yet, words are asked for, or what came is said. */
export type Taken =
  | { at: 'start' }
  | { at: 'some'; progress: Progress }
  | { at: 'words'; message: Uint8Array }
  | { at: 'not'; why: NotTaken }
  | { at: 'slip'; why: Key };

/**
 * The one classifier: our own codes first, still or moving, then everybody else's. What it takes in waits, and it goes
 * on to look at that. One at a time: a camera says the same many times a second, and a button may be pressed twice.
 */
export const useTakeIn = () => {
  const { book, router, session } = useApp();
  const sharing = useSharing();
  const [taken, setTaken] = useState<Taken>({ at: 'start' });
  const incoming = useMemo(createIncoming, []);
  const busy = useRef(false);
  const not = (why: NotTaken) => setTaken({ at: 'not', why });
  const review = (proposal?: string) => router.replace({ name: 'review', ...(proposal ? { proposal } : {}) });

  const takeAnswer = async (message: Uint8Array) => {
    try {
      const { became, proposal } = await sharing.takeIn(message);
      if (became === 'waits') review(proposal);
      else setTaken({ at: 'slip', why: `came.${became}` });
    } catch (error) {
      setTaken({ at: 'slip', why: answerSlip(error) });
    }
  };
  const takeMessage = async (message: Uint8Array) => {
    const type = messageType(message);
    incoming.reset();
    if (type === 'answer') await takeAnswer(message);
    else if (type === 'words') setTaken({ at: 'words', message });
    else not(type);
  };
  const takeText = async (text: string) => {
    const now = await takeInText(book, text, session.clock);
    if (now.what === 'waits') review(now.proposal);
    else not(now.what);
  };
  const takeWhatCame = async (came: Came) => {
    if (came.at === 'message') await takeMessage(came.message);
    else if (came.at === 'text') await takeText(came.text);
    else if (came.at === 'some') setTaken(came);
    else if (came.at === 'foreign') not('foreign');
    else not(came.code === 'too-new' ? 'newer' : came.code === 'too-big' ? 'too-long' : 'own');
  };
  const take = async (text: string) => {
    const came = busy.current ? null : incoming.take(text);
    if (!came) return;
    busy.current = true;
    try {
      await takeWhatCame(came);
    } catch (error) {
      setTaken({ at: 'slip', why: failed(error) });
    }
    busy.current = false;
  };
  /** The same once more, as somebody presses a button for it. */
  const takeAgain = async (text: string) => {
    incoming.reset();
    await take(text);
  };
  return { take, takeAgain, taken, refuse: not, review };
};

/** What became of it so far, and what to do. */
export const Said = ({ taken }: { taken: Taken }) => (
  <div role="status" class="gap-above-s">
    {taken.at === 'some' && (
      <>
        <progress
          class="left-bar"
          value={taken.progress.have}
          max={taken.progress.need}
          aria-label={t('scan.bar')}
        />
        <p class="meta">{t('scan.some', { have: taken.progress.have, need: taken.progress.need })}</p>
      </>
    )}
    {taken.at === 'not' && (
      <Note look={taken.why === 'kept' ? undefined : 'ask'} title={t(`scan.found.${taken.why}`)}>
        <p>{t(`scan.found.${taken.why}.text`)}</p>
      </Note>
    )}
    {taken.at === 'slip' && (
      <Note look="ask">
        <p>{t(taken.why)}</p>
      </Note>
    )}
  </div>
);
