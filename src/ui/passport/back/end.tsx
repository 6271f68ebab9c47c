import { useEffect } from 'preact/hooks';
import type { Checked } from '../../../app/restoring.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { kindLabel } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { phone } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { Row } from '../../parts/row.tsx';
import { Hide } from '../../parts/top.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import type { Route, ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { cameBack } from './came-back.ts';
import { Title } from './frame.tsx';

/** What came back to this phone, checked thing by thing, and what to think of next. */
export const BackEnd: ScreenOf<'back/end'> = () => {
  const { hide } = useApp();
  const now = cameBack.value;
  useEffect(
    () => () => {
      cameBack.value = null;
    },
    [],
  );
  return (
    <Page dock={typeof now === 'object' && <Next />}>
      <div class="top">
        <div class="top-end">
          <Hide onPress={hide} />
        </div>
      </div>
      {now === 'checking' ? <Title>{t('back.checking')}</Title> : now && <Came checked={now} />}
    </Page>
  );
};

const Came = ({ checked: { things, missing } }: { checked: Checked }) => {
  const { book } = useApp();
  const { card, kit } = book.settings.value;
  const { words } = useWays();
  const fromToday = useFromToday();
  const here = things - missing.length;
  const labelOf = (id: string): string => {
    const kind = kindOf(id);
    return kind ? kindLabel(kind, words) : id;
  };
  return (
    <div class="stack">
      <Title>
        {missing.length === 0 ? t('back.end.all', { things }) : t('back.end.some', { here, things })}
      </Title>
      <p class="intro">{t('back.end.checked')}</p>
      {missing.length > 0 && (
        <Group title={t('back.end.missing')}>
          <ul class="rows">
            {missing.map(({ id, kind, title }) => (
              <Row key={id} title={title || labelOf(kind)} value={title && labelOf(kind)} />
            ))}
          </ul>
          <p class="quiet gap-above-s">{t('back.end.missing.text')}</p>
        </Group>
      )}
      {card && <Note>{t('back.end.card')}</Note>}
      <p>{t(kit ? 'back.end.kit' : 'back.end.no-kit')}</p>
      {kit && (
        <Note look="ask" title={t('back.end.else')}>
          {t('back.end.else.text')}
        </Note>
      )}
      <p>{t('back.end.settings')}</p>
      <p>{t('back.end.old')}</p>
      <Ring
        go
        icon={phone}
        title={t('back.end.number')}
        text={t('back.end.number.text')}
        onPress={() => fromToday({ name: 'people/number' })}
      />
    </div>
  );
};

/** Words that came with a copy may have come from someone: new ones are as near as going on. */
const Next = () => {
  const { book, router } = useApp();
  const fromToday = useFromToday();
  return (
    <div class="pair">
      <Button wide onPress={() => fromToday({ name: 'spare/kit' })}>
        {t(book.settings.value.kit ? 'back.end.words' : 'back.end.first-words')}
      </Button>
      <Button look="solid" wide onPress={() => router.replace({ name: 'today' })}>
        {t('back.ready.do')}
      </Button>
    </div>
  );
};

/** To a screen from which Back leads to Today. */
const useFromToday = (): ((route: Route) => void) => {
  const { router } = useApp();
  return route => {
    router.replace({ name: 'today' });
    router.go(route);
  };
};
