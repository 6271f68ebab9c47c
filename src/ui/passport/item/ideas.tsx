import type { Idea } from '../../../domain/kind.ts';
import { t } from '../../words/words.ts';
import { useWays } from '../ways.ts';

/** Thoughts to begin from. Folded: they are there for whoever opens them, and sort nobody. */
export const Ideas = ({ at, of }: { at: string; of: readonly Idea[] | undefined }) => {
  const ways = useWays();
  if (!of) return null;
  return (
    <details class="ideas">
      <summary>{t('form.ideas')}</summary>
      <ul>
        {of.map(({ id, label, text }) => (
          <li key={id}>
            <b>{ways.words(`${at}.idea.${id}`, label)}</b>
            <span>{ways.words(`${at}.idea.${id}.text`, text)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
