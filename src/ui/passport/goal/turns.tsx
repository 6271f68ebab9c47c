import { useState } from 'preact/hooks';
import { type GoalState, inState, stateOf } from '../../../domain/goals.ts';
import type { Item } from '../../../domain/item.ts';
import { hasEnded } from '../../../domain/show.ts';
import { sayingOf } from '../../../domain/versions.ts';
import { Button } from '../../parts/button.tsx';
import type { IconShape } from '../../parts/icon.tsx';
import { doneRing, letGo, pencil, rest } from '../../parts/icons.ts';
import { giveBack } from '../../parts/icons-shared.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { useOnce } from './once.ts';

const icons: Record<Exclude<GoalState, 'changed'>, IconShape> = {
  on: giveBack,
  rest,
  done: doneRing,
  gone: letGo,
};

/** The ways a goal can go, all alike: done, rest, change, let go. Each can be taken back. */
export const Turns = ({ item }: { item: Item }) => {
  const { book, say } = useApp();
  const [changing, setChanging] = useState(false);
  const now = stateOf(item.head);
  const once = useOnce();
  const turn = (state: GoalState) =>
    once(async () => {
      const before = item.head.id;
      await book.setValues(item.id, values => inState(values, state));
      say({ text: t(`goal.said.${state}`), undo: async () => void (await book.bringBack(item.id, before)) });
    });
  const way = (state: Exclude<GoalState, 'changed'>) => (
    <Button key={state} icon={icons[state]} onPress={turn(state)}>
      {t(`goal.do.${state}`)}
    </Button>
  );
  return (
    <>
      <div class="pair gap-above">
        {hasEnded(item.head) ? way('on') : [way('done'), way(now === 'rest' ? 'on' : 'rest'), way('gone')]}
        <Button icon={pencil} onPress={() => setChanging(true)}>
          {t('goal.do.changed')}
        </Button>
      </div>
      {changing && <AskHow item={item} onNotNow={() => setChanging(false)} />}
    </>
  );
};

/** Other words for the same goal, or another goal in its place, with its story left where it is. */
const AskHow = ({ item, onNotNow }: { item: Item; onNotNow: () => void }) => {
  const { book, router, say } = useApp();
  const { today } = useWays();
  const once = useOnce();
  const another = once(async () => {
    const before = item.head.id;
    const { did: _did, ...values } = inState(item.head.values, 'on');
    const saying = { ...sayingOf(item.head), source: { type: 'me' }, asOf: today, values } as const;
    const next = await book
      .follow(item.id, saying, (now, became) => ({ ...inState(now, 'changed'), became }))
      // The sheet would hide what went wrong.
      .finally(onNotNow);
    router.replace({ name: 'item/view', id: next.id });
    router.go({ name: 'item/edit', id: next.id });
    const undo = async () => {
      await book.remove(next.id);
      await book.bringBack(item.id, before);
      router.home({ name: 'mine' });
    };
    say({ text: t('goal.said.changed'), undo });
  });
  return (
    <Sheet title={t('goal.change.title')} text={t('goal.change.text')} onNotNow={onNotNow}>
      <Button wide onPress={() => router.go({ name: 'item/edit', id: item.id })}>
        {t('goal.change.words')}
      </Button>
      <Button wide onPress={another}>
        {t('goal.change.another')}
      </Button>
    </Sheet>
  );
};
