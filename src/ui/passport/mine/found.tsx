import { useMemo } from 'preact/hooks';
import { createSearch } from '../../../domain/search.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { uncoveredIn } from './cover.ts';
import { ItemRow } from './item-row.tsx';

/** What has those words, while they are typed. */
export const Found = ({ query }: { query: string }) => {
  const { book } = useApp();
  const ways = useWays();
  const items = book.items.value;
  const shown = uncoveredIn(book).value;
  const hasCovered = !shown && [...items.values()].some(item => item.head.privacy === 'just-me');
  const search = useMemo(() => createSearch(items.values(), ways, shown), [items, shown, ways.today]);
  const found = search(query);
  return (
    <section class="gap-above" aria-label={t('mine.find')}>
      <p class="quiet" role="status">
        {t('mine.find.found', { count: found.total })}
        {found.total > found.items.length && ` ${t('mine.find.first', { count: found.items.length })}`}
      </p>
      {found.total === 0 && <p class="quiet">{t('mine.find.none.hint')}</p>}
      <ul class="rows">
        {found.items.map(item => (
          <ItemRow key={item.id} item={item} ways={ways} shown={shown} />
        ))}
      </ul>
      {hasCovered && <p class="meta gap-above">{t('mine.find.covered')}</p>}
    </section>
  );
};
