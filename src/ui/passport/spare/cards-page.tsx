import { useEffect, useState } from 'preact/hooks';
import { isOfKit, type NewKit, recoveryWords } from '../../../app/kit.ts';
import { Button } from '../../parts/button.tsx';
import { WordsEntry } from '../../parts/words-entry.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { CardSet } from './card-set.tsx';
import { useSpare } from './use-spare.ts';

/** Two of three people: what that is, then the twelve words, which alone can be split. */
export const CardsPage = () => {
  const [entropy, setEntropy] = useState<NewKit['entropy'] | null>(null);
  const { kit } = useSpare();
  useEffect(() => () => void entropy?.fill(0), [entropy]);
  if (entropy) return <CardSet entropy={entropy} />;
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('spare.cards')}
      </h1>
      <p class="intro">{t('spare.cards.intro')}</p>
      <ul class="said-lines">
        <li>{t('spare.cards.one')}</li>
        <li>{t('spare.cards.two')}</li>
        <li>{t('spare.cards.who')}</li>
      </ul>
      {kit ? <FromWords id={kit.id} again={kit.cards} onWords={setEntropy} /> : <NoWordsYet />}
    </Page>
  );
};

const NoWordsYet = () => {
  const { router } = useApp();
  return (
    <div class="stack">
      <p>{t('spare.cards.first')}</p>
      <Button look="solid" wide onPress={() => router.replace({ name: 'spare/kit' })}>
        {t('spare.first.do')}
      </Button>
    </div>
  );
};

interface FromWordsProps {
  /** The kit that opens this phone. */
  id: string;
  again: boolean;
  onWords: (entropy: NewKit['entropy']) => void;
}

const FromWords = ({ id, again, onWords }: FromWordsProps) => {
  const [slip, setSlip] = useState<string | null>(null);
  const look = async (entropy: NewKit['entropy']) => {
    if (await isOfKit(entropy, id)) return onWords(entropy);
    entropy.fill(0);
    setSlip(t('spare.cards.other'));
  };
  return (
    <div class="stack gap-above">
      {again && <p class="quiet">{t('spare.cards.again')}</p>}
      <WordsEntry
        list={recoveryWords}
        go={t('spare.cards.do')}
        onWords={entropy => void look(entropy)}
        slip={slip}
        onType={() => setSlip(null)}
      />
    </div>
  );
};
