import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { Paste } from './paste.tsx';
import { PhoneScanner } from './phone-scanner.tsx';
import { Taken, useTakeIn } from './take-in.tsx';

/** Lets in what a code, a text or a file says. */
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
        <PhoneScanner why={t('scan.why')} onTexts={texts => void take(texts[0] ?? '')} />
      </div>
      <div class="gap-above-l">
        <Paste onText={take} onRefuse={refuse} />
      </div>
    </Page>
  );
};
