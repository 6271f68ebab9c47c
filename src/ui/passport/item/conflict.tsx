import type { Item, Version } from '../../../domain/item.ts';
import { coverOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { useWays, whenText } from '../ways.ts';
import { Files } from './file-view.tsx';
import { Lead, Marks, ThingFacts } from './thing.tsx';

/** Two changes to one thing, side by side. Which one holds is for the person to say, never for us to guess. */
export const Conflict = ({ item }: { item: Item }) => {
  const ways = useWays();
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1} dir="auto">
        {coverOf(item.head, ways)}
      </h1>
      <div class="gap-above">
        <Note look="ask" title={t('item.conflict.title')}>
          <p>{t('item.conflict.text')}</p>
        </Note>
      </div>
      <div class="sides gap-above">
        {item.heads.map((version, at) => (
          <Side key={version.id} item={item} version={version} n={at + 1} />
        ))}
      </div>
    </Page>
  );
};

const Side = ({ item, version, n }: { item: Item; version: Version; n: number }) => {
  const { book, say } = useApp();
  const name = t('item.conflict.this', { n });
  const pick = async () => {
    await book.bringBack(item.id, version.id);
    say({ text: t('item.conflict.done') });
  };
  return (
    <section class="card" aria-label={name}>
      <h2 class="meta">
        {name}. {t('item.story.saved', { when: whenText(version.savedAt) })}
      </h2>
      <Lead version={version} />
      <Marks version={version} />
      <ThingFacts version={version} whole />
      <Files version={version} />
      <Button
        wide
        icon={tick}
        class="gap-above-s"
        say={`${t('item.conflict.pick')}: ${name}`}
        onPress={() => void pick()}
      >
        {t('item.conflict.pick')}
      </Button>
    </section>
  );
};
