import { offersOf } from '../../../domain/proposal.ts';
import { people } from '../../parts/icons-start.ts';
import { Ring } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';

/** What someone offered, and waits for the person's yes. */
export const Waiting = () => {
  const { book, router } = useApp();
  const lines = book.waiting.lines.value;
  if (lines.length === 0) return null;
  const names = [...new Set(lines.map(line => line.proposal.from).filter(Boolean))];
  return (
    <Ring
      go
      icon={people}
      title={t('review.go', { count: offersOf(lines).length })}
      text={names.length > 0 ? t('review.go.from', { who: names.join(', ') }) : t('review.go.someone')}
      onPress={() => router.go({ name: 'review' })}
    />
  );
};
