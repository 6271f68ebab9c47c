import { Icon } from '../../parts/icon.tsx';
import { key } from '../../parts/icons-start.ts';
import { Press } from '../../parts/press.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { spareText } from './said.ts';
import { useSpare } from './use-spare.ts';

/** The last line of Today: when the last spare copy was made and how much changed since. One tap makes one; first come words. */
export const SpareLine = () => {
  const { book, router } = useApp();
  const { today } = useWays();
  const state = useSpare();
  const { persisted } = book.settings.value;
  const unsafe = persisted === false && state.changed > 0;
  return (
    <Press
      class="spare-line meta gap-above"
      onPress={() => router.go({ name: 'spare', ...(state.kit && { way: 'give' }) })}
    >
      <Icon of={key} />
      <span>
        {spareText(state, today)}
        {unsafe && ` ${t('spare.line.unsafe')}`}
      </span>
    </Press>
  );
};
