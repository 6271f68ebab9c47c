import { useState } from 'preact/hooks';
import { GOAL } from '../../../domain/goals.ts';
import {
  HARDTIME,
  lookedIn,
  lookInDays,
  lookInsToPick,
  notOver,
  nowOver,
  withLookIns,
} from '../../../domain/hard-time.ts';
import type { Item, Values } from '../../../domain/item.ts';
import { ringFor } from '../../../domain/people.ts';
import { hasEnded } from '../../../domain/show.ts';
import { soonOf } from '../../../domain/soon.ts';
import { Button } from '../../parts/button.tsx';
import { ChipChoice } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { today as calendar, doneRing, phone } from '../../parts/icons.ts';
import { giveBack } from '../../parts/icons-shared.ts';
import { tick } from '../../parts/icons-start.ts';
import { Ring } from '../../parts/rings.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useOnce } from '../goal/once.ts';
import { ItemRow } from '../mine/item-row.tsx';
import { useWays } from '../ways.ts';

/** Makes a press that changes a hard time, says so, and can be taken back. */
const useChange = (item: Item) => {
  const { book, say } = useApp();
  const once = useOnce();
  return (change: (now: Values) => Values, said: Key) =>
    once(async () => {
      const before = item.head.id;
      await book.setValues(item.id, change);
      say({ text: t(said), undo: async () => void (await book.bringBack(item.id, before)) });
    });
};

/**
 * First on the screen of a hard time: the question for a day to look in that has come, once it is over the goals that
 * go on, and who is there to ring.
 */
export const LookIn = ({ item }: { item: Item }) => {
  const { today } = useWays();
  const [asking, setAsking] = useState(false);
  const change = useChange(item);
  if (item.kind !== HARDTIME) return null;
  const hasCome = soonOf([item], today).length > 0;
  return (
    <>
      {hasCome && (
        <section class="card gap-above">
          <p class="quiet">{t('hard.soon')}</p>
          <h2 class="lead">{t('hard.look')}</h2>
          <div class="pair gap-above">
            <Button icon={tick} onPress={change(now => lookedIn(now, today), 'hard.look.said')}>
              {t('hard.look.done')}
            </Button>
            <Button icon={calendar} onPress={() => setAsking(true)}>
              {t('hard.look.other')}
            </Button>
          </div>
        </section>
      )}
      {asking && <AskDays item={item} onDone={() => setAsking(false)} />}
      {hasEnded(item.head) && <Goals />}
      <WithMe item={item} />
    </>
  );
};

const WithMe = ({ item }: { item: Item }) => {
  const { book } = useApp();
  const ways = useWays();
  const { who } = item.head.values;
  const ring = typeof who === 'string' ? ringFor(who, book.items.value.values(), ways) : null;
  if (!ring) return null;
  return (
    <div class="gap-above">
      <Ring
        icon={phone}
        title={t('item.ring', { who: ring.name })}
        text={ring.phone.replaceAll(' ', '\u00a0')}
        href={`tel:${ring.dial}`}
      />
    </div>
  );
};

/** A hard time is over when the person says so. Then days to look in are offered, and may be declined for good. */
export const HardTime = ({ item }: { item: Item }) => {
  const [asking, setAsking] = useState(false);
  const change = useChange(item);
  if (item.kind !== HARDTIME) return null;
  const end = change(nowOver, 'hard.over.said');
  const endAndOffer = () => {
    end();
    setAsking(true);
  };
  return (
    <>
      {hasEnded(item.head) ? (
        <div class="pair gap-above">
          <Button icon={calendar} onPress={() => setAsking(true)}>
            {t('hard.days')}
          </Button>
          <Button icon={giveBack} onPress={change(notOver, 'hard.not-over.said')}>
            {t('hard.not-over')}
          </Button>
        </div>
      ) : (
        <Button wide icon={doneRing} class="gap-above" onPress={endAndOffer}>
          {t('hard.over')}
        </Button>
      )}
      {asking && hasEnded(item.head) && <AskDays item={item} onDone={() => setAsking(false)} />}
    </>
  );
};

/** The goals that go on. Nothing where there is none: a hard time needs no goal after it. */
const Goals = () => {
  const { book } = useApp();
  const ways = useWays();
  const goals = [...book.items.value.values()].filter(
    ({ kind, head }) => kind === GOAL && head.privacy !== 'just-me' && !hasEnded(head),
  );
  if (goals.length === 0) return null;
  return (
    <Group title={t('hard.goals')}>
      <ul class="rows">
        {goals.map(goal => (
          <ItemRow key={goal.id} item={goal} ways={ways} />
        ))}
      </ul>
    </Group>
  );
};

/** Days to look in: those that are kept are ticked, those that are offered are not. */
const AskDays = ({ item, onDone }: { item: Item; onDone: () => void }) => {
  const { router } = useApp();
  const ways = useWays();
  const change = useChange(item);
  const [picked, setPicked] = useState<readonly string[]>(() => lookInDays(item.head.values));
  const options = lookInsToPick(item.head.values, ways.today).map(({ day, offer }) => ({
    id: day,
    label: offer ? t(`hard.days.${offer}`, { day: ways.date(day) }) : ways.date(day),
  }));
  const keep = change(
    now => withLookIns(now, picked),
    picked.length > 0 ? 'hard.days.kept' : 'hard.days.none',
  );
  const keepAndClose = () => {
    keep();
    onDone();
  };
  return (
    <Sheet title={t('hard.days.title')} text={t('hard.days.text')} onNotNow={onDone}>
      <ChipChoice
        many
        one
        id="look-in-days"
        label={t('hard.days.pick')}
        options={options}
        value={picked}
        onInput={setPicked}
      />
      <Button wide onPress={keepAndClose}>
        {t('hard.days.keep')}
      </Button>
      <Button wide onPress={() => router.go({ name: 'item/edit', id: item.id })}>
        {t('hard.days.type')}
      </Button>
    </Sheet>
  );
};
