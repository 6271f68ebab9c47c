import type { Since } from '../../../app/sharing.ts';
import type { Item } from '../../../domain/item.ts';
import { rowOf } from '../../../domain/show.ts';
import { Note } from '../../parts/note.tsx';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { nameThen } from '../log/name-then.ts';
import { useWays, whenText } from '../ways.ts';

/** What is not as it was when the same was shown before, by the names that the person's own lists use. */
export const SinceThen = ({ since: { at, changed, added, gone, photos } }: { since: Since }) => {
  const { book } = useApp();
  const ways = useWays();
  const list = (all: string[]) => new Intl.ListFormat(locale()).format(all);
  const names = (items: readonly Item[]) => items.map(item => rowOf(item, ways).title);
  const files = (what: Since['photos']) => (photos === what ? [t('show.since.photos')] : []);
  const title = t('show.since', { when: whenText(at) });
  const fresh = [...names(added), ...files('added')];
  const then = [...gone.map(one => nameThen(one, book.all.value.get(one.item), ways)), ...files('gone')];
  if (changed.length + fresh.length + then.length === 0)
    return <Note title={title}>{t('show.since.same')}</Note>;
  const lines = [
    changed.length > 0 && t('show.since.changed', { list: list(names(changed)) }),
    fresh.length > 0 && t('show.since.new', { list: list(fresh) }),
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
