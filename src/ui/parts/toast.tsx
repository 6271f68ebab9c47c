import { t } from '../words/words.ts';
import { Ghost } from './button.tsx';
import { giveBack } from './icons-shared.ts';

/** What just changed, and its way back. Stays until the next change or until the screen is left. */
export const Toast = ({ text, onUndo }: { text: string; onUndo?: (() => void) | undefined }) => (
  <div class="toast" role="status">
    <span>
      <bdi>{text}</bdi>
    </span>
    {onUndo && (
      <Ghost icon={giveBack} onPress={onUndo}>
        {t('parts.undo')}
      </Ghost>
    )}
  </div>
);
