import { useState } from 'preact/hooks';
import { ErrorSummary } from '../../parts/block.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { isWord, placesToAsk } from './asked.ts';

interface CheckProps {
  words: readonly string[];
  /** They were right, and could not be written down. */
  slip: Key | null;
  onLook: () => void;
  onRight: () => void;
}

/** Three of the twelve, from the paper. Whoever looks at the words again is asked for others. */
export const Check = ({ words, slip, onLook, onRight }: CheckProps) => {
  const [places] = useState(() => placesToAsk(words.length));
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const check = () => {
    const now = places.filter(place => !isWord(typed[place] ?? '', words[place]!));
    setWrong(now);
    if (now.length === 0) onRight();
  };
  const idOf = (place: number) => `word-${place + 1}`;
  const textOf = (place: number) => t('spare.check.wrong', { n: place + 1 });
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        check();
      }}
    >
      <Page
        dock={
          <div class="pair">
            <Button wide onPress={onLook}>
              {t('spare.check.look')}
            </Button>
            <Button look="solid" wide submit>
              {t('spare.check.do')}
            </Button>
          </div>
        }
      >
        <Top />
        <h1 class="title" tabIndex={-1}>
          {t('spare.check.title')}
        </h1>
        <p class="intro">{t(wrong.length > 0 ? 'spare.check.again' : 'spare.check.intro')}</p>
        <div role="alert">{slip && <Note look="wrong">{t(slip)}</Note>}</div>
        <ErrorSummary slips={wrong.map(place => ({ id: idOf(place), text: textOf(place) }))} />
        {places.map(place => (
          <TextField
            key={place}
            id={idOf(place)}
            label={t('spare.check.word', { n: place + 1 })}
            err={wrong.includes(place) ? textOf(place) : undefined}
            value={typed[place] ?? ''}
            spellCheck={false}
            onInput={text => setTyped({ ...typed, [place]: text })}
          />
        ))}
      </Page>
    </form>
  );
};
