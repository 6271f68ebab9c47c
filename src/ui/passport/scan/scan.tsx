import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { Paste } from './paste.tsx';
import { PhoneScanner } from './phone-scanner.tsx';
import { Said, useTakeIn } from './take-in.tsx';
import { TheirWords } from './their-words.tsx';

/** Lets in what a code, a text or a file says. */
export const Scan = () => {
  const { take, takeAgain, taken, refuse, review } = useTakeIn();
  if (taken.at === 'words') return <TheirWords message={taken.message} onTaken={review} onNot={refuse} />;
  return (
    <Page>
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('scan.title')}
      </h1>
      <p class="intro">{t('scan.intro')}</p>
      <div class="gap-above">
        <PhoneScanner why={t('scan.why')} onTexts={texts => void take(texts)}>
          <Said taken={taken} />
        </PhoneScanner>
      </div>
      <div class="gap-above-l">
        <Paste onText={takeAgain} onRefuse={refuse} />
      </div>
    </Page>
  );
};
