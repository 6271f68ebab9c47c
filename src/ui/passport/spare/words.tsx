import type { NewKit } from '../../../app/kit.ts';
import { Button } from '../../parts/button.tsx';
import { kitText } from '../../parts/card-entry.tsx';
import { print as printIcon } from '../../parts/icons-shared.ts';
import { Note } from '../../parts/note.tsx';
import { useAwake } from '../../parts/wake.ts';
import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { usePrint } from '../show/print.tsx';
import { useDayAndYear } from './said.ts';

/** The twelve words, this once. */
export const ShowWords = ({ kit, onNext }: { kit: NewKit; onNext: () => void }) => {
  const print = usePrint();
  useAwake(true);
  return (
    <Page
      dock={
        <Button look="solid" wide onPress={onNext}>
          {t('spare.words.written')}
        </Button>
      }
      over={print.on && <WordsOnPaper kit={kit} />}
    >
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('spare.words.title')}
      </h1>
      <p class="intro">{t('spare.words.intro')}</p>
      <div class="gap-above">
        <Tiles words={kit.words} />
      </div>
      <div class="stack gap-above">
        <Note>
          <p>{t('spare.words.photo')}</p>
          <p>{t('spare.words.idle')}</p>
        </Note>
        <Button wide icon={printIcon} onPress={print.start}>
          {t('spare.words.print')}
        </Button>
        <p class="meta">{t('spare.words.printer')}</p>
      </div>
    </Page>
  );
};

/** Two columns, numbered: the list is English in every language, and runs from left to right. */
const Tiles = ({ words }: { words: readonly string[] }) => (
  <ol class="words twelve" lang="en" dir="ltr">
    {words.map((word, i) => (
      <li key={i}>
        <span>{i + 1}</span>
        {word}
      </li>
    ))}
  </ol>
);

const WordsOnPaper = ({ kit: { id, words } }: { kit: NewKit }) => {
  return (
    <div class="on-paper on-card" aria-hidden="true">
      <h1 class="title">{t('spare.paper.words')}</h1>
      <p>{t('spare.paper.words.what')}</p>
      <Tiles words={words} />
      <p>
        <bdi>{t('spare.paper.kit', { id: kitText(id), date: useDayAndYear() })}</bdi>
      </p>
    </div>
  );
};
