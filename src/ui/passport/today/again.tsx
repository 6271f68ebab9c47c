import type { Item } from '../../../domain/item.ts';
import { asksToLookAgain } from '../../../domain/stale.ts';
import { Button } from '../../parts/button.tsx';
import { pencil } from '../../parts/icons.ts';
import { tick } from '../../parts/icons-start.ts';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { rowFor, sourceFor } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';

/** Everything that asks to be looked at again, what the person looked at longest ago first. */
export const useAgain = (): Item[] => {
  const { book } = useApp();
  const { today } = useWays();
  const usage = book.settings.value;
  return [...book.items.value.values()]
    .filter(item => asksToLookAgain(item.head, today, usage))
    .sort((a, b) => a.head.lookedAt.localeCompare(b.head.lookedAt));
};

/** A screenful at a time: after a long gap everything asks. */
const AT_ONCE = 100;

/** What asks to be looked at again, each with both ways out, the same size. */
export const LookAgain: ScreenOf<'again'> = () => {
  const again = useAgain();
  return (
    <Page at="today">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('again.title')}
      </h1>
      <p class="intro">{t(again.length > 0 ? 'again.hint' : 'again.none')}</p>
      <ul class="rows gap-above">
        {again.slice(0, AT_ONCE).map(item => (
          <Ask key={item.id} item={item} />
        ))}
      </ul>
    </Page>
  );
};

const Ask = ({ item }: { item: Item }) => {
  const { book, router, say } = useApp();
  const ways = useWays();
  const { title, line } = rowFor(item, ways);
  const still = () => void book.lookedAgain(item.id).then(() => say({ text: t('again.done') }));
  const covered = item.head.privacy === 'just-me';
  return (
    <li>
      <ul class="rows">
        <Row
          title={title}
          value={line}
          privacy={item.head.privacy}
          source={covered ? undefined : sourceFor(item.head, ways, book.settings.value)}
          onPress={() => router.go({ name: 'item/view', id: item.id })}
        />
      </ul>
      {!covered && (
        <div class="pair again-ways">
          <Button icon={tick} say={`${t('item.again.still')}: ${title}`} onPress={still}>
            {t('item.again.still')}
          </Button>
          <Button
            icon={pencil}
            say={`${t('item.again.change')}: ${title}`}
            onPress={() => router.go({ name: 'item/edit', id: item.id })}
          >
            {t('item.again.change')}
          </Button>
        </div>
      )}
    </li>
  );
};
