import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { Paste } from './paste.tsx';
import { Taken, useTakeIn } from './take-in.tsx';

/** Lets in what a text says. */
export const Scan = () => {
  const { take, taken, refuse } = useTakeIn();
  return (
    <Page>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('scan.title')}
      </h1>
      <p class="intro">{t('scan.intro')}</p>
      <Taken what={taken} />
      <div class="gap-above">
        <Paste onText={take} onRefuse={refuse} />
      </div>
    </Page>
  );
};
