import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import type { Try } from './lock.tsx';
import { WordsField } from './words-field.tsx';

/** Words in the place of a PIN, at the lock screen. */
export const LockWords = ({ lock }: { lock: Try }) => (
  <form
    class="spread"
    onSubmit={event => {
      event.preventDefault();
      void lock.open();
    }}
  >
    <WordsField id="lock-words" label={t('start.lock.yourWords')} value={lock.typed} onInput={lock.type} />
    <Button look="solid" wide submit>
      {t('start.lock.open')}
    </Button>
  </form>
);
