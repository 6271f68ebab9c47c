import { useState } from 'preact/hooks';
import type { Prepared, ShareDraft } from '../../../app/sharing.ts';
import type { ShareEntry } from '../../../domain/share.ts';
import { Button } from '../../parts/button.tsx';
import { fileDown, largeText, camera as scanIcon } from '../../parts/icons.ts';
import { print as printIcon } from '../../parts/icons-shared.ts';
import { Note } from '../../parts/note.tsx';
import { useStill } from '../../parts/still.ts';
import { SharedPage } from '../../reader/shared-page.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { AskAnyway } from './ask-anyway.tsx';
import { holdLooked, holdShown, isStill } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { PrintSheet, usePrint } from './print.tsx';
import { useSendFile } from './send-file.ts';
import { SinceThen } from './since.tsx';
import { usePrepared } from './use-prepared.ts';

/** The last look: the reader's own page, read from the very bytes that the code will carry. */
export const Look: ScreenOf<'show/look'> = ({ route }) => {
  const { now, again } = usePrepared(route.draft);
  const ready = typeof now === 'string' ? null : now;
  return ready ? (
    <Ready prepared={ready} />
  ) : (
    <Page>
      <FlowTop step={3} />
      <h1 class="title gap-above" tabIndex={-1}>
        {t('show.look.title')}
      </h1>
      <div class="gap-above" role="status">
        {now === 'making' && <p class="quiet">{t('show.look.making')}</p>}
        {(now === 'failed' || now === 'too-much') && (
          <Note look="wrong">
            <p>{t(now === 'failed' ? 'show.look.error' : 'show.look.too-much')}</p>
          </Note>
        )}
      </div>
      {now === 'failed' && (
        <Button class="gap-above" onPress={again}>
          {t('show.look.again')}
        </Button>
      )}
    </Page>
  );
};

/** Writes it down once for each way that it is shown. */
const useShowing = (prepared: Prepared) => {
  const sharing = useSharing();
  const [entries] = useState(new Map<ShareEntry['by'], Promise<ShareEntry>>());
  return async (by: ShareEntry['by']): Promise<ShareEntry> => {
    const known = entries.get(by) ?? sharing.showing(prepared, by);
    entries.set(by, known);
    known.catch(() => entries.delete(by));
    const entry = await known;
    // The first try may not have gone out.
    await sharing.stayed(entry, false);
    return entry;
  };
};

const Ready = ({ prepared }: { prepared: Prepared }) => {
  const { book, router, session } = useApp();
  const sharing = useSharing();
  const [opened] = useState(() => new Date(session.clock.now()));
  const [refused, setRefused] = useState<{ why: Key; show: () => void } | null>(null);
  const showing = useShowing(prepared);
  const still = useStill();
  const { draft } = prepared;
  const print = usePrint();
  const fits = isStill(prepared);
  const send = useSendFile();

  const show = (by: ShareEntry['by'], then: (entry: ShareEntry) => void) => {
    const shown = (entry: ShareEntry) => {
      // They went back while it was being written down: it was never shown.
      if (!still()) return void sharing.stayed(entry);
      setRefused(null);
      holdShown(book, { prepared, entry });
      then(entry);
    };
    const anyway = () => shown(sharing.entryFor(prepared, by));
    return showing(by).then(shown, error => setRefused({ why: failed(error), show: anyway }));
  };
  const make = () => show('code', ({ id }) => router.replace({ name: 'show/code', entry: id }));
  const seal = () => {
    holdLooked(book, prepared);
    router.go({ name: 'show/seal' });
  };
  const file = () =>
    show(
      'file',
      entry => void send({ prepared, entry }, () => router.go({ name: 'show/words', entry: entry.id })),
    );
  const large = () => show('large-text', ({ id }) => router.go({ name: 'show/large', entry: id }));
  return (
    <Page
      dock={
        <>
          <div role="status">{!fits && <p>{t('show.look.moving')}</p>}</div>
          <Button look="solid" wide onPress={() => void make()}>
            {t('show.look.make')}
          </Button>
        </>
      }
      over={
        <>
          {print.on && <PrintSheet shown={prepared.opened} opened={opened} />}
          {refused && <AskAnyway why={refused.why} onShow={refused.show} onNotNow={() => setRefused(null)} />}
        </>
      }
    >
      <FlowTop step={3} />
      <h1 class="title gap-above" tabIndex={-1}>
        {t('show.look.title')}
      </h1>
      <p class="intro">{t('show.look.hint')}</p>
      {draft.again && <Again draft={draft} />}
      <section class="their-page rope gap-above" aria-label={t('show.look.frame')}>
        <div>
          <SharedPage share={prepared.opened.share} files={prepared.opened.files} opened={opened} preview />
        </div>
      </section>
      <Weight prepared={prepared} fits={fits} />
      <h2 class="lead gap-above-l">{t('show.look.seal')}</h2>
      <p class="quiet">{t('show.look.seal.text')}</p>
      <Button class="gap-above-s" icon={scanIcon} onPress={seal}>
        {t('show.look.seal.go')}
      </Button>
      <h2 class="lead gap-above-l">{t('show.look.no-code')}</h2>
      <div class="stack-2 gap-above-s">
        <div class="pair">
          <Button icon={largeText} onPress={() => void large()}>
            {t('show.code.large')}
          </Button>
          <Button icon={printIcon} onPress={() => void show('print', print.start)}>
            {t('show.code.print')}
          </Button>
        </div>
        <Button wide icon={fileDown} onPress={() => void file()}>
          {t('show.file')}
        </Button>
      </div>
    </Page>
  );
};

/** Of what is shown again: what changed since, and the way to other ticks. */
const Again = ({ draft }: { draft: ShareDraft }) => {
  const { router } = useApp();
  const since = useSharing().since(draft);
  return (
    <div class="stack-2 gap-above">
      {since && <SinceThen since={since} />}
      {router.under.value?.name !== 'show/what' && (
        <Button wide onPress={() => router.go({ name: 'show/what', draft })}>
          {t('show.look.change')}
        </Button>
      )}
    </div>
  );
};

/** How full the code is, where it fits one, and how long the page stays open. */
const Weight = ({ prepared, fits }: { prepared: Prepared; fits: boolean }) => {
  const { length } = prepared.draft;
  const long =
    length === 'today' ? t('show.look.today') : t('show.look.long', { long: t(`show.long.${length}`) });
  return (
    <p class="meta gap-above-s">
      {fits && <Full prepared={prepared} />} {long}
    </p>
  );
};

const Full = ({ prepared }: { prepared: Prepared }) => {
  const sharing = useSharing();
  const [{ used, holds }] = useState(() => sharing.room(prepared.draft));
  return <>{t('show.look.size', { percent: Math.max(1, Math.round((used / holds) * 100)) })}</>;
};
