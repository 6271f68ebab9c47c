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
  const turn = async (state: GoalState) => {
    const before = item.head.id;
    await book.setValues(item.id, inState(item.head.values, state));
    say({ text: t(`goal.said.${state}`), undo: async () => void (await book.bringBack(item.id, before)) });
  };
  const way = (state: Exclude<GoalState, 'changed'>) => (
    <Button key={state} icon={icons[state]} onPress={() => void turn(state)}>
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
  const { book, router } = useApp();
  const { today } = useWays();
  const another = async () => {
    const { did: _did, ...values } = inState(item.head.values, 'on');
    const next = await book.saveItem({ ...sayingOf(item.head), asOf: today, values });
    await book.setValues(item.id, { ...inState(item.head.values, 'changed'), became: next.id });
    router.replace({ name: 'item/view', id: next.id });
    router.go({ name: 'item/edit', id: next.id });
  };
  return (
    <Sheet title={t('goal.change.title')} text={t('goal.change.text')} onNotNow={onNotNow}>
      <Button wide onPress={() => router.go({ name: 'item/edit', id: item.id })}>
        {t('goal.change.words')}
      </Button>
      <Button wide onPress={() => void another()}>
        {t('goal.change.another')}
      </Button>
    </Sheet>
  );
};
