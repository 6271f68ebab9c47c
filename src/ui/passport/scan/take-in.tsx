import { useMemo, useRef, useState } from 'preact/hooks';
import type { Received } from '../../../app/receiving.ts';
import { type TakenIn, takeInText } from '../../../app/scanning.ts';
import { AppError, type ErrorCode } from '../../../lib/error.ts';
import { type MessageType, messageType } from '../../../share/message.ts';
import type { Progress } from '../../../share/moving/receiver.ts';
import { createIncoming } from '../../parts/incoming.ts';
import { Note } from '../../parts/note.tsx';
import { SoFar } from '../../parts/so-far.tsx';
import { useStill } from '../../parts/still.ts';
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
  | 'spare'
  | 'foreign'
  | 'newer'
  | Exclude<Received, 'waits'>;

/** How far it is: something is missing yet, words are asked for, or what came is said. */
export type Taken =
  | { at: 'start' }
  | { at: 'some'; progress: Progress }
  | { at: 'words'; message: Uint8Array }
  | { at: 'not'; why: NotTaken }
  | { at: 'slip'; why: Key };

/** What is the matter with a code of ours; any other is broken. */
const reasons: Partial<Record<ErrorCode, NotTaken>> = { 'too-new': 'newer', 'too-big': 'too-long' };

const reasonOf = (code: ErrorCode): NotTaken => reasons[code] ?? 'own';

/** What a message is for, or why it is for nothing: a moving code checks its pictures, and not what they carry. */
const typeOf = (message: Uint8Array): { type: MessageType } | { why: NotTaken } => {
  try {
    return { type: messageType(message) };
  } catch (error) {
    return { why: reasonOf(error instanceof AppError ? error.code : 'garbled') };
  }
};

type Say = (taken: Taken) => void;

/** Takes in one message of ours: gives the proposal that waits now, or null where it has said why there is none. */
const useTakeMessage = (say: Say) => {
  const sharing = useSharing();
  const { router, madeUp } = useApp();
  const takeAnswer = async (message: Uint8Array): Promise<string | null> => {
    try {
      const { became, proposal } = await sharing.takeIn(message);
      if (became === 'waits') return proposal;
      say({ at: 'slip', why: `came.${became}` });
    } catch (error) {
      say({ at: 'slip', why: answerSlip(error) });
    }
    return null;
  };
  return (message: Uint8Array<ArrayBuffer>): Promise<string | null> | null => {
    const found = typeOf(message);
    if ('why' in found) {
      say({ at: 'not', why: found.why });
      return null;
    }
    const { type } = found;
    if (type === 'answer') return takeAnswer(message);
    if (type === 'spare' && !madeUp) {
      router.replace({ name: 'spare/back', copy: new Blob([message]) });
      return null;
    }
    say(type === 'words' ? { at: 'words', message } : { at: 'not', why: type });
    return null;
  };
};

/** The one classifier: our own codes first, still or moving, then everybody else's. Gives what `useTakeMessage` does. */
const useTakeOne = (say: Say) => {
  const { book, session } = useApp();
  const takeMessage = useTakeMessage(say);
  const incoming = useMemo(createIncoming, []);
  const takeText = async (text: string): Promise<string | null> => {
    const now = await takeInText(book, text, session.clock);
    if (now.what === 'waits') return now.proposal;
    say({ at: 'not', why: now.what });
    return null;
  };
  const takeOne = async (text: string): Promise<string | null> => {
    const came = incoming.take(text);
    if (came?.at === 'message') return takeMessage(came.message);
    if (came?.at === 'text') return takeText(came.text);
    if (came?.at === 'some') say(came);
    else if (came?.at === 'foreign') say({ at: 'not', why: 'foreign' });
    else if (came) say({ at: 'not', why: reasonOf(came.code) });
    return null;
  };
  return { takeOne, again: incoming.again };
};

/**
 * Takes in what is read, and goes on to look at what waits of it. One picture at a time: a camera says the same many
 * times a second, and a button may be pressed twice.
 */
export const useTakeIn = () => {
  const { router } = useApp();
  const [taken, setTaken] = useState<Taken>({ at: 'start' });
  // The same reason again draws nothing.
  const say: Say = next =>
    setTaken(now => (now.at === 'not' && next.at === 'not' && now.why === next.why ? now : next));
  const { takeOne, again } = useTakeOne(say);
  const busy = useRef(false);
  const still = useStill();
  const review = (proposal: string) => router.replace({ name: 'review', proposal });
  const take = async (texts: readonly string[]) => {
    if (busy.current) return;
    busy.current = true;
    try {
      const waiting: (string | null)[] = [];
      for (const text of texts) waiting.push(await takeOne(text));
      const proposal = waiting.find(one => one !== null);
      if (proposal && still()) review(proposal);
    } catch (error) {
      say({ at: 'slip', why: failed(error) });
    }
    busy.current = false;
  };
  const refuse = (why: NotTaken) => say({ at: 'not', why });
  /** The same once more, as somebody presses a button for it. */
  const takeAgain = async (text: string) => {
    if (text.trim() === '') return refuse('empty');
    again();
    await take([text]);
  };
  return { take, takeAgain, taken, refuse, review };
};

/** What became of it so far, and what to do. */
export const Said = ({ taken }: { taken: Taken }) => (
  <div role="status" class="gap-above-s">
    {taken.at === 'some' && <SoFar {...taken.progress} />}
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
