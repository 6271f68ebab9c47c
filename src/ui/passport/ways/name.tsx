import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { NameOnPhone } from '../start/name-on-phone.tsx';

/** The name and icon on the Home Screen. */
export const NamePage = () => (
  <Page at="people">
    <Top />
    <h1 class="title" tabIndex={-1}>
      {t('start.name')}
    </h1>
    <div class="spread gap-above">
      <NameOnPhone />
      <p>{t('ways.name.how')}</p>
      <p>{t('ways.name.there')}</p>
    </div>
  </Page>
);
