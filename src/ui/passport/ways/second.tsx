import { Group } from '../../parts/facts.tsx';
import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { Points } from '../start/points.tsx';
import { does, doesNot } from '../start/two.tsx';

/** What two PINs are. It looks the same in either record, and where there is only one. */
export const SecondPage = () => (
  <Page at="people">
    <Top />
    <h1 class="title" tabIndex={-1}>
      {t('settings.second')}
    </h1>
    <div class="gap-above">
      <Points keys={does} />
    </div>
    <Group title={t('start.two.limits')}>
      <Points keys={[...doesNot, 'ways.second.passkey']} />
    </Group>
    <Group title={t('ways.second.later')}>
      <Points keys={['ways.second.copy', 'ways.second.erase', 'ways.second.same']} />
    </Group>
  </Page>
);
