import type { ComponentChildren } from 'preact';
import { stepDone } from '../../../domain/goals.ts';
import type { Item } from '../../../domain/item.ts';
import { ringFor } from '../../../domain/people.ts';
import { showPlain } from '../../../domain/safe-text.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { phone } from '../../parts/icons.ts';
import { people, tick } from '../../parts/icons-start.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { useOnce } from './once.ts';

const textIn = (item: Item, name: string): string => {
  const value = item.head.values[name];
  return typeof value === 'string' ? showPlain(value.trim()) : '';
};

interface CardProps {
  item: Item;
  /** What stands above the step: which goal it is for, where that is not plain. */
  above?: ComponentChildren;
  /** A second way, beside "I did it". */
  children?: ComponentChildren;
}

/** The next step of a goal, who helps, and "I did it". Nothing where there is no step. */
export const StepCard = ({ item, above, children }: CardProps) => {
  const { book, say } = useApp();
  const once = useOnce();
  const step = textIn(item, 'step');
  if (!step) return null;
  const done = once(async () => {
    const before = item.head.id;
    await book.setValues(item.id, stepDone);
    say({ text: t('goal.step.done'), undo: async () => void (await book.bringBack(item.id, before)) });
  });
  return (
    <section class="card gap-above">
      {above ?? <p class="quiet">{t('goal.step')}</p>}
      <h2 class="lead" dir="auto">
        {step}
      </h2>
      <Helper item={item} />
      <div class="pair gap-above">
        <Button icon={tick} onPress={done}>
          {t('goal.step.do')}
        </Button>
        {children}
      </div>
    </section>
  );
};

const Helper = ({ item }: { item: Item }) => {
  const { book } = useApp();
  const ways = useWays();
  const helper = textIn(item, 'helper');
  if (!helper) return null;
  const ring = ringFor(helper, book.items.value.values(), ways);
  return (
    <>
      <div class="rule" />
      <div class="line-row">
        <Icon of={people} />
        <span>
          <bdi>{helper}</bdi>
        </span>
        {ring && (
          <Button icon={phone} href={`tel:${ring.dial}`} say={t('item.ring', { who: helper })}>
            {t('goal.ring')}
          </Button>
        )}
      </div>
    </>
  );
};
