import type { Item } from '../../../domain/item.ts';
import { sourceLine } from '../../../domain/said.ts';
import { Button } from '../../parts/button.tsx';
import { clock } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';

/** Asks whether it still holds; both answers weigh the same. */
export const AskAgain = ({ item, because }: { item: Item; because: 'old' | 'gap' }) => {
  const { book, router, say } = useApp();
  const ways = useWays();
  const { age } = sourceLine(item.head, ways, book.settings.value);
  const text = because === 'old' && age ? t('item.again.text', { age }) : t('item.again.gap');
  const still = () => void book.lookedAgain(item.id).then(() => say({ text: t('item.again.done') }));
  return (
    <div class="gap-above">
      <Note look="ask" icon={clock} title={t('item.again.title')}>
        <p>{text}</p>
        <div class="pair gap-above-s">
          <Button onPress={still}>{t('item.again.still')}</Button>
          <Button onPress={() => router.go({ name: 'item/edit', id: item.id })}>
            {t('item.again.change')}
          </Button>
        </div>
      </Note>
    </div>
  );
};
