import { ownerOf } from '../../../domain/parts.ts';
import { asksToLookAgain } from '../../../domain/stale.ts';
import { clock as clockIcon, pencil } from '../../parts/icons.ts';
import { show } from '../../parts/icons-start.ts';
import { Go, Hero } from '../../parts/rings.tsx';
import { Place } from '../../parts/top.tsx';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Damage } from '../damage.tsx';
import { NextStep } from '../goal/next-step.tsx';
import { coverOfKind, rowFor } from '../mine/cover.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { AskForSpare } from '../spare/ask.tsx';
import { SpareLine } from '../spare/line.tsx';
import { useWays } from '../ways.ts';
import { useAgain } from './again.tsx';
import { ComingUp } from './coming.tsx';
import { HowItWent } from './how-it-went.tsx';
import { LiveNow } from './live.tsx';
import { NextVisit } from './next-visit.tsx';
import { Nothing } from './nothing.tsx';
import { Waiting } from './waiting.tsx';

const dayText = (now: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' })
    .format(now)
    .replace(',', '');

/** What is there to do today: show someone, stop showing, look at what is old or runs out. */
export const Today: ScreenOf<'today'> = () => {
  const { session, book, router, madeUp, hide } = useApp();
  const empty = book.items.value.size === 0;
  return (
    <Page at="today" over={!madeUp && <AskForSpare />}>
      <Place
        title={t('today.title')}
        text={madeUp ? t('today.made-up') : dayText(session.clock.now())}
        hide={hide}
      />
      {empty ? (
        <>
          <Waiting />
          {/* The very first thing may be the one that a lock broke off. */}
          <Lines />
          <div class={book.drafts.value.size > 0 ? 'gap-above' : undefined}>
            <Nothing />
          </div>
        </>
      ) : (
        <>
          <div class="stack">
            <Damage />
            <LiveNow />
            <Hero
              icon={show}
              title={t('today.show')}
              text={t(madeUp ? 'today.show.made-up' : 'today.show.hint')}
              onPress={() => router.go({ name: 'show/who' })}
            />
            <Waiting />
          </div>
          <HowItWent />
          <NextVisit />
          <NextStep />
          <ComingUp />
          <Lines />
          {!madeUp && <SpareLine />}
        </>
      )}
    </Page>
  );
};

/** Quiet lines: what asks to be looked at again, and what was begun and not finished. */
const Lines = () => {
  const { book, router } = useApp();
  const ways = useWays();
  const again = useAgain();
  const usage = book.settings.value;
  const old = again.every(item => asksToLookAgain(item.head, ways.today, usage) === 'old');
  const drafts = [...book.drafts.value.values()];
  if (again.length === 0 && drafts.length === 0) return null;
  return (
    <div class="gap-above">
      {again.length > 0 && (
        <Go
          first
          icon={clockIcon}
          title={t('today.again')}
          text={t(old ? 'today.again.old' : 'today.again.gap', { count: again.length })}
          onPress={() => router.go({ name: 'again' })}
        />
      )}
      {drafts.map((draft, i) => {
        const item = book.all.value.get(draft.key);
        const owner = ownerOf(draft);
        return (
          <Go
            key={draft.key}
            first={again.length === 0 && i === 0}
            icon={pencil}
            title={t('today.draft')}
            text={item && !owner ? rowFor(item, ways).title : coverOfKind(draft.kind, ways)}
            onPress={() =>
              router.go(
                item
                  ? { name: 'item/edit', id: item.id }
                  : { name: 'item/add', kind: draft.kind, ...(owner ? { owner } : {}) },
              )
            }
          />
        );
      })}
    </div>
  );
};
