import { GOAL } from '../../../domain/goals.ts';
import { kinds } from '../../../domain/kinds.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { plus } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { Place } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { rowFor } from '../mine/cover.ts';
import { Page } from '../page.tsx';
import { useWays } from '../ways.ts';

/** What two people write together besides goals. */
const others = ['appointment', 'referral', 'help', 'contact'];

/** All that can be seen and written while someone helps. */
export const HelpHome = () => {
  const { book, router, helping, hide } = useApp();
  const ways = useWays();
  const items = [...book.items.value.values()];
  const also = items.filter(item => item.kind !== GOAL);
  const row = (item: (typeof items)[number]) => {
    const { title, line } = rowFor(item, ways);
    return (
      <Go
        key={item.id}
        title={title}
        text={line || undefined}
        onPress={() => router.go({ name: 'item/view', id: item.id })}
      />
    );
  };
  const who = helping?.owner;
  return (
    <Page>
      <Place title={t('help.title')} hide={hide} />
      <Group title={t('help.goals')}>
        {items.filter(item => item.kind === GOAL).map(row)}
        <Button
          wide
          icon={plus}
          class="gap-above"
          onPress={() => router.go({ name: 'item/add', kind: GOAL })}
        >
          {t('help.goal.add')}
        </Button>
      </Group>
      {also.length > 0 && <Group title={t('help.also')}>{also.map(row)}</Group>}
      <Group title={t('help.more')}>
        {kinds
          .filter(kind => others.includes(kind.id))
          .map(kind => (
            <Go
              key={kind.id}
              title={ways.words(`kind.${kind.id}.add`, kind.add)}
              onPress={() => router.go({ name: 'item/add', kind: kind.id })}
            />
          ))}
      </Group>
      <div class="gap-above">
        <Note>{who ? t('help.waits', { who }) : t('help.waits.someone')}</Note>
      </div>
    </Page>
  );
};
