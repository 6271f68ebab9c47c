import { dialOf } from '../../../domain/dial.ts';
import { isOpen } from '../../../domain/hours.ts';
import { type HelpNumber, keptAs } from '../../../domain/numbers.ts';
import { Button } from '../../parts/button.tsx';
import { type Fact, Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { clock, phone, plus } from '../../parts/icons.ts';
import { speech } from '../../parts/icons-shared.ts';
import { people } from '../../parts/icons-start.ts';
import { SourceLine } from '../../parts/marks.tsx';
import { Go, Ring } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { isCovered } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useNow } from '../show/closes.ts';
import { useWays } from '../ways.ts';
import { hostsOf, sourceOf, useDirectory } from './directory.ts';
import { hoursLines, isElsewhere } from './hours.ts';
import { keepNumber } from './keep.ts';

/** One service: what it is for, when it is there, how to ring it. Its name is no title: a bus could read that. */
export const OneNumber: ScreenOf<'numbers/one'> = ({ route }) => {
  const number = useDirectory()?.numbers.find(({ name }) => name === route.number);
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('directory.one')}
      </h1>
      {number && <Whole number={number} />}
    </Page>
  );
};

const Whole = ({ number }: { number: HelpNumber }) => {
  const { session } = useApp();
  const ways = useWays();
  const values = { hosts: hostsOf(number), date: ways.date(number.checkedOn) };
  return (
    <>
      <h2 class="lead gap-above" dir="auto">
        {number.name}
      </h2>
      <p dir="auto">{number.for}</p>
      <OpenNow number={number} />
      <Rings number={number} />
      <Kept number={number} />
      <div class="gap-above">
        <Facts facts={factsOf(number, session.clock.now())} />
      </div>
      <SourceLine {...sourceOf(number, ways)} text={t(`directory.checked.${number.checkedHow}`, values)} />
    </>
  );
};

/** Said only where the hours are known. */
const OpenNow = ({ number: { hours } }: { number: HelpNumber }) => {
  const now = useNow(useApp().session.clock);
  if (!hours) return null;
  return (
    <p class="line-row gap-above-s">
      <Icon of={clock} />
      <b>{t(isOpen(hours, now) ? 'directory.open' : 'directory.closed')}</b>
    </p>
  );
};

const factsOf = ({ hours, area }: HelpNumber, now: number): Fact[] => [
  {
    label: t('directory.when'),
    value: hours ? hoursLines(hours).join('\n') : t('directory.hours.unknown'),
    more: hours && isElsewhere(hours, now) ? t('directory.hours.theirs') : undefined,
  },
  { label: t('directory.area'), value: area },
];

const Rings = ({ number: { name, phones, text } }: { number: HelpNumber }) => (
  <div class="stack-2 gap-above">
    {phones.map(({ number, label }) => (
      <Ring
        key={number}
        icon={phone}
        title={t('item.ring', { who: name })}
        text={[label, unbroken(number)].filter(Boolean).join(', ')}
        href={`tel:${dialOf(number)}`}
      />
    ))}
    {text && (
      <Ring icon={speech} title={t('directory.text')} text={unbroken(text)} href={`sms:${dialOf(text)}`} />
    )}
  </div>
);

const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');

/** Keeps it in one press. What is kept already says so, unless it is covered: then this screen says nothing of it. */
const Kept = ({ number }: { number: HelpNumber }) => {
  const { book, router, say } = useApp();
  const seen = [...book.items.value.values()].filter(item => !isCovered(book, item));
  const kept = keptAs(number, seen);
  return (
    <div class="gap-above">
      {kept ? (
        <Go
          first
          icon={people}
          title={t('directory.kept')}
          text={t('directory.kept.text')}
          onPress={() => router.go({ name: 'item/view', id: kept.id })}
        />
      ) : (
        <Button wide icon={plus} onPress={() => void keepNumber(book, number).then(say)}>
          {t('directory.keep')}
        </Button>
      )}
    </div>
  );
};
