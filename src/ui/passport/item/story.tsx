import { useState } from 'preact/hooks';
import type { Item, Version } from '../../../domain/item.ts';
import { coverOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { giveBack } from '../../parts/icons-shared.ts';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { isCovered, sourceFor } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays, whenText } from '../ways.ts';
import { Files } from './file-view.tsx';
import { Lead, ThingFacts } from './thing.tsx';

/** How a thing was before: every version, newest first, and any of them can come back. */
export const Story: ScreenOf<'item/story'> = ({ route }) => {
  const { book, router } = useApp();
  const ways = useWays();
  const item = book.all.value.get(route.id);
  const covered = item !== undefined && isCovered(book, item);
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('item.story')}
      </h1>
      {!item || covered ? (
        <Button class="gap-above" onPress={() => router.back()}>
          {t('item.gone.do')}
        </Button>
      ) : (
        <>
          <p class="intro" dir="auto">
            {coverOf(item.head, ways)}. {t('item.story.hint')}
          </p>
          <ol class="rows gap-above">
            {item.versions.map(version => (
              <Told key={version.id} item={item} version={version} />
            ))}
          </ol>
        </>
      )}
    </Page>
  );
};

/** Same words as the one before it: the person looked, and it still held. */
const onlyLooked = (item: Item, version: Version): boolean => {
  const before = item.versions.find(one => version.parents.includes(one.id));
  if (!before || version.parents.length !== 1) return false;
  const say = ({ values, source, asOf, privacy, absence }: Version) =>
    JSON.stringify([Object.entries(values).sort(), source, asOf, privacy, absence]);
  return say(before) === say(version);
};

const Told = ({ item, version }: { item: Item; version: Version }) => {
  const { book } = useApp();
  const ways = useWays();
  const [open, setOpen] = useState(false);
  const now = version.id === item.head.id;
  const value = now ? t('item.story.now') : onlyLooked(item, version) ? t('item.story.same') : undefined;
  return (
    <li>
      <ul class="rows">
        <Row
          title={t('item.story.saved', { when: whenText(version.savedAt) })}
          value={value}
          source={sourceFor(version, { ...ways, today: version.lookedAt }, book.settings.value)}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </ul>
      {open && <Opened item={item} version={version} now={now} />}
    </li>
  );
};

const Opened = ({ item, version, now }: { item: Item; version: Version; now: boolean }) => {
  const { book, router, say } = useApp();
  const bring = async () => {
    const before = item.head.id;
    await book.bringBack(item.id, version.id);
    router.back();
    say({ text: t('item.story.back.done'), undo: async () => void (await book.bringBack(item.id, before)) });
  };
  return (
    <div class="told">
      <Lead version={version} />
      <ThingFacts version={version} whole />
      <Files version={version} />
      {!now && (
        <Button wide icon={giveBack} class="gap-above-s" onPress={() => void bring()}>
          {t('item.story.back')}
        </Button>
      )}
    </div>
  );
};
