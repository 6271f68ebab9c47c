import { t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';
import { CardLines } from './lines.tsx';
import { useCard } from './use-card.ts';

/** The card as a stranger sees it. */
export const CardLook = () => {
  const { card } = useCard();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('card.look.title')}
      </h1>
      {card && <CardLines card={card} />}
    </Page>
  );
};
