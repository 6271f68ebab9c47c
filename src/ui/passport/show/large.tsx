import { useRef, useState } from 'preact/hooks';
import type { Prepared } from '../../../app/sharing.ts';
import { createFormats } from '../../../domain/format.ts';
import { Button } from '../../parts/button.tsx';
import { type LargePart, LargeText } from '../../parts/code.tsx';
import { stop } from '../../parts/icons.ts';
import { speech } from '../../parts/icons-shared.ts';
import { useReadAloud } from '../../parts/read-aloud.ts';
import { RopeLine } from '../../parts/rope.tsx';
import { useAwake } from '../../parts/wake.ts';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { FlowTop } from './flow-top.tsx';
import { largePages } from './large-pages.ts';
import { PutAway, useShown } from './put-away.tsx';

/** The same facts in large letters, page by page, for whoever has no camera. */
export const Large: ScreenOf<'show/large'> = ({ route }) => {
  const shown = useShown(route.entry);
  return shown ? <Pages prepared={shown.prepared} /> : <PutAway entry={route.entry} />;
};

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (minutes: number): string => {
  const at = new Date(minutes * 60_000);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

const Pages = ({ prepared }: { prepared: Prepared }) => {
  const { router } = useApp();
  const ways = { ...useWays(), ...createFormats(locale()) };
  const { share, files } = prepared.opened;
  const pages = largePages(share, dayOf(share.made), t('show.what.about'), ways);
  const [at, setAt] = useState(0);
  const top = useRef<HTMLParagraphElement>(null);
  useAwake(true);
  const turn = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
    top.current?.focus();
  };
  const page = pages[at] ?? [];
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
      {files.length > 0 && <p class="quiet">{t('show.not-in-it', { count: files.length })}</p>}
      <LargeText parts={page} />
      <Aloud page={page} />
    </Page>
  );
};

/** Reads the page aloud, where a voice of the phone itself can. */
const Aloud = ({ page }: { page: readonly LargePart[] }) => {
  const lines = page.flatMap(({ label, lines }) => [label, ...lines.map(({ text }) => text)]);
  const aloud = useReadAloud(lines, locale());
  if (!aloud) return null;
  return (
    <div class="stack-1">
      <p class="quiet">{t('show.read.near')}</p>
      <Button wide icon={aloud.reading ? stop : speech} onPress={aloud.reading ? aloud.stop : aloud.start}>
        {t(aloud.reading ? 'show.read.stop' : 'show.read')}
      </Button>
    </div>
  );
};
