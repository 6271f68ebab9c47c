import { useEffect } from 'preact/hooks';
import type { SpareState } from '../../../app/backing-up.ts';
import { Button } from '../../parts/button.tsx';
import { type Fact, Facts, Group } from '../../parts/facts.tsx';
import { fileDown, phone } from '../../parts/icons.ts';
import { key, lock, people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { sizeText } from '../size.ts';
import { useWays } from '../ways.ts';
import { Lacks, MakeCopy } from './make.tsx';
import { useMake } from './making.ts';
import { sinceText } from './said.ts';
import { useSpare } from './use-spare.ts';

/** Routes that already began the copy they came for: going back to one begins no other. */
const begun = new WeakSet<object>();

/** Spare copies: when the last one was, the one button that makes another, and what opens them. */
export const Spare: ScreenOf<'spare'> = ({ route }) => {
  const state = useSpare();
  const make = useMake();
  const { way } = route;
  useEffect(() => {
    if (!way || !state.kit || begun.has(route)) return;
    begun.add(route);
    void make.start(way);
  }, [route]);
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('spare.title')}
      </h1>
      <p class="intro">{t('spare.intro')}</p>
      <Facts facts={useFacts(state)} />
      {state.kit ? (
        <MakeCopy make={make} onPress={() => void make.start('give')} />
      ) : (
        <WordsFirst lacks={state.lacks} />
      )}
      {make.now.at !== 'out' && (
        <div class="gap-above">
          <Note>{t(state.kit ? 'spare.opens' : 'spare.opens.first')}</Note>
        </div>
      )}
      <Openers state={state} />
      <OtherPhones />
    </Page>
  );
};

/** Smaller than this says nothing to anyone, bytes. */
const LEAST = 1000;

const useFacts = (state: SpareState): Fact[] => {
  const { date } = useWays();
  const { last, photos, bytes } = state;
  const whole = last?.whole ? [t('spare.last.whole', { date: date(last.whole) })] : [];
  return [
    {
      label: t('spare.last'),
      value: last ? date(last.on) : t('spare.last.none'),
      more: last ? [sinceText(state), ...whole].join(' ') : undefined,
    },
    {
      label: t('spare.size'),
      value: sizeText(Math.max(bytes, LEAST)),
      more: photos > 0 ? t('spare.photos', { count: photos }) : undefined,
    },
  ];
};

const WordsFirst = ({ lacks }: Pick<SpareState, 'lacks'>) => {
  const { router } = useApp();
  return (
    <div class="stack gap-above">
      {lacks && <Lacks when="before" />}
      <p>{t('spare.first')}</p>
      <div class="stack-2">
        <Button look="solid" wide tall onPress={() => router.go({ name: 'spare/kit' })}>
          {t('spare.first.do')}
        </Button>
        <Button wide onPress={() => router.go({ name: 'spare/own' })}>
          {t('spare.own')}
        </Button>
      </div>
    </div>
  );
};

/** What opens a copy, once there are words. */
const Openers = ({ state: { kit } }: { state: SpareState }) => {
  const { router } = useApp();
  const { date } = useWays();
  if (!kit) return null;
  return (
    <Group title={t('spare.openers')}>
      <Go
        icon={key}
        title={t('spare.kit')}
        text={t('spare.kit.made', { date: date(kit.made) })}
        onPress={() => router.go({ name: 'spare/kit' })}
      />
      <Go
        icon={people}
        title={t('spare.cards')}
        text={t(kit.cards ? 'spare.cards.made' : 'spare.cards.text')}
        onPress={() => router.go({ name: 'spare/cards' })}
      />
      <Go
        icon={lock}
        title={t('spare.own')}
        text={t('spare.own.text')}
        onPress={() => router.go({ name: 'spare/own' })}
      />
    </Group>
  );
};

const OtherPhones = () => {
  const { router } = useApp();
  return (
    <Group title={t('spare.phones')}>
      <Go
        icon={phone}
        title={t('spare.move')}
        text={t('spare.move.text')}
        onPress={() => router.go({ name: 'spare/move' })}
      />
      <Go
        icon={fileDown}
        title={t('spare.back')}
        text={t('spare.back.text')}
        onPress={() => router.go({ name: 'spare/back' })}
      />
    </Group>
  );
};
