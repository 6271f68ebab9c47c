import { draftKeyOf } from '../../../app/drafts.ts';
import { mineGroups } from '../../../domain/groups.ts';
import type { Item } from '../../../domain/item.ts';
import type { Kind } from '../../../domain/kind.ts';
import { kinds } from '../../../domain/kinds.ts';
import { say as phrase } from '../../../domain/phrases.ts';
import { Group } from '../../parts/facts.tsx';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { NewForm } from '../item/edit.tsx';
import { saidOf } from '../item/save.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';

/** What can be kept, in plain words; with a kind, its empty form. */
export const Add: ScreenOf<'item/add'> = ({ route }) => {
  const kind = kinds.find(one => one.id === route.kind);
  return kind ? <NewForm kind={kind} owner={route.owner} /> : <AddList />;
};

const AddList = () => {
  const ways = useWays();
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('mine.add.title')}
      </h1>
      <p class="intro">{t('mine.add.hint')}</p>
      {mineGroups.map(group => (
        <Group key={group.id} title={phrase(ways.words, group.label)}>
          {kinds
            .filter(kind => kind.group === group.id && !kind.partOf)
            .map(kind => (
              <KindLines key={kind.id} kind={kind} />
            ))}
        </Group>
      ))}
    </Page>
  );
};

/** One kind to add, and the sentence that there is none, where that is worth saying. */
const KindLines = ({ kind }: { kind: Kind }) => {
  const { book, router } = useApp();
  const ways = useWays();
  const there = [...book.items.value.values()].filter(item => item.kind === kind.id);
  const only = kind.single ? there[0] : undefined;
  const begun = book.drafts.value.has(draftKeyOf({ kind: kind.id }));
  const hint = only ? t('mine.add.there') : begun ? t('mine.add.draft') : undefined;
  const open = () =>
    router.go(only ? { name: 'item/view', id: only.id } : { name: 'item/add', kind: kind.id });
  return (
    <>
      <Go title={ways.words(`kind.${kind.id}.add`, kind.add)} text={hint} onPress={open} />
      {kind.none && there.length === 0 && <SayNone kind={kind} none={kind.none} />}
    </>
  );
};

/** "I have no allergies": kept at once, for none can be said in one press. */
const SayNone = ({ kind, none }: { kind: Kind; none: string }) => {
  const { book, router, say } = useApp();
  const ways = useWays();
  const words = ways.words(`kind.${kind.id}.none`, none);
  const keep = async () => {
    const said = { kind: kind.id, privacy: kind.privacy, source: { type: 'me' }, asOf: ways.today } as const;
    const item: Item = await book.saveItem({ ...said, values: {}, absence: 'none' });
    router.replace({ name: 'item/view', id: item.id });
    say({ text: t('mine.none.said', { words }), undo: saidOf(book, router, item) });
  };
  return <Go title={words} text={t('mine.none.hint')} onPress={() => void keep()} />;
};
