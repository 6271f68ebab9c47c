import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { lock, warn } from '../parts/icons-start.ts';
import { type Key, t } from '../words/words.ts';
import {
  areWords,
  emptyFields,
  isGoingOn,
  isUnlisted,
  isWord,
  settle,
  type Typing,
  typeInto,
  type WordOf,
} from './typing.ts';

interface WordsFormProps {
  wordOf: WordOf;
  /** How many there are. */
  count?: number;
  /** Read out before the fields: what is asked. */
  title?: Key;
  /** What is said of words that do not open it. */
  wrongWords?: Key;
  onWords: (words: string[]) => void;
  /** While the key is worked out. */
  opening: boolean;
  /** How often these words were wrong: each time says so anew. */
  wrong: number;
}

const fieldId = (i: number): string => `word-${i + 1}`;

/** What to say under the fields, most urgent first. */
const slipOf = (typing: Typing, asked: boolean, wrong: Key | null, wordOf: WordOf): string | null => {
  const unlisted = typing.fields.findIndex(field => isUnlisted(field, wordOf));
  if (unlisted >= 0) {
    return t('reader.words.unlisted', { word: typing.fields[unlisted] ?? '', at: unlisted + 1 });
  }
  if (wrong) return t(wrong);
  const missing = typing.fields.findIndex(field => !isWord(field, wordOf));
  return asked && missing >= 0 ? t('reader.words.missing', { at: missing + 1 }) : null;
};

interface SomeWords {
  typing: Typing;
  /** What to say under the fields. */
  slip: string | null;
  wrong: boolean;
  hold: (i: number, element: HTMLInputElement | null) => void;
  input: (i: number, raw: string) => void;
  keyDown: (i: number, event: KeyboardEvent) => void;
  submit: () => void;
}

/** What is typed, where the cursor goes next, and when to open. */
const useWords = ({
  wordOf,
  count = 4,
  wrongWords = 'reader.failed.wrong-words',
  onWords,
  opening,
  wrong,
}: WordsFormProps): SomeWords => {
  const [typing, setTyping] = useState(() => emptyFields(count));
  const [asked, setAsked] = useState(false);
  /** How many wrong tries had been when a field last changed. */
  const [seen, setSeen] = useState(0);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const focus = (i: number) => inputs.current[i]?.focus();

  useEffect(() => {
    inputs.current[0]?.focus();
    // At first nothing is wrong: a letter that was quicker than this would be typed over.
    if (wrong > 0) inputs.current[0]?.select();
  }, [wrong]);

  const words = ({ fields }: Typing): string[] => fields.map(field => wordOf(field) ?? field);
  const input = (i: number, raw: string) => {
    const next = typeInto(typing, i, raw, wordOf);
    setTyping(next);
    setSeen(wrong);
    setAsked(false);
    if (next.at !== i) focus(next.at);
    // Also when all were there and wrong, and another one takes the place of one.
    const before = areWords(typing, wordOf) ? String(words(typing)) : '';
    if (areWords(next, wordOf) && String(words(next)) !== before && !opening) onWords(words(next));
  };
  const keyDown = (i: number, event: KeyboardEvent) => {
    if (event.key === 'Backspace' && i > 0 && !typing.fields[i]) {
      focus(i - 1);
      inputs.current[i - 1]?.select();
    } else if (event.key === 'Tab' && !event.shiftKey && isGoingOn(typing) && typing.at === i) {
      // It has moved on already: this Tab ends the word just typed, and is taken once.
      setTyping({ ...typing, carry: '', eaten: '' });
    } else return;
    event.preventDefault();
  };
  const submit = () => {
    if (opening) return;
    const next = settle(typing, count, wordOf);
    if (areWords(next, wordOf)) return onWords(words(next));
    setTyping(next);
    setAsked(true);
    focus(next.fields.findIndex(field => !isWord(field, wordOf)));
  };
  const hold = (i: number, element: HTMLInputElement | null) => {
    inputs.current[i] = element;
  };
  const slip = slipOf(typing, asked, wrong > seen ? wrongWords : null, wordOf);
  return { typing, slip, wrong: wrong > seen, hold, input, keyDown, submit };
};

/** Asks for the words. Moves on by itself, and opens by itself once all are known. */
export const WordsForm = (props: WordsFormProps) => {
  const typed = useWords(props);
  const { wordOf, title = 'reader.words.title', opening } = props;
  const submit = (event: Event) => {
    event.preventDefault();
    typed.submit();
  };
  return (
    <form class="r-words" onSubmit={submit}>
      <fieldset aria-describedby="words-hint words-slip">
        <legend class="sr">{t(title)}</legend>
        <div class="r-four">
          {typed.typing.fields.map((field, i) => (
            <WordField
              key={fieldId(i)}
              i={i}
              value={field}
              typed={typed}
              readOnly={opening}
              invalid={typed.wrong || isUnlisted(field, wordOf)}
            />
          ))}
        </div>
      </fieldset>
      <p class="hint" id="words-hint">
        {t('reader.words.hint')}
      </p>
      <div id="words-slip" role="alert">
        {typed.slip && (
          <p class="err">
            <Icon of={warn} />
            <span>{typed.slip}</span>
          </p>
        )}
      </div>
      <div class="gap-above">
        <Button look="solid" wide submit icon={lock}>
          {t('reader.words.open')}
        </Button>
      </div>
      <p class="r-progress" role="status">
        {opening ? t('reader.words.opening') : ''}
      </p>
    </form>
  );
};

interface WordFieldProps {
  i: number;
  value: string;
  typed: SomeWords;
  readOnly: boolean;
  invalid: boolean;
}

const WordField = ({ i, value, typed, readOnly, invalid }: WordFieldProps) => (
  <label for={fieldId(i)}>
    <span class="meta">{t('reader.words.each', { at: i + 1 })}</span>
    <input
      class="field"
      id={fieldId(i)}
      type="text"
      inputMode="text"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellcheck={false}
      dir="ltr"
      value={value}
      readOnly={readOnly}
      aria-invalid={invalid ? true : undefined}
      ref={element => typed.hold(i, element)}
      onInput={event => typed.input(i, event.currentTarget.value)}
      onKeyDown={event => typed.keyDown(i, event)}
    />
  </label>
);
