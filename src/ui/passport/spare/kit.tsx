import { useEffect, useState } from 'preact/hooks';
import { makeKit } from '../../../app/backing-up.ts';
import { type NewKit, newKit } from '../../../app/kit.ts';
import { Button } from '../../parts/button.tsx';
import { people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { focusHeading } from '../heading.ts';
import { Page, Top } from '../page.tsx';
import { AskSecret } from '../settings/change-secret.tsx';
import { useWays } from '../ways.ts';
import { CardSet } from './card-set.tsx';
import { Check } from './check.tsx';
import { MakeCopy } from './make.tsx';
import { useMake } from './making.ts';
import { useSpare } from './use-spare.ts';
import { ShowWords } from './words.tsx';

type Step = 'why' | 'pin' | 'words' | 'check' | 'working' | 'done' | 'cards';

/**
 * Twelve words: what they are for, the PIN, the words, three of them asked back; only then are they this phone's.
 * What is half made lives in this screen alone, so that a lock or Back leaves all as it was.
 */
export const KitPage = () => {
  const [step, setStep] = useState<Step>('why');
  const [kit, setKit] = useState<NewKit | null>(null);
  const { opened } = useApp().session;
  // Words last for this one screen, and so does what they were made from.
  useEffect(() => () => void kit?.entropy.fill(0), [kit]);
  const [slip, setSlip] = useState<Key | null>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    focusHeading();
  }, [step]);
  const show = async () => {
    setKit(await newKit());
    setStep('words');
  };
  const write = async ({ entropy }: NewKit) => {
    if (!opened) return;
    setSlip(null);
    setStep('working');
    // Its own: when this screen goes under way, what is being set must still be these words.
    const own = entropy.slice();
    try {
      const made = await makeKit(opened, own);
      if (made === 'done') return setStep('done');
      setSlip(made === 'wait' ? 'spare.kit.wait' : 'start.failed.taken');
      setStep('check');
    } catch (error) {
      setSlip(failed(error));
      setStep('check');
    } finally {
      own.fill(0);
    }
  };
  if (step === 'pin') return <AskSecret onRight={() => void show()} />;
  if (!kit) return <Why onNext={() => setStep('pin')} />;
  switch (step) {
    case 'words':
      return <ShowWords kit={kit} onNext={() => setStep('check')} />;
    case 'check':
      return (
        <Check
          words={kit.words}
          slip={slip}
          onLook={() => setStep('words')}
          onRight={() => void write(kit)}
        />
      );
    case 'cards':
      return <CardSet entropy={kit.entropy} />;
    case 'done':
      return <Done onCards={() => setStep('cards')} />;
    default:
      return <Working />;
  }
};

/** What they are for and what they can do in wrong hands, before any is shown. */
const Why = ({ onNext }: { onNext: () => void }) => {
  const { kit } = useSpare();
  const { date } = useWays();
  return (
    <Page
      dock={
        <Button look="solid" wide onPress={onNext}>
          {t('spare.kit.show')}
        </Button>
      }
    >
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t(kit ? 'spare.kit.new' : 'spare.kit')}
      </h1>
      <p class="intro">{t('spare.kit.intro')}</p>
      <ul class="said-lines">
        <li>{t('spare.kit.opens.phone')}</li>
        <li>{t('spare.kit.opens.copy')}</li>
      </ul>
      <div class="stack">
        <p>{t('spare.kit.who')}</p>
        {kit && (
          <Note look="ask" title={t('spare.kit.old', { date: date(kit.made) })}>
            <p>{t('spare.kit.old.stop')}</p>
            <p>{t('spare.kit.old.still')}</p>
          </Note>
        )}
        <p class="quiet">{t('spare.kit.nothing')}</p>
      </div>
    </Page>
  );
};

const Working = () => (
  <Page>
    <h1 class="title gap-above-l" tabIndex={-1}>
      {t('spare.kit.working')}
    </h1>
  </Page>
);

/** They hold from here on: a copy to open with them, and cards for the day the paper is lost too. */
const Done = ({ onCards }: { onCards: () => void }) => {
  const make = useMake();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('spare.kit.done')}
      </h1>
      <p class="intro">{t('spare.kit.done.text')}</p>
      <MakeCopy make={make} onPress={() => void make.start('give')} />
      <div class="gap-above">
        <Ring go icon={people} title={t('spare.cards')} text={t('spare.cards.text')} onPress={onCards} />
      </div>
    </Page>
  );
};
