import type { ComponentChildren } from 'preact';
import { t } from '../words/words.ts';
import { Ghost } from './button.tsx';
import { giveBack } from './icons-shared.ts';

/**
 * What just changed, and its way back. Stays until the next change or until the screen is left. Stands in a live
 * region that was there before it (`SaidNow`): one that comes with its words is not read out everywhere.
 */
export const Toast = ({ text, onUndo }: { text: string; onUndo?: (() => void) | undefined }) => (
  <div class="toast">
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

/** Where a toast comes up, and is read out. Empty most of the time. */
export const SaidNow = ({ children }: { children: ComponentChildren }) => (
  <div class="said-now" role="status">
    {children}
  </div>
);
