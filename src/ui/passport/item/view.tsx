import { GOAL } from '../../../domain/goals.ts';
import type { Item } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { titleOf } from '../../../domain/show.ts';
import { asksToLookAgain } from '../../../domain/stale.ts';
import { Button } from '../../parts/button.tsx';
import { lock } from '../../parts/icons-start.ts';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Goal } from '../goal/goal.tsx';
import { isCovered } from '../mine/cover.ts';
import { useUncover } from '../mine/uncover.tsx';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { AskAgain } from './ask-again.tsx';
import { ToCalendar } from './calendar.tsx';
import { Calls } from './calls.tsx';
import { Conflict } from './conflict.tsx';
import { Files } from './file-view.tsx';
import { HardTime, LookIn } from './hard-time.tsx';
import { ToMap } from './map.tsx';
import { Aside, CheckNote } from './standing.tsx';
import { headingOf, Lead, Marks, ThingFacts } from './thing.tsx';
import { ToNewPlace } from './told.tsx';
import { Ways } from './ways-on.tsx';

/** One thing the person keeps. */
export const ItemView: ScreenOf<'item/view'> = ({ route }) => {
  const { book } = useApp();
  const item = book.all.value.get(route.id);
  if (!item) return <Gone />;
  if (isCovered(book, item)) return <CoveredThing />;
  if (item.heads.length > 1) return <Conflict item={item} />;
  return item.kind === GOAL ? <Goal item={item} /> : <Thing item={item} />;
};

/** The title is the person's own name for it or its cover: nobody on a bus reads a health word from it. */
const Thing = ({ item }: { item: Item }) => {
  const { book, helping } = useApp();
  const ways = useWays();
  const { head } = item;
  // That it still holds is for the person to say.
  const asks = !helping && asksToLookAgain(head, ways.today, book.settings.value);
  const unknown = kindOf(item.kind) === null;
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1} dir="auto">
        {unknown ? titleOf(head, ways) : headingOf(head, ways)}
      </h1>
      {unknown && <p class="intro">{t('item.kind.unknown')}</p>}
      <Lead version={head} />
      <Marks version={head} />
      {asks && <AskAgain item={item} because={asks} />}
      {!helping && <LookIn item={item} />}
      <CheckNote version={head} />
      <Calls version={head} />
      <Files version={head} />
      <ThingFacts version={head} />
      <Aside version={head} />
      <ToMap item={item} />
      {!helping && <Onward item={item} />}
      <Ways item={item} />
    </Page>
  );
};

/** What the thing leads to, besides what any thing does. */
const Onward = ({ item }: { item: Item }) => (
  <>
    <HardTime item={item} />
    <ToNewPlace item={item} />
    <ToCalendar item={item} />
  </>
);

const Gone = () => {
  const { home } = useApp();
  return (
    <Page at="mine">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('item.gone')}
      </h1>
      <Button class="gap-above" onPress={() => home('mine')}>
        {t('item.gone.do')}
      </Button>
    </Page>
  );
};

const CoveredThing = () => {
  const { madeUp } = useApp();
  const { start, sheet } = useUncover();
  return (
    <Page at="mine" over={sheet}>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('mine.covered.title')}
      </h1>
      <div class="gap-above">
        <Go
          first
          icon={lock}
          title={t('mine.uncover.one')}
          text={t(madeUp ? 'mine.covered.made-up' : 'mine.covered.secret')}
          onPress={start}
        />
      </div>
    </Page>
  );
};
