import { useEffect, useState } from 'preact/hooks';
import type { Book } from '../../../app/book.ts';
import { fileDown } from '../../parts/icons.ts';
import { people } from '../../parts/icons-start.ts';
import { Ring } from '../../parts/rings.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { isOpen } from '../show/closes.ts';
import { useWays } from '../ways.ts';
import type { Way } from './making.ts';
import { timeToAsk } from './nudge.ts';
import { useSpare } from './use-spare.ts';

/** How often Today came up since this record was opened, until the one question of this session was put. */
const visits = new WeakMap<Book, number>();
const ASKED = Number.POSITIVE_INFINITY;

/**
 * Whether to ask on this visit to Today. Not on the first one after opening: whoever opens it came for something. Not
 * while a page is open to someone.
 */
const useTimeToAsk = (): [boolean, () => void] => {
  const { book, session } = useApp();
  const { today } = useWays();
  const state = useSpare();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const before = visits.get(book) ?? 0;
    const settings = book.settings.peek();
    const showing = book.shares.peek().some(entry => isOpen(entry, session.clock.now()));
    const now = before > 0 && before < ASKED && !showing && timeToAsk({ state, settings, today });
    visits.set(book, now ? ASKED : before + 1);
    setAsking(now);
  }, [book]);
  const answered = () => {
    setAsking(false);
    const { asked } = book.settings.peek();
    // What could not be written down is asked again another day.
    void book
      .writeSettings({ asked: { ...asked, spare: today, changed: state.changed } })
      .catch(() => undefined);
  };
  return [asking, answered];
};

/** "Make a spare copy?", over Today, at most once a session. */
export const AskForSpare = () => {
  const { router } = useApp();
  const { last, changed } = useSpare();
  const [asking, answered] = useTimeToAsk();
  if (!asking) return null;
  const go = (way: Way) => {
    answered();
    router.go({ name: 'spare', way });
  };
  const why = t(last ? 'spare.ask.since' : 'spare.ask.first', { count: changed });
  return (
    <Sheet title={t('spare.ask.title')} text={`${why} ${t('spare.ask.locked')}`} onNotNow={answered}>
      <Ring
        go
        icon={fileDown}
        title={t('spare.ask.save')}
        text={t('spare.ask.save.text')}
        onPress={() => go('save')}
      />
      <Ring
        go
        icon={people}
        title={t('spare.ask.give')}
        text={t('spare.ask.give.text')}
        onPress={() => go('give')}
      />
    </Sheet>
  );
};
