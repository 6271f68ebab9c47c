import { useState } from 'preact/hooks';
import type { LogEntry } from '../../../domain/log.ts';
import { fatesOf, type ProposalEntry } from '../../../domain/proposal.ts';
import type { ShareEntry } from '../../../domain/share.ts';
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
import { useShowAgain } from '../show/again.tsx';
import { hasPage, howText, isOpen, useNow, whoText } from '../show/closes.ts';
import { useWays, whenText } from '../ways.ts';
import { After } from './after.tsx';
import { mayAsk } from './ask-after.ts';
import { CameBack } from './came-back.tsx';
import { fromName } from './from-name.ts';
import { nameThen } from './name-then.ts';
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
  const now = useNow(session.clock);
  const open = isOpen(entry, now);
  const [writing, setWriting] = useState(false);
  const asking = writing || mayAsk(entry, now);
  return (
    <>
      <h1 class="title" tabIndex={-1} dir="auto">
        {whoText(entry)}
      </h1>
      <p class="intro">{whenText(entry.at)}</p>
      <div class="gap-above">
        <Facts facts={factsOfEntry(entry, open)} />
      </div>
      <After entry={entry} asking={asking} onAsking={setWriting} />
      <Shown entry={entry} />
      <CameBack entry={entry} />
      <Actions entry={entry} open={open} asking={asking} />
    </>
  );
};

const factsOfEntry = (entry: ShareEntry, open: boolean): Fact[] => {
  const stopped = entry.stoppedAt && t('log.end.stopped', { when: whenText(entry.stoppedAt) });
  const end = open ? t('log.end.open') : stopped || t('log.end.closed');
  return [
    { label: t('log.for'), value: t(`show.purpose.${entry.purpose}`) },
    ...(entry.why ? [{ label: t('log.why'), value: entry.why }] : []),
    { label: t('log.how'), value: howText(entry) },
    ...(hasPage(entry)
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
      {fromName(entry)}
    </h1>
    <p class="intro">{whenText(entry.at)}</p>
    <div class="gap-above">
      <Facts facts={[{ label: t('log.how'), value: t(`log.how.${entry.via}`) }]} />
    </div>
    <Group title={t('log.proposal.items')} end={fatesOf(entry).used + fatesOf(entry).kept}>
      <ul class="rows">
        {entry.items.map(one => (
          <Thing key={one.item} one={one} value={t(`log.fate.${one.fate}`)} />
        ))}
      </ul>
      {entry.items.length === 0 && <p>{t('came.all-same')}</p>}
      {/* What was written on this phone is nowhere else; of what was written elsewhere nobody can say so. */}
      {entry.via === 'together' && <p class="meta">{t('log.proposal.note')}</p>}
      {entry.via === 'answer' && <p class="meta">{t('came.note')}</p>}
    </Group>
  </>
);

const Shown = ({ entry }: { entry: ShareEntry }) => (
  <Group title={t(entry.stayed ? 'log.in-it' : 'log.shown')} end={entry.items.length}>
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
      title={nameThen(one, item, ways)}
      value={value}
      privacy={item?.head.privacy ?? one.privacy}
      covered={item?.head.privacy === 'just-me'}
      onPress={item && (() => router.go({ name: 'item/view', id: item.id }))}
    />
  );
};

interface ActionsProps {
  entry: ShareEntry;
  open: boolean;
  /** The question how it went has the one solid button. */
  asking: boolean;
}

const Actions = ({ entry, open, asking }: ActionsProps) => {
  const { say } = useApp();
  const sharing = useSharing();
  const { again, ask } = useShowAgain();
  const end = () =>
    sharing.stop(entry).then(
      () => say({ text: t('log.stopped') }),
      (error: unknown) => say({ text: t(failed(error)) }),
    );
  return (
    <div class="stack-2 gap-above-l">
      {!entry.stayed && <Note>{t('log.copy')}</Note>}
      <Button look={asking ? undefined : 'solid'} wide icon={show} onPress={() => again(entry)}>
        {t('log.again')}
      </Button>
      {open && (
        <Button look="brick" wide icon={stop} onPress={() => void end()}>
          {t('log.stop')}
        </Button>
      )}
      {ask}
    </div>
  );
};
