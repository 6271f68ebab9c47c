import { type Key, t } from '../../words/words.ts';

/** Sentences that stand each for itself. */
export const Points = ({ keys }: { keys: readonly Key[] }) => (
  <ul class="said-lines">
    {keys.map(key => (
      <li key={key}>{t(key)}</li>
    ))}
  </ul>
);
