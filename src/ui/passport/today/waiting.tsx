import { offersOf } from '../../../domain/proposal.ts';
import { Ghost } from '../../parts/button.tsx';
import { people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';

/** What someone offered, and waits for the person's yes. */
export const Waiting = () => {
  const { book, router } = useApp();
  const lines = book.waiting.lines.value;
  if (lines.length === 0) return <Outside />;
  const helped = lines.filter(({ proposal }) => proposal.via === 'together');
  const names = [...new Set(helped.map(({ proposal }) => proposal.from).filter(Boolean))];
  const together = names.length > 0 ? t('review.go.from', { who: names.join(', ') }) : t('review.go.someone');
  return (
    <Ring
      go
      icon={people}
      title={t('review.go', { count: offersOf(lines).length })}
      text={helped.length === lines.length ? together : t('review.go.other')}
      onPress={() => router.go({ name: 'review' })}
    />
  );
};

/** What was written with someone could not come in. */
const Outside = () => {
  const { book, session, say } = useApp();
  const why = book.waiting.outside.value;
  if (!why) return null;
  const drop = () => session.opened?.dropUnread().catch((error: unknown) => say({ text: t(failed(error)) }));
  return (
    <Note look="wrong">
      {t(`review.out.${why}`)}
      {why === 'unread' && (
        <Ghost line onPress={() => void drop()}>
          {t('review.out.drop')}
        </Ghost>
      )}
    </Note>
  );
};
