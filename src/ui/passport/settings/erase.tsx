import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { Erase } from '../start/erase.tsx';

/** Taking everything off this phone. */
export const ErasePage = () => {
  const { session } = useApp();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('start.erase.do')}
      </h1>
      <Erase session={session} />
    </Page>
  );
};
