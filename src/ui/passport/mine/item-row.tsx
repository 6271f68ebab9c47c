import type { Item } from '../../../domain/item.ts';
import type { Ways } from '../../../domain/show.ts';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { rowFor, sourceFor } from './cover.ts';

/** One thing in a list: what the bus rule lets it say, how private it is, who said so and when. */
export const ItemRow = ({ item, ways, shown }: { item: Item; ways: Ways; shown?: boolean }) => {
  const { book, router } = useApp();
  const { title, line } = rowFor(item, ways, shown);
  return (
    <Row
      title={title}
      value={item.heads.length > 1 ? t('mine.conflict') : line}
      privacy={item.head.privacy}
      source={sourceFor(item.head, ways, book.settings.value)}
      onPress={() => router.go({ name: 'item/view', id: item.id })}
    />
  );
};
