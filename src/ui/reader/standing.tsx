import { kindOf } from '../../domain/kinds.ts';
import { apart } from '../../domain/safe-text.ts';
import { Icon } from '../parts/icon.tsx';
import { pageTicked, speech } from '../parts/icons-shared.ts';
import { Note } from '../parts/note.tsx';
import { t } from '../words/words.ts';
import { dayOf, useView } from './view.ts';

/** Kinds that a later version made have no words here; say that they are there. */
export const Newer = () => {
  const { share } = useView();
  const count = share.items.filter(item => kindOf(item.kind) === null).length;
  if (!count) return null;
  return (
    <div class="gap-above">
      <Note look="ask">
        <p>{t('reader.newer', { count })}</p>
      </Note>
    </div>
  );
};

/** This device's date, beside the one that the page goes by. */
export const ClockBehind = ({ opened }: { opened: Date }) => {
  const { behind, ways } = useView();
  if (!behind) return null;
  return (
    <div class="gap-above">
      <Note look="ask" title={t('reader.clock')}>
        <p>{t('reader.clock.text', { here: ways.date(dayOf(opened)), made: ways.date(ways.today) })}</p>
      </Note>
    </div>
  );
};

/** What this is, and how to tell who said so. */
export const About = () => {
  const { who } = useView();
  return (
    <footer class="meta r-foot">
      <p>
        <span class="said">
          <Icon of={speech} />
          {who ? t('reader.says', { who: apart(who) }) : t('reader.saysThem')}
        </span>{' '}
        {t('reader.says.end')}{' '}
        <span class="said pro">
          <Icon of={pageTicked} />
          {t('reader.bold')}
        </span>{' '}
        {t('reader.bold.end')}
      </p>
      <p>
        {t('reader.standing')} <span class="r-saves">{t('reader.saves')}</span>
      </p>
    </footer>
  );
};
