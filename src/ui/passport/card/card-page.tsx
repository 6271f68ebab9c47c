import { rowOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { bin, clock, largeText, pencil } from '../../parts/icons.ts';
import { warn } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { Page, Top } from '../page.tsx';
import { useWays } from '../ways.ts';
import { type CardState, useCard } from './use-card.ts';

/** The emergency card: off until turned on here, and what it means to have it on. */
export const CardPage = () => {
  const { madeUp } = useApp();
  const state = useCard();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('card.title')}
      </h1>
      <p class="intro">{t('card.intro')}</p>
      <div class="stack gap-above">
        <Note look="ask" icon={warn}>
          {t('card.warn')}
        </Note>
        {madeUp && <Note>{t('card.madeUp')}</Note>}
        {state.known && (state.card ? <On state={state} /> : <Off />)}
      </div>
    </Page>
  );
};

const Off = () => {
  const { router, book } = useApp();
  const empty = book.items.value.size === 0;
  return (
    <>
      <p>{t('card.off')}</p>
      {empty ? (
        <p class="quiet">{t('card.empty')}</p>
      ) : (
        <Button look="solid" wide onPress={() => router.go({ name: 'card/edit' })}>
          {t('card.turnOn')}
        </Button>
      )}
    </>
  );
};

const On = ({ state }: { state: CardState }) => {
  const { router, say } = useApp();
  const { date } = useWays();
  const turnOff = () =>
    state.turnOff().then(
      () => say({ text: t('card.turnedOff') }),
      (error: unknown) => say({ text: t(failed(error)) }),
    );
  return (
    <>
      {state.card && <p>{t('card.madeOn', { date: date(state.card.made) })}</p>}
      {/* Put on by a record that is not this one, or by this one on a full disk. */}
      {state.picks.length === 0 && <p class="quiet">{t('card.loose')}</p>}
      <CardNews state={state} />
      <div class="stack-2">
        <Button wide icon={largeText} onPress={() => router.go({ name: 'card/look' })}>
          {t('card.look')}
        </Button>
        <Button wide icon={pencil} onPress={() => router.go({ name: 'card/edit' })}>
          {t('card.change')}
        </Button>
        <Button wide look="brick" icon={bin} onPress={() => void turnOff()}>
          {t('card.turnOff')}
        </Button>
      </div>
    </>
  );
};

/** Says when the record has moved on and the card has not. Names go by the bus rule. */
const CardNews = ({ state }: { state: CardState }) => {
  const { say } = useApp();
  const ways = useWays();
  if (state.changed.length === 0) return null;
  const names = state.changed.map(item => (item ? rowOf(item, ways).title : t('log.gone')));
  const rewrite = () =>
    state.write(state.picks).then(
      () => say({ text: t('card.rewritten') }),
      (error: unknown) => say({ text: t(failed(error)) }),
    );
  return (
    <>
      <Note look="ask" icon={clock} title={t('card.news')}>
        {t('card.news.text', { names: [...new Set(names)].join(', ') })}
      </Note>
      <Button look="solid" wide onPress={() => void rewrite()}>
        {t('card.rewrite')}
      </Button>
    </>
  );
};
