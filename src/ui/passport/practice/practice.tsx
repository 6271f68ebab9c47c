import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { practising } from './practising.ts';

type Step = 'ask' | 'no' | 'why' | 'fine' | 'yes';

/** Practice for peers: asking first, and being told no. What follows is the real thing, with the made-up person. */
export const Practice = () => {
  const [step, setStep] = useState<Step>('ask');
  const name = t('people.madeUp.name');
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('practice.title')}
      </h1>
      <p class="intro">{t('practice.intro', { name })}</p>
      <div class="stack-2 gap-above" aria-live="polite">
        {step === 'ask' && <Ask onDone={() => setStep('no')} />}
        {(step === 'no' || step === 'why') && <No step={step} onStep={setStep} />}
        {step === 'fine' && (
          <>
            <Note>{t('practice.no.fine.said')}</Note>
            <Button look="solid" wide onPress={() => setStep('yes')}>
              {t('practice.later')}
            </Button>
          </>
        )}
        {step === 'yes' && <Yes />}
      </div>
    </Page>
  );
};

const Ask = ({ onDone }: { onDone: () => void }) => (
  <>
    <h2 class="lead">{t('practice.you')}</h2>
    <p>{t('practice.ask')}</p>
    <ul class="said-lines">
      <li>{t('practice.ask.one')}</li>
      <li>{t('practice.ask.two')}</li>
      <li>{t('practice.ask.three')}</li>
    </ul>
    <Button look="solid" wide onPress={onDone}>
      {t('practice.ask.do', { name: t('people.madeUp.name') })}
    </Button>
  </>
);

const No = ({ step, onStep }: { step: 'no' | 'why'; onStep: (step: Step) => void }) => (
  <>
    <h2 class="lead">{t('practice.no', { name: t('people.madeUp.name') })}</h2>
    <p>{t('practice.no.what')}</p>
    {step === 'why' && <Note look="ask">{t('practice.no.why.said')}</Note>}
    <Button wide onPress={() => onStep('fine')}>
      {t('practice.no.fine')}
    </Button>
    {step === 'no' && (
      <Button wide onPress={() => onStep('why')}>
        {t('practice.no.why')}
      </Button>
    )}
  </>
);

const Yes = () => {
  const { session, router } = useApp();
  const name = t('people.madeUp.name');
  const go = () => {
    practising(session).value = true;
    router.go({ name: 'together' });
  };
  return (
    <>
      <h2 class="lead">{t('practice.yes', { name })}</h2>
      <p>{t('practice.yes.text', { name })}</p>
      <Button look="solid" wide onPress={go}>
        {t('practice.yes.do', { name })}
      </Button>
    </>
  );
};
