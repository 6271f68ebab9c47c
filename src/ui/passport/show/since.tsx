import type { Since } from '../../../app/sharing.ts';
import type { Item } from '../../../domain/item.ts';
import { rowOf } from '../../../domain/show.ts';
import { Note } from '../../parts/note.tsx';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { nameThen } from '../log/name-then.ts';
import { useWays, whenText } from '../ways.ts';

/** What is not as it was when the same was shown before, by the names that the person's own lists use. */
export const SinceThen = ({ since: { at, changed, added, gone } }: { since: Since }) => {
  const { book } = useApp();
  const ways = useWays();
  const list = (names: string[]) => new Intl.ListFormat(locale()).format(names);
  const now = (items: readonly Item[]) => list(items.map(item => rowOf(item, ways).title));
  const title = t('show.since', { when: whenText(at) });
  if (changed.length + added.length + gone.length === 0)
    return <Note title={title}>{t('show.since.same')}</Note>;
  const then = gone.map(one => nameThen(one, book.all.value.get(one.item), ways));
  const lines = [
    changed.length > 0 && t('show.since.changed', { list: now(changed) }),
    added.length > 0 && t('show.since.new', { list: now(added) }),
    then.length > 0 && t('show.since.gone', { list: list(then) }),
  ];
  return (
    <Note look="ask" title={title}>
      {lines.map(
        line =>
          line && (
            <p key={line} dir="auto">
              {line}
            </p>
          ),
      )}
    </Note>
  );
};
