import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Book } from '../../app/book.ts';
import type { Session } from '../../app/session.ts';
import type { Sharing } from '../../app/sharing.ts';
import type { Helping } from '../../app/together.ts';
import type { Router } from './router.ts';
import type { Place, Route } from './routes.ts';

/** What just happened, said in the ink bar. Stays until the next one or until the person leaves the screen. */
export interface Said {
  text: string;
  /** May say in turn what became of it. */
  undo?: (() => Promise<Said | null> | Promise<void> | void) | undefined;
}

/** What every screen of the open record can reach. */
export interface App {
  session: Session;
  router: Router<Route>;
  book: Book;
  /** `null` while someone helps: nothing can be shown from there. */
  sharing: Sharing | null;
  /** While someone helps: who they are and how many things they see. */
  helping: Helping | null;
  madeUp: boolean;
  /** Shows the ink bar, which `Page` draws; `null` takes it away. */
  say(said: Said | null): void;
  said: ReadonlySignal<Said | null>;
  /** Opens a place from the bottom bar, or ends a flow there. */
  home(place: Place): void;
  /** Locks at once, and leaves to the calendar where the person has set that; leaves the made-up person. */
  hide(): void;
}

export const AppContext = createContext<App | null>(null);

/** The app around this screen. Throws outside the open record. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (!app) throw new Error('no open record around this screen');
  return app;
};

/** What lets out. Throws where someone helps. */
export const useSharing = (): Sharing => {
  const { sharing } = useApp();
  if (!sharing) throw new Error('nothing is shown while someone helps');
  return sharing;
};
