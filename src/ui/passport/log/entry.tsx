import type { Item } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { LogEntry } from '../../../domain/share.ts';
import { coverOf, rowOf, titleOf, type Ways } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { type Fact, Facts, Group } from '../../parts/facts.tsx';
import { stop } from '../../parts/icons.ts';
import { show } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { Page, Top } from '../page.tsx';
import type { RouteOf } from '../routes.ts';
import { isOpen, useNow, whoText } from '../show/closes.ts';
import { useWays, whenText } from '../ways.ts';
import { longText } from './when.ts';

/** One time something went out: for whom, when, how, why, and what they could see. */
export const LogEntryPage = ({ route }: { route: RouteOf<'log/entry'> }) => {
  const { book } = useApp();
  const entry = book.log.value.find(e => e.id === route.id);
  return (
    <Page at="people">
      <Top />
      {entry ? <Entry entry={entry} /> : <Gone />}
    </Page>
  );
};

const Gone = () => (
  <h1 class="title" tabIndex={-1}>
    {t('log.gone')}
  </h1>
);

const Entry = ({ entry }: { entry: LogEntry }) => {
  const { session } = useApp();
  const open = isOpen(entry, useNow(session.clock));
  return (
    <>
      <h1 class="title" tabIndex={-1} dir="auto">
        {whoText(entry)}
      </h1>
      <p class="intro">{whenText(entry.at)}</p>
      <div class="gap-above">
        <Facts facts={factsOfEntry(entry, open)} />
      </div>
      <Shown entry={entry} />
      <Actions entry={entry} open={open} />
    </>
  );
};

const factsOfEntry = (entry: LogEntry, open: boolean): Fact[] => {
  const stopped = entry.stoppedAt && t('log.end.stopped', { when: whenText(entry.stoppedAt) });
  const end = open ? t('log.end.open') : stopped || t('log.end.closed');
  return [
    { label: t('log.for'), value: t(`show.purpose.${entry.purpose}`) },
    ...(entry.why ? [{ label: t('log.why'), value: entry.why }] : []),
    { label: t('log.how'), value: t(`log.by.${entry.by}`) },
    ...(entry.by === 'code'
      ? [
          { label: t('log.open'), value: longText(entry.minutes) },
          { label: t('log.end'), value: end },
        ]
      : []),
  ];
};

const Shown = ({ entry }: { entry: LogEntry }) => {
  const { book, router } = useApp();
  const ways = useWays();
  const items = book.items.value;
  return (
    <Group title={t('log.shown')} end={entry.items.length}>
      <ul class="rows">
        {entry.items.map(shown => {
          const item = items.get(shown.item);
          return (
            <Row
              key={shown.item}
              title={nameOf(shown, item, ways)}
              privacy={item?.head.privacy ?? shown.privacy}
              covered={item?.head.privacy === 'just-me'}
              onPress={item && (() => router.go({ name: 'item/view', id: item.id }))}
            />
          );
        })}
      </ul>
      <p class="meta">{t('log.shown.note')}</p>
    </Group>
  );
};

/** By the bus rule: what was Careful then, or is now, goes by the person's own name for it. */
const nameOf = (shown: LogEntry['items'][number], item: Item | undefined, ways: Ways): string => {
  if (item && item.head.privacy !== 'open') return rowOf(item, ways).title;
  if (shown.privacy !== 'open') return coverOf({ kind: shown.kind, values: {} }, ways);
  const named = kindOf(shown.kind)?.title[0];
  if (!named || !shown.title) return coverOf({ kind: shown.kind, values: {} }, ways);
  // Written down as it was kept: a choice by its id.
  return titleOf({ kind: shown.kind, values: { [named]: shown.title } }, ways);
};

const Actions = ({ entry, open }: { entry: LogEntry; open: boolean }) => {
  const { router, sharing, say } = useApp();
  const again = () => {
    const draft = sharing.again(entry);
    if (draft.ticked.length === 0) return say({ text: t('log.again.gone') });
    router.go({ name: 'show/what', draft });
  };
  const end = () =>
    sharing.stop(entry).then(
      () => say({ text: t('log.stopped') }),
      (error: unknown) => say({ text: t(failed(error)) }),
    );
  return (
    <div class="stack-2 gap-above-l">
      <Note>{t('log.copy')}</Note>
      <Button look="solid" wide icon={show} onPress={again}>
        {t('log.again')}
      </Button>
      {open && entry.by === 'code' && (
        <Button look="brick" wide icon={stop} onPress={() => void end()}>
          {t('log.stop')}
        </Button>
      )}
    </div>
  );
};
