import { say } from '../../../domain/phrases.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { lock } from '../../parts/icons-start.ts';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { ItemRow } from './item-row.tsx';
import { useUncover } from './uncover.tsx';

/** Things just for me: covered until the person shows them, and covered again by the next lock. */
export const Covered = () => {
  const { book, madeUp } = useApp();
  const ways = useWays();
  const { shown, start, cover, sheet } = useUncover();
  const items = [...book.items.value.values()].filter(item => item.head.privacy === 'just-me');
  if (items.length === 0) return null;
  return (
    <Group title={say(ways.words, 'group.justMe')}>
      {shown ? (
        <>
          <ul class="rows">
            {items.map(item => (
              <ItemRow key={item.id} item={item} ways={ways} shown />
            ))}
          </ul>
          <Button wide icon={lock} onPress={cover}>
            {t('mine.covered.again')}
          </Button>
        </>
      ) : (
        <Go
          icon={lock}
          title={t('mine.covered', { count: items.length })}
          text={t(madeUp ? 'mine.covered.made-up' : 'mine.covered.secret')}
          onPress={start}
        />
      )}
      {sheet}
    </Group>
  );
};
