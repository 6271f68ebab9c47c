import { Note } from '../parts/note.tsx';
import { t } from '../words/words.ts';
import { useApp } from './context.ts';

/** What could not be read when the record was opened, that the rest is fine, and what to do. */
export const Damage = () => {
  const { book } = useApp();
  const count = book.damage.length;
  if (count === 0) return null;
  return (
    <Note look="wrong" title={t('damage.title')}>
      {t('damage.text')} {t('damage.pages', { count })} {t('damage.do')}
    </Note>
  );
};
