import type { Item } from '../../../domain/item.ts';
import { ringFor } from '../../../domain/people.ts';
import { nextVisit } from '../../../domain/plans.ts';
import { coverOf, factsOf, type Ways } from '../../../domain/show.ts';
import { type Clock, today } from '../../../lib/clock.ts';
import { Button } from '../../parts/button.tsx';
import { forward, phone } from '../../parts/icons.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';

/** `YYYY-MM-DDTHH:MM` here and now. */
export const minuteNow = (clock: Clock): string => {
  const now = new Date(clock.now());
  const two = (n: number) => String(n).padStart(2, '0');
  return `${today(clock)}T${two(now.getHours())}:${two(now.getMinutes())}`;
};

/** What the card may say by the bus rule: a careful one says when, and its cover. */
const linesOf = (item: Item, ways: Ways) => {
  const said = new Map(factsOf(item.head, ways).map(({ name, text }) => [name, text]));
  const when = said.get('when') ?? '';
  if (item.head.privacy !== 'open') return { when, what: coverOf(item.head, ways), how: '' };
  const what = [said.get('with'), said.get('where')].filter(Boolean).join(', ') || coverOf(item.head, ways);
  return { when, what, how: said.get('lift') ?? said.get('how') ?? '' };
};

/** The next appointment, and how the person gets there. */
export const NextVisit = () => {
  const { book, router, session } = useApp();
  const ways = useWays();
  const items = book.items.value;
  const item = nextVisit(items.values(), minuteNow(session.clock));
  if (!item) return null;
  const { when, what, how } = linesOf(item, ways);
  const name = item.head.values.with;
  const ring =
    item.head.privacy === 'open' && typeof name === 'string' ? ringFor(name, items.values(), ways) : null;
  return (
    <section class="card gap-above">
      <p class="quiet">{t('visit.next')}</p>
      <h2 class="lead">
        <bdi>{when}</bdi>
      </h2>
      <p>
        <bdi>{what}</bdi>
      </p>
      {how && (
        <p class="quiet">
          <bdi>{how}</bdi>
        </p>
      )}
      <div class="pair gap-above">
        <Button icon={forward} onPress={() => router.go({ name: 'item/view', id: item.id })}>
          {t('visit.open')}
        </Button>
        {ring && (
          <Button icon={phone} href={`tel:${ring.dial}`} say={t('item.ring', { who: ring.name })}>
            {t('goal.ring')}
          </Button>
        )}
      </div>
    </section>
  );
};
