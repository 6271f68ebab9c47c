import { Ghost } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { type Hint, hintOf, practising } from './practising.ts';

const textOf = (hint: Hint): string => {
  const name = t('people.madeUp.name');
  if (hint.at === 'start' || hint.at === 'back' || hint.at === 'review') return t(`practice.at.${hint.at}`);
  if (hint.at === 'write') return t('practice.at.write', { count: hint.count, name });
  return t(`practice.at.${hint.at}`, { name });
};

/** On every screen while a peer practises: what comes next, and the way to stop. */
export const Guide = () => {
  const app = useApp();
  const on = practising(app.session);
  if (!app.madeUp || !on.value) return null;
  const stop = () => {
    on.value = false;
  };
  return (
    <aside class="guide" aria-label={t('practice.guide')}>
      <p role="status">{textOf(hintOf(app))}</p>
      <Ghost line onPress={stop}>
        {t('practice.stop')}
      </Ghost>
    </aside>
  );
};
