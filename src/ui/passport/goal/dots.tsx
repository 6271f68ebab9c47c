import { useState } from 'preact/hooks';
import { CHECKIN, type StoryLine, storyOf, writtenOn } from '../../../domain/goals.ts';
import type { Item } from '../../../domain/item.ts';
import { showPlain } from '../../../domain/safe-text.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { plus } from '../../parts/icons.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { More } from '../mine/more.tsx';
import { useWays } from '../ways.ts';

/** Lines drawn at first. */
const AT_ONCE = 30;

/** How a goal has felt: one line a date, newest first. A table to look at, with no line drawn through it. */
export const Dots = ({ item }: { item: Item }) => {
  const { book, router } = useApp();
  const [limit, setLimit] = useState(AT_ONCE);
  const story = storyOf(item, book.parts.value.get(item.id) ?? []);
  const covered = book.settings.value.dotsCovered ?? false;
  const felt = story.some(line => line.type === 'dot' && line.feeling !== null);
  const cover = (
    <Ghost line onPress={() => void book.writeSettings({ dotsCovered: !covered })}>
      {t(covered ? 'goal.uncover' : 'goal.cover')}
    </Ghost>
  );
  return (
    <Group title={t('goal.story')} end={felt && cover}>
      {story.length > 0 && (
        <table class="dots">
          <Head ends={felt && !covered} />
          <tbody>
            {story.slice(0, limit).map((line, i) => (
              <Line key={i} line={line} covered={covered} />
            ))}
          </tbody>
        </table>
      )}
      {story.length > limit && (
        <More count={Math.min(AT_ONCE, story.length - limit)} onMore={() => setLimit(limit + AT_ONCE)} />
      )}
      <Button
        wide
        icon={plus}
        class="gap-above"
        onPress={() => router.go({ name: 'item/add', kind: CHECKIN, owner: item.id })}
      >
        {t('goal.dot.add')}
      </Button>
    </Group>
  );
};

/** What the ends of the line mean; without numbers, for screen readers alone. */
const Head = ({ ends }: { ends: boolean }) => (
  <thead class={ends ? undefined : 'sr'}>
    <tr>
      <th scope="col">
        <span class="sr">{t('goal.dot.day')}</span>
      </th>
      <th scope="col">
        <span class="sr">{t('goal.dot.feeling')}</span>
        {ends && (
          <span class="dots-ends" aria-hidden="true">
            <span>{t('goal.dot.far')}</span>
            <span>{t('goal.dot.there')}</span>
          </span>
        )}
      </th>
    </tr>
  </thead>
);

/** What a line says in words. */
const textOf = (line: StoryLine): string => {
  if (line.type === 'step') return t('goal.did', { step: showPlain(line.step) });
  return line.type === 'turn' ? t(`goal.turn.${line.state}`) : showPlain(line.note);
};

const Line = ({ line, covered }: { line: StoryLine; covered: boolean }) => {
  const ways = useWays();
  const { router } = useApp();
  // A dot must have something to press, also when its day was not said.
  const said = line.on.trim() || (line.type === 'dot' ? writtenOn(line.item) : '');
  const day = ways.date(showPlain(said));
  const feeling = line.type === 'dot' && !covered ? line.feeling : null;
  const text = textOf(line);
  return (
    <tr>
      <th scope="row">
        {line.type === 'dot' ? (
          <Ghost line onPress={() => router.go({ name: 'item/view', id: line.item.id })}>
            <bdi>{day}</bdi>
          </Ghost>
        ) : (
          <bdi>{day}</bdi>
        )}
      </th>
      <td>
        {feeling !== null && (
          <div class="track">
            <i class={`n${feeling}`}>{feeling}</i>
          </div>
        )}
        {text && (
          <p class={line.type === 'dot' ? 'note-line' : 'note-line quiet'}>
            <bdi>{text}</bdi>
          </p>
        )}
      </td>
    </tr>
  );
};
