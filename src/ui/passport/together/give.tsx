import { useState } from 'preact/hooks';
import { GOAL } from '../../../domain/goals.ts';
import type { Item, ItemId } from '../../../domain/item.ts';
import { namesIn } from '../../../domain/people.ts';
import { mayBeSeen } from '../../../domain/proposal.ts';
import { hasEnded } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { ChipChoice } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { TextField } from '../../parts/field.tsx';
import { people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { useOnce } from '../goal/once.ts';
import { Page, Top } from '../page.tsx';
import { OfferRow } from '../show/offer-row.tsx';

/** More names than these are quicker typed than found. */
const MOST_NAMES = 6;

/** What may be ticked, and what is: open goals are, all else only by the person. */
const useTicks = () => {
  const { book } = useApp();
  const items = [...book.items.value.values()].filter(mayBeSeen);
  const goals = items.filter(item => item.kind === GOAL && !hasEnded(item.head));
  const open = goals.filter(({ head }) => head.privacy === 'open');
  const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(() => new Set(open.map(item => item.id)));
  const tick = (id: ItemId, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return { items, goals, rest: items.filter(item => !goals.includes(item)), ticked, tick };
};

/** Who helps, and what they may see. */
export const Give = () => {
  const { session, say } = useApp();
  const { items, goals, rest, ticked, tick } = useTicks();
  const [helper, setHelper] = useState('');
  const once = useOnce();
  const give = once(() =>
    session
      .giveTo({ helper, ticked: [...ticked] })
      .catch((error: unknown) => say({ text: `${t('give.failed')} ${t(failed(error))}` })),
  );
  return (
    <Page
      dock={
        <>
          <p role="status">{t('give.sum', { count: ticked.size })}</p>
          <Button look="solid" wide icon={people} onPress={give}>
            {t('give.do')}
          </Button>
        </>
      }
    >
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('give.title')}
      </h1>
      <p class="intro">{t('give.intro')}</p>
      <form class="gap-above" autocomplete="off" onSubmit={event => event.preventDefault()}>
        <WhoHelps names={namesIn(items).slice(0, MOST_NAMES)} value={helper} onInput={setHelper} />
      </form>
      <Group title={t('give.goals')}>
        <p class={goals.length > 0 ? 'quiet gap-above-s' : 'gap-above-s'}>
          {t(goals.length > 0 ? 'give.goals.dots' : 'give.see.none')}
        </p>
        <Picks items={goals} ticked={ticked} onTick={tick} />
      </Group>
      {rest.length > 0 && <Rest items={rest} ticked={ticked} onTick={tick} />}
      <div class="gap-above">
        <Note>
          {t('give.note')} <JustMe />
        </Note>
      </div>
    </Page>
  );
};

/** Everything else, folded: it takes a wish of its own. */
const Rest = (props: PicksProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Group title={t('give.rest')}>
      {open ? (
        <Picks {...props} />
      ) : (
        <Button wide class="gap-above" onPress={() => setOpen(true)}>
          {t('give.rest.all')}
        </Button>
      )}
    </Group>
  );
};

const WhoHelps = ({
  names,
  ...field
}: {
  names: readonly string[];
  value: string;
  onInput: (v: string) => void;
}) => {
  const asked = { id: 'give-who', label: t('give.who'), hint: t('give.who.hint') };
  if (names.length === 0) return <TextField {...asked} {...field} />;
  return <ChipChoice {...asked} {...field} own options={names.map(name => ({ id: name, label: name }))} />;
};

interface PicksProps {
  items: readonly Item[];
  ticked: ReadonlySet<ItemId>;
  onTick: (id: ItemId, on: boolean) => void;
}

const Picks = ({ items, ticked, onTick }: PicksProps) => (
  <ul class="picks">
    {items.map(item => (
      <OfferRow key={item.id} item={item} checked={ticked.has(item.id)} onTick={onTick} />
    ))}
  </ul>
);

/** That what is just for the person stays locked is said, and how much it is. */
const JustMe = () => {
  const { book } = useApp();
  const count = [...book.items.value.values()].filter(item => item.head.privacy === 'just-me').length;
  return count > 0 ? t('give.just-me', { count }) : null;
};
