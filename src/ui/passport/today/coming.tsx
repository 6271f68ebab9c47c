import { nextVisit } from '../../../domain/plans.ts';
import { hasEnded, type Ways } from '../../../domain/show.ts';
import { type Soon, soonOf } from '../../../domain/soon.ts';
import { Group } from '../../parts/facts.tsx';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { rowFor } from '../mine/cover.ts';
import { useWays } from '../ways.ts';
import { minuteNow } from './next-visit.tsx';

const whenText = (days: number): string => {
  if (days === 0) return t('today.soon.today');
  return days > 0 ? t('today.soon.in', { days }) : t('today.soon.past', { days: -days });
};

/** Open things say what runs out; the others only that something does, and when. */
const lineFor = ({ item, field, said, days }: Soon, ways: Ways): string => {
  // Nothing counts the days since: it may wait.
  if (hasEnded(item.head)) return t('hard.soon');
  if (item.head.privacy !== 'open') return whenText(days);
  const label = ways.words(`kind.${item.kind}.${field.name}.label`, field.label);
  return `${t('today.soon.line', { label, date: ways.date(said) })}. ${whenText(days)}`;
};

/** What runs out or comes up soon, and what already did. */
export const ComingUp = () => {
  const { book, router, session } = useApp();
  const ways = useWays();
  const items = book.items.value;
  // The next appointment has a card of its own.
  const visit = nextVisit(items.values(), minuteNow(session.clock));
  const soon = soonOf(items.values(), ways.today).filter(one => one.item !== visit);
  if (soon.length === 0) return null;
  return (
    <Group title={t('today.soon')}>
      <ul class="rows">
        {soon.map(one => (
          <Row
            key={`${one.item.id}.${one.field.name}`}
            title={rowFor(one.item, ways).title}
            value={lineFor(one, ways)}
            onPress={() => router.go({ name: 'item/view', id: one.item.id })}
          />
        ))}
      </ul>
    </Group>
  );
};
