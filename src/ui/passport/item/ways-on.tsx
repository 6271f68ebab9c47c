import { useState } from 'preact/hooks';
import type { Item } from '../../../domain/item.ts';
import { ownerOf } from '../../../domain/parts.ts';
import { Button } from '../../parts/button.tsx';
import { bin, clock, pencil } from '../../parts/icons.ts';
import { show } from '../../parts/icons-start.ts';
import { Go } from '../../parts/rings.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useCard } from '../card/use-card.ts';
import { useApp } from '../context.ts';
import { freshDraft } from '../show/flow.ts';

interface WaysProps {
  item: Item;
  /** Where changing it has a place of its own on the screen. */
  changed?: 'elsewhere' | undefined;
}

const Change = ({ item, changed }: WaysProps) => {
  const { router } = useApp();
  if (changed) return null;
  return (
    <Button icon={pencil} onPress={() => router.go({ name: 'item/edit', id: item.id })}>
      {t('item.change')}
    </Button>
  );
};

/** What can be done with a thing: change it, show it, look at how it was, take it away. */
export const Ways = ({ item, changed }: WaysProps) => {
  const { router, helping } = useApp();
  const [asking, setAsking] = useState(false);
  if (helping) return <Change item={item} changed={changed} />;
  const isPart = ownerOf(item.head) !== null;
  const mayLeave = item.head.privacy !== 'just-me' && !isPart;
  return (
    <>
      <div class="pair gap-above">
        <Change item={item} changed={changed} />
        {mayLeave && (
          <Button
            icon={show}
            onPress={() => router.go({ name: 'show/who', draft: { ...freshDraft(), ticked: [item.id] } })}
          >
            {t('item.show')}
          </Button>
        )}
      </div>
      {!mayLeave && !isPart && <p class="meta gap-above-s">{t('item.private')}</p>}
      {item.versions.length > 1 && (
        <div class="gap-above">
          <Go
            first
            icon={clock}
            title={t('item.story')}
            text={t('item.story.count', { count: item.versions.length - 1 })}
            onPress={() => router.go({ name: 'item/story', id: item.id })}
          />
        </div>
      )}
      <Button wide look="brick" icon={bin} class="gap-above" onPress={() => setAsking(true)}>
        {t('item.delete')}
      </Button>
      {asking && <AskDelete item={item} onNotNow={() => setAsking(false)} />}
    </>
  );
};

const AskDelete = ({ item, onNotNow }: { item: Item; onNotNow: () => void }) => {
  const { book, home, router, say } = useApp();
  const card = useCard();
  const others = card.picks.filter(pick => pick.item !== item.id);
  const onCard = others.length < card.picks.length;
  const shown = book.shares.value.some(entry => entry.items.some(one => one.item === item.id));
  const takeAway = async () => {
    // The card first: it is the copy that anyone can read.
    if (onCard) await (others.length > 0 ? card.write(others) : card.turnOff());
    return book.remove(item.id);
  };
  const remove = async () => {
    // The sheet would hide what went wrong.
    const putBack = await takeAway().finally(onNotNow);
    if (ownerOf(item.head)) router.back();
    else home('mine');
    say({
      text: t('item.delete.done'),
      undo: async () => {
        await putBack();
        if (onCard) await card.write(card.picks);
      },
    });
  };
  return (
    <Sheet title={t('item.delete.title')} text={t('item.delete.text')} onNotNow={onNotNow}>
      {onCard && <p class="quiet">{t('item.delete.card')}</p>}
      {shown && <p class="quiet">{t('item.delete.shared')}</p>}
      <Button wide look="brick" icon={bin} onPress={() => void remove()}>
        {t('item.delete')}
      </Button>
    </Sheet>
  );
};
