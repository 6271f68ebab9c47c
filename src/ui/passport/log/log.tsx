import type { LogEntry } from '../../../domain/log.ts';
import { fatesOf } from '../../../domain/proposal.ts';
import { Empty, Group } from '../../parts/facts.tsx';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { howText, whoText } from '../show/closes.ts';
import { LiveNow } from '../today/live.tsx';
import { fromName } from './from-name.ts';
import { dayText, timeText } from './when.ts';

/** Look back: everything that went out, newest first, by day. */
export const Log = () => {
  const { book, router } = useApp();
  const days = byDay(book.log.value);
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('log.title')}
      </h1>
      <p class="intro">{t('log.intro')}</p>
      <div class="stack gap-above">
        <LiveNow />
        {days.length === 0 && <Empty title={t('log.none')} text={t('log.none.text')} />}
      </div>
      {days.map(({ day, entries }) => (
        <Group key={entries[0]!.id} title={day}>
          <ul class="rows">
            {entries.map(entry => (
              <Row
                key={entry.id}
                title={titleText(entry)}
                value={lineText(entry)}
                onPress={() => router.go({ name: 'log/entry', id: entry.id })}
              />
            ))}
          </ul>
        </Group>
      ))}
    </Page>
  );
};

const titleText = (entry: LogEntry): string => (entry.type === 'share' ? whoText(entry) : fromName(entry));

const lineText = (entry: LogEntry): string => {
  const time = timeText(entry.at);
  if (entry.type === 'share') {
    const things = t('log.things', { count: entry.items.length });
    return t('log.row', { time, things, how: howText(entry) });
  }
  return t(`log.row.${entry.via}`, { time, ...fatesOf(entry) });
};

/** Neighbours of one day together. A day comes twice where the clock was put back in between. */
const byDay = (log: readonly LogEntry[]): { day: string; entries: LogEntry[] }[] => {
  const days: { day: string; entries: LogEntry[] }[] = [];
  for (const entry of log) {
    const day = dayText(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
};
