import { useEffect, useRef, useState } from 'preact/hooks';
import { type CopyReader, type Counts, openSpare, type Peek, peekSpare } from '../../../app/restoring.ts';
import type { Secret } from '../../../app/secret.ts';
import { AppError, type ErrorCode } from '../../../lib/error.ts';
import { MOVE_WORDS, parseWords } from '../../../share/words.ts';
import { useStill } from '../../parts/still.ts';
import type { Key } from '../../words/words.ts';

/** What a copy is opened with: recovery words, two cards, words of its own, or the six of a move. */
export type By = 'words' | 'cards' | 'own' | 'six';

/** A copy that opens, all of which was checked. */
export interface Ready {
  copy: CopyReader;
  counts: Counts;
}

/** Closes it, and clears the words or cards that opened it out of memory. */
export const letGoOf = (copy: CopyReader): void => {
  copy.close();
  copy.entropy?.fill(0);
};

interface Found {
  copy: Blob;
  peek: Peek;
}

/** Where the person is with a copy. */
export type CopyStep =
  | { at: 'pick'; slip: Key | null }
  | ({ at: 'how' } & Found)
  | ({ at: 'type'; by: By; slip: Key | null; wrong: number; busy: boolean } & Found)
  | { at: 'checking'; done: number };

const reasons: Partial<Record<ErrorCode, Key>> = {
  'not-ours': 'back.bad.not-ours',
  'too-new': 'back.bad.too-new',
  'cut-short': 'back.bad.cut-short',
  garbled: 'back.bad.garbled',
  'bad-file': 'back.bad.file',
};

/** What is the matter with a copy. Nothing was changed, whatever it is. */
export const badCopy = (error: unknown): Key =>
  (error instanceof AppError && reasons[error.code]) || 'back.bad.other';

/** The ways that open this copy, the likeliest first. One on the move shows its six words beside it. */
export const waysFor = ({ openers }: Peek, moving: boolean): By[] => {
  const has = (use: Peek['openers'][number]['use']) => openers.some(opener => opener.use === use);
  const kit: By[] = has('recovery') ? ['words', 'cards'] : [];
  if (!has('passphrase')) return kit;
  return moving ? ['six', ...kit] : [...kit, 'own'];
};

/** What words of its own may be: as they are typed, or the six of a move, of which three letters each are enough. */
const secretsOf = (text: string): Secret[] => {
  const six = parseWords(text, MOVE_WORDS);
  const typed: Secret = { type: 'words', text };
  return 'words' in six ? [typed, { type: 'words', text: six.words.join(' ') }] : [typed];
};

/** What opened nothing is of no more use. */
const forget = (secrets: readonly Secret[]): void => {
  for (const secret of secrets) if (secret.type === 'recovery') secret.entropy.fill(0);
};

/** Opens a copy step by step. `copy`: it is here already, from the old phone's screen. Nothing is written. */
export const useCopy = (copy: Blob | undefined, onReady: (ready: Ready) => void) => {
  const [step, setStep] = useState<CopyStep>({ at: 'pick', slip: null });
  const still = useStill();
  const busy = useRef(false);
  const moving = copy !== undefined;

  const take = async (file: Blob) => {
    try {
      const found = { copy: file, peek: await peekSpare(file) };
      const [way, ...more] = waysFor(found.peek, moving);
      const clear = way === 'six' || (way !== undefined && more.length === 0);
      if (still()) setStep(clear ? typing(found, way) : { at: 'how', ...found });
    } catch (error) {
      if (still()) setStep({ at: 'pick', slip: badCopy(error) });
    }
  };
  useEffect(() => {
    if (copy) void take(copy);
  }, []);

  const check = async (reader: CopyReader) => {
    setStep({ at: 'checking', done: 0 });
    try {
      const counts = await reader.check(done => still() && setStep({ at: 'checking', done }));
      if (still()) return onReady({ copy: reader, counts });
    } catch (error) {
      letGoOf(reader);
      throw error;
    }
    letGoOf(reader);
  };
  const tryThese = async (now: Extract<CopyStep, { at: 'type' }>, secrets: readonly Secret[]) => {
    if (busy.current) return;
    busy.current = true;
    setStep({ ...now, slip: null, busy: true });
    try {
      let reader: CopyReader | null = null;
      for (const secret of secrets) reader ??= await openSpare(now.copy, secret);
      if (!reader) forget(secrets);
      if (reader) await check(reader);
      else if (still()) setStep({ ...now, slip: `back.wrong.${now.by}`, wrong: now.wrong + 1, busy: false });
    } catch (error) {
      forget(secrets);
      if (still()) setStep({ at: 'pick', slip: badCopy(error) });
    } finally {
      busy.current = false;
    }
  };
  return {
    step,
    setStep,
    take: (file: Blob) => void take(file),
    pick: (found: Found, by: By) => setStep(typing(found, by)),
    tryEntropy: (now: Extract<CopyStep, { at: 'type' }>, entropy: Uint8Array<ArrayBuffer>) =>
      void tryThese(now, [{ type: 'recovery', entropy }]),
    tryText: (now: Extract<CopyStep, { at: 'type' }>, text: string) => void tryThese(now, secretsOf(text)),
  };
};

const typing = ({ copy, peek }: Found, by: By): CopyStep => ({
  at: 'type',
  by,
  copy,
  peek,
  slip: null,
  wrong: 0,
  busy: false,
});
