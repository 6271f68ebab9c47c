import { useState } from 'preact/hooks';
import { calendarOf } from '../../../app/calendar.ts';
import type { Item } from '../../../domain/item.ts';
import { APPOINTMENT, visitDay } from '../../../domain/plans.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { today as calendarIcon } from '../../parts/icons.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { download } from '../hand-out.ts';
import { useWays } from '../ways.ts';

/** The file's name says nothing: it lies among downloads, where anyone may look. */
const FILE = 'date.ics';

/** An appointment with a known day can go into the phone's calendar, in words that the person sees first. */
export const ToCalendar = ({ item }: { item: Item }) => {
  const { today } = useWays();
  const [asking, setAsking] = useState(false);
  if (item.kind !== APPOINTMENT || visitDay(item, today) === null) return null;
  return (
    <>
      <Button wide icon={calendarIcon} class="gap-above" onPress={() => setAsking(true)}>
        {t('visit.calendar')}
      </Button>
      {asking && <AskTitle item={item} onDone={() => setAsking(false)} />}
    </>
  );
};

const AskTitle = ({ item, onDone }: { item: Item; onDone: () => void }) => {
  const { session, say } = useApp();
  const [title, setTitle] = useState(t('visit.calendar.usual'));
  const make = () => {
    const file = calendarOf(item, title.trim() || t('visit.calendar.usual'), session.clock);
    onDone();
    if (!file) return;
    download(new File([file], FILE, { type: file.type }));
    say({ text: t('visit.calendar.done') });
  };
  return (
    <Sheet title={t('visit.calendar.title')} text={t('visit.calendar.text')} onNotNow={onDone}>
      <TextField id="calendar-words" label={t('visit.calendar.words')} value={title} onInput={setTitle} />
      <Button wide look="solid" onPress={make}>
        {t('visit.calendar.do')}
      </Button>
    </Sheet>
  );
};
