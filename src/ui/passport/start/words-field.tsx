import { useState } from 'preact/hooks';
import { Ghost } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';

interface WordsFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}

/** The person's own words, covered until they ask to see them. Drawn small here: the lock screen brings no forms. */
export const WordsField = ({ id, label, value, onInput }: WordsFieldProps) => {
  const [seen, setSeen] = useState(false);
  return (
    <div>
      <label class="q" for={id}>
        {label}
      </label>
      <input
        class="field"
        id={id}
        // One input that changes its type keeps what was typed; the types of JSX know only fixed ones.
        type={(seen ? 'text' : 'password') as 'text'}
        autoComplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="auto"
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
      />
      <Ghost line onPress={() => setSeen(!seen)}>
        {t(seen ? 'start.words.cover' : 'start.words.see')}
      </Ghost>
    </div>
  );
};
