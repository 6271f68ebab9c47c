import { useState } from 'preact/hooks';
import { type Card, cardText } from '../../../app/card.ts';
import type { CardPick } from '../../../app/codec.ts';
import type { Item } from '../../../domain/item.ts';
import { rowOf, titleOf } from '../../../domain/show.ts';
import { plainTextQr } from '../../../share/qr.ts';
import { Button } from '../../parts/button.tsx';
import { PickRow } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { warn } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { headingOf } from '../item/thing.tsx';
import { Page, Top } from '../page.tsx';
import { useWays } from '../ways.ts';
import { buildCard, cardFacts, cardOffers, cardWays } from './build.ts';
import { CardLines } from './lines.tsx';
import { type Ticks, useTicks } from './ticks.ts';
import { useCard } from './use-card.ts';

/** Choosing what stands on the card, line by line, with the card itself below. */
export const CardEdit = () => {
  const { router, book, say } = useApp();
  const ways = cardWays(useWays());
  const state = useCard();
  const items = book.items.value;
  const ticks = useTicks(state.picks);
  const [slip, setSlip] = useState('');
  const card = buildCard(ticks.picks, items, ways);
  const save = async () => {
    if (card.lines.length === 0) return setSlip(t('card.edit.none'));
    try {
      await state.write(ticks.picks);
      router.back();
      say({ text: t('card.saved') });
    } catch (error) {
      say({ text: t(failed(error)) });
    }
  };
  return (
    <Page dock={<EditDock picks={ticks.picks} slip={slip} onSave={() => void save()} />}>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('card.edit.title')}
      </h1>
      <p class="intro">{t('card.edit.intro')}</p>
      <div class="gap-above">
        <Note look="ask" icon={warn}>
          {t('card.warn')}
        </Note>
      </div>
      <AllTicks ticks={ticks} />
      <Preview card={card} />
    </Page>
  );
};

/** What an emergency asks for comes first; the rest only when asked for, or where something of it is ticked. */
const AllTicks = ({ ticks }: { ticks: Ticks }) => {
  const { book } = useApp();
  const { first, rest } = cardOffers(book.items.value);
  const [all, setAll] = useState(() => rest.some(item => ticks.picks.some(pick => pick.item === item.id)));
  const shown = all ? [...first, ...rest] : first;
  return (
    <>
      {shown.map(item => (
        <ItemTicks key={item.id} item={item} has={ticks.has} set={ticks.set} />
      ))}
      {!all && rest.length > 0 && (
        <div class="gap-above-l">
          <Button wide onPress={() => setAll(true)}>
            {t('card.edit.more', { count: rest.length })}
          </Button>
        </div>
      )}
    </>
  );
};

const Preview = ({ card }: { card: Card }) => (
  <div id="card-preview" tabIndex={-1}>
    <Group title={t('card.edit.preview')}>
      {card.lines.length > 0 ? (
        <CardLines card={card} />
      ) : (
        <p class="quiet gap-above-s">{t('card.edit.previewNone')}</p>
      )}
      {card.lines.length > 0 && !plainTextQr(cardText(card)) && <Note look="ask">{t('card.edit.long')}</Note>}
    </Group>
  </div>
);

const toPreview = (): void => {
  const preview = document.getElementById('card-preview');
  preview?.scrollIntoView();
  preview?.focus({ preventScroll: true });
};

interface ItemTicksProps {
  item: Item;
  has: (item: string, field: string) => boolean;
  set: (item: string, field: string, on: boolean) => void;
}

/** The lines of one item. A Careful one's content shows once it is ticked, not before. */
const ItemTicks = ({ item, has, set }: ItemTicksProps) => {
  const ways = cardWays(useWays());
  const { privacy, absence } = item.head;
  const facts = cardFacts(item, ways);
  if (absence) {
    return (
      <Group title={headingOf(item.head, ways)}>
        <ul class="picks">
          <PickRow
            title={titleOf(item.head, ways)}
            privacy={privacy}
            checked={has(item.id, '')}
            onInput={on => set(item.id, '', on)}
          />
        </ul>
      </Group>
    );
  }
  if (facts.length === 0) return null;
  return (
    <Group title={rowOf(item, ways).title}>
      <ul class="picks">
        {facts.map(({ name, label, text }) => (
          <PickRow
            key={name}
            title={label}
            text={privacy === 'open' || has(item.id, name) ? text : undefined}
            privacy={privacy === 'open' ? undefined : privacy}
            checked={has(item.id, name)}
            onInput={on => set(item.id, name, on)}
          />
        ))}
      </ul>
    </Group>
  );
};

const EditDock = ({
  picks,
  slip,
  onSave,
}: {
  picks: readonly CardPick[];
  slip: string;
  onSave: () => void;
}) => {
  const count = picks.reduce((sum, { fields }) => sum + Math.max(1, fields.length), 0);
  return (
    <>
      <div role="alert">{slip && count === 0 && <Note look="wrong">{slip}</Note>}</div>
      <p role="status">
        <b>{t('card.edit.count', { count })}</b>
      </p>
      <div class="split">
        <Button onPress={toPreview}>{t('card.look')}</Button>
        <Button look="solid" onPress={onSave}>
          {t('card.edit.save')}
        </Button>
      </div>
    </>
  );
};
