import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import { useShowAgain } from './again.tsx';
import { type Shown, shownIn } from './flow.ts';
import { FlowTop } from './flow-top.tsx';

/** What is being shown; `null` once it was stopped or the app was locked. */
export const useShown = (id: string): Shown | null => {
  const { book } = useApp();
  const stopped = book.shares.value.some(entry => entry.id === id && entry.stoppedAt);
  return stopped ? null : shownIn(book, id);
};

/** Nothing was looked at, or it was locked since: where to begin again. */
export const Unseen = () => {
  const { home } = useApp();
  return (
    <Page at="show">
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.gone.title')}
      </h1>
      <p class="intro">{t('show.gone.text')}</p>
      <Button look="solid" wide class="gap-above" onPress={() => home('show')}>
        {t('show.gone.begin')}
      </Button>
    </Page>
  );
};

/** The code is gone: how to make a new one of the same things. */
export const PutAway = ({ entry: id }: { entry: string }) => {
  const { book } = useApp();
  const { again, ask } = useShowAgain();
  const entry = book.shares.value.find(one => one.id === id);
  return (
    <Page at="show" over={ask}>
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.gone.title')}
      </h1>
      <p class="intro">{t('show.gone.text')}</p>
      {entry && (
        <Button look="solid" wide class="gap-above" onPress={() => again(entry)}>
          {t('show.gone.again')}
        </Button>
      )}
    </Page>
  );
};
