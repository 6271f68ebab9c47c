import './goal.css';
import { type GoalState, stateOf } from '../../../domain/goals.ts';
import type { Item } from '../../../domain/item.ts';
import { coverOf, titleOf } from '../../../domain/show.ts';
import { asksToLookAgain } from '../../../domain/stale.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { AskAgain } from '../item/ask-again.tsx';
import { Marks, ThingFacts } from '../item/thing.tsx';
import { Ways } from '../item/ways-on.tsx';
import { rowFor } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import { useWays } from '../ways.ts';
import { Dots } from './dots.tsx';
import { StepCard } from './step-card.tsx';
import { Turns } from './turns.tsx';

/** A goal: the next step, how it has felt, and the ways it can go on or end. */
export const Goal = ({ item }: { item: Item }) => {
  const { book, helping } = useApp();
  const ways = useWays();
  const { head } = item;
  const state = stateOf(head);
  const asks = !helping && asksToLookAgain(head, ways.today, book.settings.value);
  // The person's own words may stand large, unless they gave it another name or it is careful.
  const own = titleOf(head, ways);
  const { called } = head.values;
  const isNamed = typeof called === 'string' && called.trim() !== '';
  const title = head.privacy === 'open' && !isNamed ? own : coverOf(head, ways);
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1} dir="auto">
        {title}
      </h1>
      {title !== own && (
        <p class="lead gap-above" dir="auto">
          {own}
        </p>
      )}
      <Marks version={head} />
      {state !== 'on' && <Standing item={item} state={state} />}
      {asks && <AskAgain item={item} because={asks} />}
      {state === 'on' && <StepCard item={item} />}
      <ThingFacts version={head} without={state === 'on' ? ['want', 'state', 'step'] : ['want', 'state']} />
      <Dots item={item} />
      <Turns item={item} />
      <Ways item={item} changed="elsewhere" />
    </Page>
  );
};

/** Where it has come to: said plainly, for each is a good place to be. */
const Standing = ({ item, state }: { item: Item; state: Exclude<GoalState, 'on'> }) => {
  const { book, router } = useApp();
  const ways = useWays();
  const became = item.head.values.became;
  const next = typeof became === 'string' ? book.items.value.get(became) : undefined;
  return (
    <div class="gap-above">
      <Note title={t(`goal.${state}`)}>
        <p>{t(state === 'rest' ? 'goal.rest.text' : 'goal.ended.text')}</p>
      </Note>
      {next && (
        <Go
          title={t('goal.became')}
          text={rowFor(next, ways).title}
          onPress={() => router.go({ name: 'item/view', id: next.id })}
        />
      )}
    </div>
  );
};
