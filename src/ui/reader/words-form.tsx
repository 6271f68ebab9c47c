import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { lock, warn } from '../parts/icons-start.ts';
import { t } from '../words/words.ts';
import { areWords, isUnlisted, isWord, noWords, type Typing, typeInto, type WordOf } from './typing.ts';

interface WordsFormProps {
  wordOf: WordOf;
  onWords: (words: string[]) => void;
  /** While the key is worked out. */
  opening: boolean;
  /** How often these words were wrong: each time says so anew. */
  wrong: number;
}

const fieldId = (i: number): string => `word-${i + 1}`;

/** What to say under the fields, most urgent first. */
const slipOf = (typing: Typing, asked: boolean, wrong: boolean, wordOf: WordOf): string | null => {
  const unlisted = typing.fields.findIndex(field => isUnlisted(field, wordOf));
  if (unlisted >= 0) {
    return t('reader.words.unlisted', { word: typing.fields[unlisted] ?? '', at: unlisted + 1 });
  }
  if (wrong) return t('reader.failed.wrong-words');
  const missing = typing.fields.findIndex(field => !isWord(field, wordOf));
  return asked && missing >= 0 ? t('reader.words.missing', { at: missing + 1 }) : null;
};

interface FourWords {
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
const useFourWords = ({ wordOf, onWords, opening, wrong }: WordsFormProps): FourWords => {
  const [typing, setTyping] = useState(noWords);
  const [asked, setAsked] = useState(false);
  /** How many wrong tries had been when a field last changed. */
  const [seen, setSeen] = useState(0);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const focus = (i: number) => inputs.current[i]?.focus();

  useEffect(() => {
    inputs.current[0]?.focus();
    inputs.current[0]?.select();
  }, [wrong]);

  const words = ({ fields }: Typing): string[] => fields.map(field => wordOf(field) ?? field);
  const input = (i: number, raw: string) => {
    const next = typeInto(typing, i, raw, wordOf);
    setTyping(next);
    setSeen(wrong);
    setAsked(false);
    if (next.at !== i) focus(next.at);
    // Also when all four were there and wrong, and another one takes the place of one.
    const before = areWords(typing, wordOf) ? String(words(typing)) : '';
    if (areWords(next, wordOf) && String(words(next)) !== before && !opening) onWords(words(next));
  };
  const keyDown = (i: number, event: KeyboardEvent) => {
    if (event.key === 'Backspace' && i > 0 && !typing.fields[i]) {
      focus(i - 1);
      inputs.current[i - 1]?.select();
    } else if (event.key === 'Tab' && !event.shiftKey && typing.carry && typing.at === i) {
      // It has moved on already: this Tab ends the word just typed, and is taken once.
      setTyping({ ...typing, carry: '', eaten: '' });
    } else return;
    event.preventDefault();
  };
  const submit = () => {
    if (opening) return;
    if (areWords(typing, wordOf)) return onWords(words(typing));
    setAsked(true);
    focus(typing.fields.findIndex(field => !isWord(field, wordOf)));
  };
  const hold = (i: number, element: HTMLInputElement | null) => {
    inputs.current[i] = element;
  };
  const slip = slipOf(typing, asked, wrong > seen, wordOf);
  return { typing, slip, wrong: wrong > seen, hold, input, keyDown, submit };
};

/** Asks for the four words. Moves on by itself, and opens by itself once all four are known. */
export const WordsForm = (props: WordsFormProps) => {
  const four = useFourWords(props);
  const { wordOf, opening } = props;
  const submit = (event: Event) => {
    event.preventDefault();
    four.submit();
  };
  return (
    <form class="r-words" onSubmit={submit}>
      <fieldset aria-describedby="words-hint words-slip">
        <legend class="sr">{t('reader.words.title')}</legend>
        <div class="r-four">
          {four.typing.fields.map((field, i) => (
            <WordField
              key={fieldId(i)}
              i={i}
              value={field}
              four={four}
              readOnly={opening}
              invalid={four.wrong || isUnlisted(field, wordOf)}
            />
          ))}
        </div>
      </fieldset>
      <p class="hint" id="words-hint">
        {t('reader.words.hint')}
      </p>
      <div id="words-slip" role="alert">
        {four.slip && (
          <p class="err">
            <Icon of={warn} />
            <span>{four.slip}</span>
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
  four: FourWords;
  readOnly: boolean;
  invalid: boolean;
}

const WordField = ({ i, value, four, readOnly, invalid }: WordFieldProps) => (
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
      ref={element => four.hold(i, element)}
      onInput={event => four.input(i, event.currentTarget.value)}
      onKeyDown={event => four.keyDown(i, event)}
    />
  </label>
);
