import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prepared } from '../../../app/sharing.ts';
import { createFormats } from '../../../domain/format.ts';
import { Button } from '../../parts/button.tsx';
import { LargeText } from '../../parts/code.tsx';
import { RopeLine } from '../../parts/rope.tsx';
import { useAwake } from '../../parts/wake.ts';
import { locale, t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { shownIn } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { largePages } from './large-pages.ts';
import { usePrepared } from './use-prepared.ts';

/** The same facts in large letters, page by page, for whoever has no camera. */
export const Large: ScreenOf<'show/large'> = ({ route }) => {
  const { book } = useApp();
  const shown = route.entry ? shownIn(book, route.entry) : null;
  return shown ? <Pages prepared={shown.prepared} /> : <LargeOnly route={route} />;
};

/** Reached without a code: it is written down as large text once it shows. */
const LargeOnly: ScreenOf<'show/large'> = ({ route }) => {
  const sharing = useSharing();
  const { now } = usePrepared(route.draft);
  const ready = typeof now === 'string' ? null : now;
  useEffect(() => {
    if (ready && !route.entry) void sharing.showing(ready, 'large-text').catch(() => undefined);
  }, [ready]);
  if (ready) return <Pages prepared={ready} />;
  return (
    <Page>
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.large.title')}
      </h1>
      <p class="intro" role="status">
        {t(
          now === 'making' ? 'show.look.making' : now === 'failed' ? 'show.look.error' : 'show.what.too-much',
        )}
      </p>
    </Page>
  );
};

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (minutes: number): string => {
  const at = new Date(minutes * 60_000);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

const Pages = ({ prepared }: { prepared: Prepared }) => {
  const { router } = useApp();
  const ways = { ...useWays(), ...createFormats(locale()) };
  const { share } = prepared.opened;
  const pages = largePages(share, dayOf(share.made), t('show.what.about'), ways);
  const [at, setAt] = useState(0);
  const top = useRef<HTMLParagraphElement>(null);
  useAwake(true);
  const turn = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
    top.current?.focus();
  };
  const last = at >= pages.length - 1;
  return (
    <Page
      dock={
        <div class={at > 0 ? 'pair' : undefined}>
          {at > 0 && (
            <Button wide onPress={() => turn(at - 1)}>
              {t('show.large.before')}
            </Button>
          )}
          <Button look="solid" wide onPress={() => (last ? router.back() : turn(at + 1))}>
            {t(last ? 'show.large.done' : 'show.large.next')}
          </Button>
        </div>
      }
    >
      <FlowTop />
      <RopeLine />
      <h1 class="sr" tabIndex={-1}>
        {t('show.large.title')}
      </h1>
      <p class="quiet gap-above-s" ref={top} tabIndex={-1}>
        {t('show.large.page', { n: at + 1, all: pages.length })}
      </p>
      <LargeText parts={pages[at] ?? []} />
    </Page>
  );
};
