import { useState } from 'preact/hooks';
import type { Received } from '../../../app/receiving.ts';
import { AppError } from '../../../lib/error.ts';
import { wordOf } from '../../../share/words.ts';
import { Note } from '../../parts/note.tsx';
import { WordsForm } from '../../reader/words-form.tsx';
import { type Key, t } from '../../words/words.ts';
import { useSharing } from '../context.ts';
import { answerSlip } from '../log/answer-slip.ts';
import { Page, Top } from '../page.tsx';

interface TheirWordsProps {
  message: Uint8Array;
  onTaken: (proposal: string) => void;
  onNot: (why: Exclude<Received, 'waits'>) => void;
}

/** Someone else's Holdfast shows something: the words that open it. */
export const TheirWords = ({ message, onTaken, onNot }: TheirWordsProps) => {
  const sharing = useSharing();
  const [wrong, setWrong] = useState(0);
  const [opening, setOpening] = useState(false);
  const [slip, setSlip] = useState<Key | null>(null);
  const open = async (words: string[]) => {
    setOpening(true);
    setSlip(null);
    try {
      const { id, became } = await sharing.receive(message, words);
      if (became === 'waits') return onTaken(id);
      return onNot(became);
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong-words') setWrong(wrong + 1);
      else setSlip(answerSlip(error));
    }
    setOpening(false);
  };
  return (
    <Page>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('scan.words.title')}
      </h1>
      <p class="intro">{t('scan.words.intro')}</p>
      {slip && (
        <div class="gap-above">
          <Note look="wrong" live="alert">
            <p>{t(slip)}</p>
          </Note>
        </div>
      )}
      <div class="gap-above">
        <WordsForm wordOf={wordOf} onWords={words => void open(words)} opening={opening} wrong={wrong} />
      </div>
    </Page>
  );
};
