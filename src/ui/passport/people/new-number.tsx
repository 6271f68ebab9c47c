import type { Item, ItemId } from '../../../domain/item.ts';
import { contactsIn } from '../../../domain/people.ts';
import { Button } from '../../parts/button.tsx';
import { PickRow } from '../../parts/choice.tsx';
import { Empty } from '../../parts/facts.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { rowFor } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';

/** Who needs the person's new phone number, ticked off one by one. */
export const NewNumber: ScreenOf<'people/number'> = () => {
  const { book } = useApp();
  const told = book.settings.value.toldNumber;
  const people = contactsIn(book.items.value.values());
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('number.title')}
      </h1>
      <p class="intro">{t('number.intro')}</p>
      {people.length === 0 ? <Nobody /> : told ? <Telling people={people} told={told} /> : <Begin />}
    </Page>
  );
};

const Nobody = () => (
  <div class="gap-above">
    <Empty title={t('number.none')} text={t('number.none.text')} />
  </div>
);

const Begin = () => {
  const { book } = useApp();
  return (
    <Button look="solid" wide class="gap-above" onPress={() => void book.writeSettings({ toldNumber: [] })}>
      {t('number.begin')}
    </Button>
  );
};

const Telling = ({ people, told }: { people: readonly Item[]; told: readonly ItemId[] }) => {
  const { book, say } = useApp();
  const ways = useWays();
  const left = people.filter(({ id }) => !told.includes(id)).length;
  const tell = (id: ItemId, on: boolean) =>
    void book.writeSettings({ toldNumber: on ? [...told, id] : told.filter(one => one !== id) });
  const end = async () => {
    await book.writeSettings({ toldNumber: null });
    say({ text: t('number.ended'), undo: () => book.writeSettings({ toldNumber: told }) });
  };
  return (
    <>
      <p class="lead gap-above" role="status">
        {t('number.left', { count: left })}
      </p>
      <ul class="picks gap-above-s">
        {people.map(item => {
          const { title, line } = rowFor(item, ways);
          return (
            <PickRow
              key={item.id}
              title={title}
              text={line}
              checked={told.includes(item.id)}
              onInput={on => tell(item.id, on)}
            />
          );
        })}
      </ul>
      <Button wide class="gap-above" onPress={() => void end()}>
        {t('number.end')}
      </Button>
    </>
  );
};
