import { useMemo, useState } from 'preact/hooks';
import { linkQr } from '../../../share/qr.ts';
import { Button } from '../../parts/button.tsx';
import { QrFrame, TimeLeft } from '../../parts/code.tsx';
import { bigger, fileDown, largeText, stop as stopIcon } from '../../parts/icons.ts';
import { print as printIcon } from '../../parts/icons-shared.ts';
import { MovingCode } from '../../parts/moving-code.tsx';
import { useAwake } from '../../parts/wake.ts';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { clockText, closesAt, closesText, minutesLeft, useNow } from './closes.ts';
import { endFlow, isStill, letShownGo, type Shown } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { LinkBase } from './link-base.tsx';
import { PrintSheet, usePrint } from './print.tsx';
import { PutAway, useShown } from './put-away.tsx';
import { useSendFile } from './send-file.ts';

/** The code, for someone else's camera. The words that open it come on the next screen, never on this one. */
export const Code: ScreenOf<'show/code'> = ({ route }) => {
  const shown = useShown(route.entry);
  useAwake(shown !== null);
  return shown ? <Showing shown={shown} /> : <PutAway entry={route.entry} />;
};

const forText = ({ entry }: Shown): string =>
  entry.to.trim() ? t('show.for.name', { name: entry.to.trim() }) : t(`show.for.${entry.purpose}`);

const Showing = ({ shown }: { shown: Shown }) => {
  const { book, home, router, session } = useApp();
  const [big, setBig] = useState(false);
  const print = usePrint();
  const send = useSendFile();
  const { entry, prepared, sealed } = shown;
  const why = entry.why.trim();
  const count = entry.items.length;
  const next = () => {
    if (!sealed) return router.go({ name: 'show/words', entry: entry.id });
    endFlow(book);
    home('today');
  };
  return (
    <Page
      dock={
        <Button look="solid" wide onPress={next}>
          {t(sealed ? 'show.sealed.done' : 'show.code.scanned')}
        </Button>
      }
      over={print.on && <PrintSheet shown={prepared.opened} opened={new Date(session.clock.now())} />}
    >
      <FlowTop />
      <h1 class={big ? 'sr' : 'title'} tabIndex={-1} dir="auto">
        {forText(shown)}
      </h1>
      {!big && (
        <p class="quiet" dir="auto">
          {why ? t('show.things.why', { count, why }) : t('show.things', { count })}
        </p>
      )}
      <div class="gap-above-s">
        <Picture shown={shown} big={big} />
      </div>
      <p class="gap-above-s">
        {t(sealed ? 'show.sealed.scan' : isStill(prepared) ? 'show.code.scan' : 'show.moving.scan')}
      </p>
      {!sealed && !isStill(prepared) && <LinkBase />}
      <Closing shown={shown} />
      <div class="pair gap-above">
        <Button icon={bigger} onPress={() => setBig(!big)}>
          {t(big ? 'show.code.smaller' : 'show.code.bigger')}
        </Button>
        <Button icon={largeText} onPress={() => router.go({ name: 'show/large', entry: entry.id })}>
          {t('show.code.large')}
        </Button>
        <Button icon={printIcon} onPress={print.start}>
          {t('show.code.print')}
        </Button>
        {sealed && (
          <Button icon={fileDown} onPress={() => void send(shown)}>
            {t('show.file')}
          </Button>
        )}
        <StopButton shown={shown} />
      </div>
      <p class="meta gap-above">{t('show.code.copy')}</p>
    </Page>
  );
};

/** A link for any camera where that is enough; else what only Holdfast's own page reads. */
const Picture = ({ shown: { prepared, sealed }, big }: { shown: Shown; big: boolean }) =>
  sealed || !isStill(prepared) ? (
    <MovingCode message={sealed?.bytes ?? prepared.sealed.bytes} big={big} />
  ) : (
    <Link link={prepared.sealed.link} big={big} />
  );

const Link = ({ link, big }: { link: string; big: boolean }) => {
  const { d, size } = useMemo(() => linkQr(link), [link]);
  return <QrFrame d={d} size={size} big={big} />;
};

/** How long the page stays open, by the minute, in words and as a bar. */
export const Closing = ({ shown: { entry } }: { shown: Shown }) => {
  const { session } = useApp();
  const now = useNow(session.clock);
  const left = minutesLeft(entry, now);
  return (
    <div class="gap-above-s stack-1">
      <p class="line-row apart">
        <b>{closesText(left)}</b>
        {left > 0 && (
          <span class="meta nowrap">{t('show.closes.at', { time: clockText(closesAt(entry), now) })}</span>
        )}
      </p>
      <TimeLeft left={left} of={entry.minutes} label={t('show.closes.left', { left, all: entry.minutes })} />
      {left === 0 && <p class="quiet">{t('show.closed.text')}</p>}
    </div>
  );
};

const StopButton = ({ shown: { entry } }: { shown: Shown }) => {
  const { book, home, say } = useApp();
  const sharing = useSharing();
  const stop = async () => {
    // Put away first: a full phone can keep the log from being written, never the code on the screen.
    letShownGo(book, entry.id);
    endFlow(book);
    home('today');
    const slip = await sharing.stop(entry).then(() => 'show.stopped' as const, failed);
    say({ text: t(slip) });
  };
  return (
    <Button look="brick" icon={stopIcon} onPress={() => void stop()}>
      {t('show.code.stop')}
    </Button>
  );
};
