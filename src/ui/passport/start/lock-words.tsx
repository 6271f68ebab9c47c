import { Button } from '../../parts/button.tsx';
import { type Key, t } from '../../words/words.ts';
import { WordsField } from './words-field.tsx';

/** A secret as it is typed and tried at the lock screen. */
export interface Try {
  typed: string;
  busy: boolean;
  slip: Key | null;
  type(text: string): void;
  open(): Promise<void>;
  clear(): void;
}

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
