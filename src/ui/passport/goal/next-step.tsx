import { type Signal, signal } from '@preact/signals';
import type { Book } from '../../../app/book.ts';
import { GOAL, stateOf } from '../../../domain/goals.ts';
import type { Item, ItemId } from '../../../domain/item.ts';
import { titleOf } from '../../../domain/show.ts';
import { compareVersions } from '../../../domain/versions.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { StepCard } from './step-card.tsx';

/** Goals whose step is not for today. Forgotten when the record locks. */
const notToday = new WeakMap<Book, Signal<ReadonlySet<ItemId>>>();

const notTodayIn = (book: Book): Signal<ReadonlySet<ItemId>> => {
  const known = notToday.get(book) ?? signal(new Set());
  notToday.set(book, known);
  return known;
};

/** Goals under way with a step that may show on Today, the one that was touched last first. */
const withStep = (items: Iterable<Item>): Item[] =>
  [...items]
    .filter(({ kind, head, heads }) => kind === GOAL && heads.length === 1 && head.privacy === 'open')
    .filter(
      ({ head }) =>
        stateOf(head) === 'on' && typeof head.values.step === 'string' && head.values.step.trim() !== '',
    )
    .sort((a, b) => compareVersions(b.head, a.head));

/** One step of one goal. "Not today" is an answer, and brings another goal's. */
export const NextStep = () => {
  const { book } = useApp();
  const ways = useWays();
  const skipped = notTodayIn(book);
  const item = withStep(book.items.value.values()).find(({ id }) => !skipped.value.has(id));
  if (!item) return null;
  const skip = () => {
    skipped.value = new Set([...skipped.value, item.id]);
  };
  return (
    <StepCard
      item={item}
      above={
        <p class="quiet">
          <bdi>{t('goal.step.for', { goal: titleOf(item.head, ways) })}</bdi>
        </p>
      }
    >
      <Button onPress={skip}>{t('goal.step.not')}</Button>
    </StepCard>
  );
};
