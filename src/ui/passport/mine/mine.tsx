import { useMemo, useState } from 'preact/hooks';
import { mineGroups } from '../../../domain/groups.ts';
import type { Item } from '../../../domain/item.ts';
import type { GroupId } from '../../../domain/kind.ts';
import { kindOf, kinds } from '../../../domain/kinds.ts';
import { say } from '../../../domain/phrases.ts';
import { hasEnded } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { FindField } from '../../parts/field.tsx';
import { plus } from '../../parts/icons.ts';
import { Place } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { Nothing } from '../today/nothing.tsx';
import { useWays } from '../ways.ts';
import { Covered } from './covered.tsx';
import { Found } from './found.tsx';
import { ItemRow } from './item-row.tsx';
import { More } from './more.tsx';

/** Rows drawn at first, and each time the end comes near: ten thousand things must not hold up a cheap phone. */
const AT_ONCE = 100;

/** Everything the person keeps. */
export const Mine: ScreenOf<'mine'> = () => {
  const { book, router, hide } = useApp();
  const [query, setQuery] = useState('');
  if (book.items.value.size === 0) {
    return (
      <Page at="mine">
        <Place title={t('mine.title')} hide={hide} />
        <Nothing />
      </Page>
    );
  }
  return (
    <Page at="mine">
      <Place title={t('mine.title')} hide={hide} />
      <search class="tools">
        <FindField value={query} onInput={setQuery} />
        <Button icon={plus} onPress={() => router.go({ name: 'item/add' })}>
          {t('mine.add')}
        </Button>
      </search>
      {query.trim() ? <Found query={query} /> : <All />}
    </Page>
  );
};

interface Listed {
  id: GroupId;
  items: Item[];
}

const order = new Map(kinds.map((kind, at) => [kind.id, at]));
/** In the order of kinds; what has ended comes after the rest of its kind. */
const placeIn = (item: Item): number =>
  (order.get(item.kind) ?? order.size) + (hasEnded(item.head) ? 0.5 : 0);

/** The groups that have something in them, in order, without what is just for me. */
const listed = (items: Iterable<Item>): Listed[] => {
  const byGroup = new Map<GroupId, Item[]>(mineGroups.map(({ id }) => [id, []]));
  for (const item of items) {
    if (item.head.privacy === 'just-me') continue;
    // A kind from a later version stands with the papers.
    byGroup.get(kindOf(item.kind)?.group ?? 'papers')?.push(item);
  }
  return [...byGroup].map(([id, own]) => ({ id, items: own.sort((a, b) => placeIn(a) - placeIn(b)) }));
};

const All = () => {
  const { book } = useApp();
  const ways = useWays();
  const items = book.items.value;
  const groups = useMemo(() => listed(items.values()), [items]);
  const [limit, setLimit] = useState(AT_ONCE);
  const total = groups.reduce((sum, group) => sum + group.items.length, 0);
  let room = limit;
  return (
    <>
      {groups.map(({ id, items: own }, at) => {
        const drawn = own.slice(0, room);
        room -= drawn.length;
        if (drawn.length === 0) return null;
        return (
          <Group
            key={id}
            title={say(ways.words, mineGroups[at]!.label)}
            end={own.length > 1 ? String(own.length) : undefined}
          >
            <ul class="rows">
              {drawn.map(item => (
                <ItemRow key={item.id} item={item} ways={ways} />
              ))}
            </ul>
          </Group>
        );
      })}
      {total > limit ? (
        <More count={Math.min(AT_ONCE, total - limit)} onMore={() => setLimit(limit + AT_ONCE)} />
      ) : (
        <Covered />
      )}
    </>
  );
};
