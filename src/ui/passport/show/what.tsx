import { useMemo, useState } from 'preact/hooks';
import { hasFiles } from '../../../app/files-out.ts';
import type { SectionId } from '../../../domain/groups.ts';
import { sectionOf } from '../../../domain/groups.ts';
import type { Item, ItemId } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { topicsOf, withoutTopics } from '../../../domain/let-out.ts';
import { say } from '../../../domain/phrases.ts';
import { offersFor } from '../../../domain/purposes.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { PickRow } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { lock } from '../../parts/icons-start.ts';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { More } from '../mine/more.tsx';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { AskChildren } from './children.tsx';
import { useFlow } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { LeaveOut } from './leave-out.tsx';
import { OfferRow } from './offer-row.tsx';
import { Sum, useRoom } from './sum.tsx';

const parts: readonly { title: Key; sections: readonly SectionId[] }[] = [
  { title: 'show.what.about', sections: ['who', 'need', 'goals', 'plans'] },
  {
    title: 'show.what.health',
    sections: ['allergies', 'treatment', 'medicines', 'conditions', 'tests', 'mind'],
  },
  { title: 'show.what.people', sections: ['ring', 'life', 'papers', 'talk'] },
];

/** Rows drawn at first; the rest comes on asking. */
const AT_ONCE = 150;

const inPart = (items: readonly Item[], sections: readonly SectionId[]): Item[] =>
  items.filter(item => {
    const kind = kindOf(item.kind);
    return kind !== null && sections.includes(sectionOf(kind));
  });

/** What a purpose offers, then whatever else was ticked ("Show this"), without the topics left out. */
const offered = (
  draft: { purpose: Parameters<typeof offersFor>[0]; ticked: readonly ItemId[] },
  all: Iterable<Item>,
  whole: boolean,
): Item[] => {
  const items = [...all];
  const first = offersFor(draft.purpose, items).map(offer => offer.item);
  const ticked = new Set(draft.ticked);
  const rest = offersFor('own', items).map(offer => offer.item);
  return [...new Set([...first, ...rest.filter(item => whole || ticked.has(item.id))])];
};

/** Everything that may go out, to tick. The dock says at every tick what they will see. */
export const What: ScreenOf<'show/what'> = ({ route }) => {
  const { book, router } = useApp();
  const { draft, set, without, setWithout } = useFlow(route);
  const items = book.items.value;
  const [whole, setWhole] = useState(false);
  const [asking, setAsking] = useState<'topics' | 'children' | null>(null);
  const [pressed, setPressed] = useState(false);
  const all = useMemo(() => offered(draft, items.values(), whole), [items, draft.purpose, whole]);
  const list = useMemo(() => withoutTopics(all, without), [all, without]);
  const on = useMemo(() => new Set(draft.ticked), [draft.ticked]);
  const ticked = list.filter(item => on.has(item.id));
  const now = { ...draft, ticked: ticked.map(item => item.id) };
  const room = useRoom(now);
  const tick = (id: ItemId, on: boolean) =>
    set({ ticked: on ? [...draft.ticked, id] : draft.ticked.filter(one => one !== id) });

  const look = () => router.go({ name: 'show/look', draft: now });
  const askThenLook = () => {
    if (ticked.some(item => topicsOf(item).has('children'))) setAsking('children');
    else look();
  };
  const next = () => {
    setPressed(true);
    if (ticked.length > 0 && room !== 'far-too-much') askThenLook();
  };
  return (
    <Page dock={<Sum ticked={ticked} room={room} pressed={pressed} onNext={next} onNoCode={askThenLook} />}>
      <FlowTop step={2} />
      <h1 class="title gap-above" tabIndex={-1}>
        {t('show.what.title')}
      </h1>
      {items.size === 0 && <NothingYet />}
      <Offers list={list} ticked={on} why={draft.why} photos={draft.photos} onTick={tick} />
      {hasFiles(ticked) && (
        <ul class="picks gap-above">
          <PickRow
            title={t('show.what.photos')}
            text={t('show.what.photos.text')}
            checked={draft.photos ?? false}
            onInput={photos => set({ photos })}
          />
        </ul>
      )}
      <div class="stack-2 gap-above">
        {!whole && draft.purpose !== 'pharmacy' && draft.purpose !== 'own' && (
          <Button wide onPress={() => setWhole(true)}>
            {t('show.what.whole')}
          </Button>
        )}
        <Button wide onPress={() => setAsking('topics')}>
          {t('show.what.leave')}
        </Button>
      </div>
      <JustMe />
      {asking === 'topics' && (
        <LeaveOut items={all} without={without} onInput={setWithout} onDone={() => setAsking(null)} />
      )}
      {asking === 'children' && (
        <AskChildren
          onShow={look}
          onLeave={() => {
            setWithout([...without, 'children']);
            setAsking(null);
          }}
          onNotNow={() => setAsking(null)}
        />
      )}
    </Page>
  );
};

interface OffersProps {
  list: readonly Item[];
  ticked: ReadonlySet<ItemId>;
  why: string;
  photos: boolean | undefined;
  onTick: (id: ItemId, on: boolean) => void;
}

const Offers = ({ list, ticked, why, photos, onTick }: OffersProps) => {
  const [limit, setLimit] = useState(AT_ONCE);
  let room = limit;
  return (
    <>
      {parts.map(({ title, sections }, at) => {
        const own = inPart(list, sections).slice(0, room);
        room -= own.length;
        const withWhy = at === 0 && why.trim() !== '';
        if (own.length === 0 && !withWhy) return null;
        return (
          <Group key={title} title={t(title)}>
            <ul class="picks">
              {own.map(item => (
                <OfferRow
                  key={item.id}
                  item={item}
                  checked={ticked.has(item.id)}
                  stays={!(photos && ticked.has(item.id))}
                  onTick={onTick}
                />
              ))}
            </ul>
            {withWhy && (
              <p class="gap-above-s">
                <bdi>{t('show.what.why.in', { why: why.trim() })}</bdi>
              </p>
            )}
          </Group>
        );
      })}
      {list.length > limit && (
        <More count={Math.min(AT_ONCE, list.length - limit)} onMore={() => setLimit(limit + AT_ONCE)} />
      )}
    </>
  );
};

const NothingYet = () => {
  const { router } = useApp();
  return (
    <>
      <p class="intro">{t('show.what.nothing')}</p>
      <Ghost line onPress={() => router.go({ name: 'item/add' })}>
        {t('show.what.nothing.do')}
      </Ghost>
    </>
  );
};

/** Things just for me are not in the list; that they stay is said. */
const JustMe = () => {
  const { book } = useApp();
  const ways = useWays();
  const count = [...book.items.value.values()].filter(item => item.head.privacy === 'just-me').length;
  if (count === 0) return null;
  return (
    <Group title={say(ways.words, 'group.justMe')}>
      <p class="line-row gap-above-s">
        <Icon of={lock} />
        <span>{t('show.what.just-me', { count })}</span>
      </p>
    </Group>
  );
};
