import { camera, clock, lifebuoy, phone, settings } from '../../parts/icons.ts';
import { card, info, key, people } from '../../parts/icons-start.ts';
import { Go } from '../../parts/rings.tsx';
import { Place } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { type CardState, useCard } from '../card/use-card.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import { spareText } from '../spare/said.ts';
import { useSpare } from '../spare/use-spare.ts';
import { LiveNow } from '../today/live.tsx';
import { useWays } from '../ways.ts';

/** Who saw what, and the settings at its end. */
export const People = () => {
  const { router, book, madeUp, hide } = useApp();
  const count = book.log.value.length;
  return (
    <Page at="people">
      <Place title={t('people.title')} hide={hide} />
      <div class="stack">
        <LiveNow />
      </div>
      <div class="gap-above-s">
        <Go
          first
          icon={people}
          title={t('give.go')}
          text={t('give.go.text')}
          onPress={() => router.go({ name: 'together' })}
        />
        <Go
          icon={camera}
          title={t('scan.title')}
          text={t('scan.row')}
          onPress={() => router.go({ name: 'scan' })}
        />
        {madeUp && (
          <Go
            icon={info}
            title={t('practice.go')}
            text={t('practice.go.text', { name: t('people.madeUp.name') })}
            onPress={() => router.go({ name: 'practice' })}
          />
        )}
        <Go
          icon={clock}
          title={t('people.look')}
          text={count === 0 ? t('people.look.none') : t('people.look.some', { count })}
          onPress={() => router.go({ name: 'log' })}
        />
        <Go
          icon={lifebuoy}
          title={t('directory.title')}
          text={t('directory.row')}
          onPress={() => router.go({ name: 'numbers' })}
        />
        <Go
          icon={card}
          title={t('people.card')}
          text={cardText(useCard())}
          onPress={() => router.go({ name: 'card' })}
        />
        <Go
          icon={phone}
          title={t('number.title')}
          text={t(book.settings.value.toldNumber ? 'people.number.on' : 'people.number')}
          onPress={() => router.go({ name: 'people/number' })}
        />
        {!madeUp && <SpareRow />}
        <Go
          icon={settings}
          title={t('people.settings')}
          text={t('people.settings.text')}
          onPress={() => router.go({ name: 'settings' })}
        />
        <Go
          icon={info}
          title={t('people.about')}
          text={t('people.about.text')}
          onPress={() => router.go({ name: 'about' })}
        />
      </div>
    </Page>
  );
};

const SpareRow = () => {
  const { router } = useApp();
  const { today } = useWays();
  return (
    <Go
      icon={key}
      title={t('people.spare')}
      text={spareText(useSpare(), today)}
      onPress={() => router.go({ name: 'spare' })}
    />
  );
};

const cardText = ({ card: on, changed }: CardState): string => {
  if (!on) return t('people.card.off');
  return t(changed.length > 0 ? 'people.card.changed' : 'people.card.on');
};
