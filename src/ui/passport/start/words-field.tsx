import { useState } from 'preact/hooks';
import { Ghost } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';

interface WordsFieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  err?: string | undefined;
  value: string;
  onInput: (value: string) => void;
}

/** The person's own words, covered until they ask to see them. */
export const WordsField = (props: WordsFieldProps) => {
  const [seen, setSeen] = useState(false);
  return (
    <div>
      <TextField {...props} type={seen ? 'text' : 'password'} autoComplete="off" spellCheck={false} />
      <Ghost line onPress={() => setSeen(!seen)}>
        {t(seen ? 'start.words.cover' : 'start.words.see')}
      </Ghost>
    </div>
  );
};
