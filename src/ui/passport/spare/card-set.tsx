import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Card, cardsOf, type NewKit } from '../../../app/kit.ts';
import { plainTextQr } from '../../../share/qr.ts';
import { Button } from '../../parts/button.tsx';
import { QrFrame } from '../../parts/code.tsx';
import { print as printIcon } from '../../parts/icons-shared.ts';
import { Note } from '../../parts/note.tsx';
import { useAwake } from '../../parts/wake.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { Page, Top } from '../page.tsx';
import { usePrint } from '../show/print.tsx';
import { cardLines } from './card-lines.ts';
import { useDayAndYear } from './said.ts';

type Three = readonly Card[];

/** Three cards of one kit, made here and now: each to someone else, any two bring it back. */
export const CardSet = ({ entropy }: Pick<NewKit, 'entropy'>) => {
  const [cards, setCards] = useState<Three | null>(null);
  useEffect(() => {
    let here = true;
    void cardsOf(entropy).then(made => here && setCards(made));
    return () => {
      here = false;
    };
  }, [entropy]);
  return cards && <OneByOne cards={cards} />;
};

const OneByOne = ({ cards }: { cards: Three }) => {
  const { book, router, say } = useApp();
  const print = usePrint();
  const [at, setAt] = useState(0);
  const top = useRef<HTMLHeadingElement>(null);
  useAwake(true);
  useEffect(() => top.current?.focus(), [at]);
  const turn = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
  };
  const last = at >= cards.length - 1;
  const done = async () => {
    const { kit } = book.settings.peek();
    // That there are cards is told so that nobody asks again; the cards hold without it.
    if (kit)
      await book
        .writeSettings({ kit: { ...kit, cards: true } })
        .catch(error => say({ text: t(failed(error)) }));
    router.back();
  };
  const card = cards[at]!;
  return (
    <Page
      dock={
        <div class={at > 0 ? 'pair' : undefined}>
          {at > 0 && (
            <Button wide onPress={() => turn(at - 1)}>
              {t('spare.card.before')}
            </Button>
          )}
          <Button look="solid" wide onPress={() => (last ? void done() : turn(at + 1))}>
            {t(last ? 'spare.card.done' : 'spare.card.next')}
          </Button>
        </div>
      }
      over={print.on && <CardsOnPaper cards={cards} />}
    >
      <Top />
      <h1 class="title" tabIndex={-1} ref={top}>
        {t('spare.card.title', { n: card.number })}
      </h1>
      <p class="intro">{t('spare.card.give')}</p>
      <OneCard card={card} />
      <div class="stack gap-above">
        <Button wide icon={printIcon} onPress={print.start}>
          {t('spare.card.print')}
        </Button>
        <Note>{t('spare.card.together')}</Note>
      </div>
    </Page>
  );
};

const OneCard = ({ card }: { card: Card }) => {
  const lines = cardLines(card, useDayAndYear());
  const picture = useMemo(() => plainTextQr(lines.join('\n')), [card]);
  const [name, what, kit, text] = lines;
  return (
    <article class="card gap-above">
      <h2 class="lead">{name}</h2>
      <p>{what}</p>
      {picture && (
        <div class="gap-above-s">
          <QrFrame d={picture.d} size={picture.size} big={false} />
        </div>
      )}
      <p class="card-text" dir="ltr">
        <bdi>{text}</bdi>
      </p>
      <p class="meta">
        <bdi>{kit}</bdi>
      </p>
    </article>
  );
};

/** Each on a page of its own: they go to three people. */
const CardsOnPaper = ({ cards }: { cards: Three }) => (
  <div class="on-paper" aria-hidden="true">
    {cards.map(card => (
      <div key={card.number} class="on-card">
        <OneCard card={card} />
      </div>
    ))}
  </div>
);
