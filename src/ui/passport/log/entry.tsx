import type { Item } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { LogEntry } from '../../../domain/log.ts';
import type { ProposalEntry } from '../../../domain/proposal.ts';
import type { ShareEntry } from '../../../domain/share.ts';
import { coverOf, rowOf, titleOf, type Ways } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { type Fact, Facts, Group } from '../../parts/facts.tsx';
import { stop } from '../../parts/icons.ts';
import { show } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { Page, Top } from '../page.tsx';
import type { RouteOf } from '../routes.ts';
import { isOpen, useNow, whoText } from '../show/closes.ts';
import { useWays, whenText } from '../ways.ts';
import { CameBack } from './came-back.tsx';
import { longText } from './when.ts';

/** One time something went out or came in. */
export const LogEntryPage = ({ route }: { route: RouteOf<'log/entry'> }) => {
  const { book } = useApp();
  const entry = book.log.value.find(e => e.id === route.id);
  return (
    <Page at="people">
      <Top />
      {!entry ? <Gone /> : entry.type === 'share' ? <Share entry={entry} /> : <Proposal entry={entry} />}
    </Page>
  );
};

const Gone = () => (
  <h1 class="title" tabIndex={-1}>
    {t('log.gone')}
  </h1>
);

/** For whom it was, when, how, why, and what they could see. */
const Share = ({ entry }: { entry: ShareEntry }) => {
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
      <CameBack entry={entry} />
      <Actions entry={entry} open={open} />
    </>
  );
};

const factsOfEntry = (entry: ShareEntry, open: boolean): Fact[] => {
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

/** Who helped, when, and what became of what they wrote. */
const Proposal = ({ entry }: { entry: ProposalEntry }) => (
  <>
    <h1 class="title" tabIndex={-1} dir="auto">
      {entry.from || t(`log.someone.${entry.via}`)}
    </h1>
    <p class="intro">{whenText(entry.at)}</p>
    <div class="gap-above">
      <Facts facts={[{ label: t('log.how'), value: t(`log.how.${entry.via}`) }]} />
    </div>
    <Group title={t('log.proposal.items')} end={entry.items.length}>
      <ul class="rows">
        {entry.items.map(one => (
          <Thing key={one.item} one={one} value={t(`log.fate.${one.fate}`)} />
        ))}
      </ul>
      {entry.items.length === 0 && <p>{t('came.all-same')}</p>}
      {/* What was written on this phone is nowhere else; of what was written elsewhere nobody can say so. */}
      {entry.via !== 'scan' && (
        <p class="meta">{t(entry.via === 'together' ? 'log.proposal.note' : 'came.note')}</p>
      )}
    </Group>
  </>
);

const Shown = ({ entry }: { entry: ShareEntry }) => (
  <Group title={t('log.shown')} end={entry.items.length}>
    <ul class="rows">
      {entry.items.map(shown => (
        <Thing key={shown.item} one={shown} />
      ))}
    </ul>
    <p class="meta">{t('log.shown.note')}</p>
  </Group>
);

/** A thing as it was called then. It opens while it is still there. */
const Thing = ({ one, value }: { one: LogEntry['items'][number]; value?: string }) => {
  const { book, router } = useApp();
  const ways = useWays();
  const item = book.all.value.get(one.item);
  return (
    <Row
      title={nameOf(one, item, ways)}
      value={value}
      privacy={item?.head.privacy ?? one.privacy}
      covered={item?.head.privacy === 'just-me'}
      onPress={item && (() => router.go({ name: 'item/view', id: item.id }))}
    />
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

const Actions = ({ entry, open }: { entry: ShareEntry; open: boolean }) => {
  const { router, say } = useApp();
  const sharing = useSharing();
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
