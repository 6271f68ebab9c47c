import { type Signal, signal } from '@preact/signals';
import type { Session } from '../../../app/session.ts';
import { GOAL } from '../../../domain/goals.ts';
import type { App } from '../context.ts';

/** Which sessions practise. The made-up person's screens come and go under it. */
const practices = new WeakMap<Session, Signal<boolean>>();

export const practising = (session: Session): Signal<boolean> => {
  const known = practices.get(session) ?? signal(false);
  practices.set(session, known);
  return known;
};

/** Goals that a helper is to write in the practice run. */
const GOALS = 3;

export type Hint =
  | { at: 'start' | 'give' | 'back' | 'waiting' | 'review' | 'done' | 'all' }
  | { at: 'write'; count: number };

/** What to do next, told by where things are and not by what was pressed. */
export const hintOf = ({ book, helping, router }: App): Hint => {
  if (helping) {
    const goals = [...book.items.value.values()].filter(
      ({ kind, head }) => kind === GOAL && isNew(head.id, book),
    );
    return goals.length >= GOALS ? { at: 'back' } : { at: 'write', count: goals.length };
  }
  const { name } = router.visit.value.route;
  if (name === 'together') return { at: 'give' };
  if (name === 'review') return { at: 'review' };
  if (book.waiting.lines.value.length > 0) return { at: 'waiting' };
  const entry = book.log.value.find(one => one.type === 'proposal');
  if (!entry) return { at: 'start' };
  return { at: entry.items.some(item => 'fate' in item && item.fate === 'kept') ? 'done' : 'all' };
};

/** Written since the phone was given: the helper's versions carry a number series of their own. */
const isNew = (version: string, book: App['book']): boolean =>
  version.startsWith(book.settings.value.install);
