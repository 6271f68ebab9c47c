import './open.css';
import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { leave } from '../../app/leaving.ts';
import { guard } from '../../app/locking.ts';
import type { Session, SessionState } from '../../app/session.ts';
import { askToKeep } from '../../app/storage.ts';
import { AppError } from '../../lib/error.ts';
import answers from '../words/en-AU/answers.json';
import back from '../words/en-AU/back.json';
import begin from '../words/en-AU/begin.json';
import directory from '../words/en-AU/directory.json';
import mine from '../words/en-AU/mine.json';
import moving from '../words/en-AU/moving.json';
import parts from '../words/en-AU/parts.json';
import people from '../words/en-AU/people.json';
import reader from '../words/en-AU/reader.json';
import scan from '../words/en-AU/scan.json';
import show from '../words/en-AU/show.json';
import together from '../words/en-AU/together.json';
import { t } from '../words/words.ts';
import { cameBack } from './back/came-back.ts';
import { backScreens } from './back/screens.ts';
import { cardScreens } from './card/screens.ts';
import { useTakeOff } from './card/take-off.ts';
import { type App, AppContext, type Said } from './context.ts';
import { failed } from './failed.ts';
import { itemScreens } from './item/screens.ts';
import { logScreens } from './log/screens.ts';
import { mineScreens } from './mine/screens.ts';
import { numbersScreens } from './numbers/screens.ts';
import { peopleScreens } from './people/screens.ts';
import { practiceScreens } from './practice/screens.ts';
import { Router } from './router.ts';
import { type Route, rootOf, type Screens } from './routes.ts';
import { scanScreens } from './scan/screens.ts';
import { settingsScreens } from './settings/screens.ts';
import { showScreens } from './show/screens.ts';
import { spareScreens } from './spare/screens.ts';
import { Stage } from './stage.tsx';
import { todayScreens } from './today/screens.ts';
import { helpScreens, togetherScreens } from './together/screens.ts';
import { waysScreens } from './ways/screens.ts';

export const words = [
  begin,
  back,
  parts,
  mine,
  show,
  moving,
  people,
  directory,
  reader,
  together,
  scan,
  answers,
];

const screens: Screens = {
  ...todayScreens,
  ...mineScreens,
  ...itemScreens,
  ...showScreens,
  ...peopleScreens,
  ...numbersScreens,
  ...logScreens,
  ...cardScreens,
  ...backScreens,
  ...settingsScreens,
  ...waysScreens,
  ...spareScreens,
  ...togetherScreens,
  ...scanScreens,
  ...practiceScreens,
};

interface OpenProps {
  session: Session;
  state: Extract<SessionState, { at: 'open' | 'together' }>;
}

/** The open record, or as much of it as someone who helps may see. Gone with everything in it, plaintext too, as soon as the session locks. */
export const Open = ({ session, state }: OpenProps) => {
  const app = useMemo(() => openApp(session, state), [state]);
  const { router, book } = app;
  useEffect(() => () => router.close(), [router]);
  useEffect(() => guard(session), [session]);
  useBigWords(book.settings.value.bigWords);
  useKeeping(app);
  useNothingSilent(app);
  useTakeOff(app);
  return (
    <AppContext.Provider value={app}>
      <Stage router={router} screens={app.helping ? helpScreens : screens} />
    </AppContext.Provider>
  );
};

const useBigWords = (big: boolean): void => {
  useEffect(() => {
    document.documentElement.classList.toggle('big', big);
    return () => document.documentElement.classList.remove('big');
  }, [big]);
};

/**
 * Once there is something to lose, the browser is asked not to clear it; at each opening until it promises, since many
 * say no before the app is on the Home Screen.
 */
const useKeeping = ({ book, madeUp, helping }: App): void => {
  const ask = !madeUp && !helping && book.items.value.size > 0;
  useEffect(() => {
    if (ask && !book.settings.peek().persisted) void askToKeep(book).catch(() => undefined);
  }, [ask, book]);
};

/** What no screen answers for is said in the ink bar: a press that did nothing must not look as if it had. */
const useNothingSilent = ({ say }: App): void => {
  useEffect(() => {
    const tell = ({ reason }: PromiseRejectionEvent) => {
      // Locked under way: the lock screen is there already.
      if (reason instanceof AppError && reason.code !== 'locked') say({ text: t(failed(reason)) });
    };
    addEventListener('unhandledrejection', tell);
    return () => removeEventListener('unhandledrejection', tell);
  }, [say]);
};

/** What is open: the whole record, or what was given to someone who helps. */
const openPart = (state: OpenProps['state']): Pick<App, 'book' | 'sharing' | 'helping' | 'madeUp'> =>
  state.at === 'open' ? { ...state, helping: null } : { ...state, book: state.helping.book, sharing: null };

/** Where it opens: on what came back, or on choosing a new PIN where the old one is lost. */
const firstOf = ({ opened }: Session): Route => {
  if (cameBack.peek() !== null) return { name: 'back/end' };
  return { name: opened?.ways.openedBy === 'recovery' ? 'back/secret' : 'today' };
};

const openApp = (session: Session, state: OpenProps['state']): App => {
  const said = signal<Said | null>(null);
  // "Kept" is said while its form closes, and belongs to the screen that comes up.
  let forNext = false;
  const part = openPart(state);
  const away = () => void leave(session);
  // Someone who helps may press Back as they like.
  const backs = part.helping ? { hold: true } : { onTwice: away };
  const router = new Router<Route>(firstOf(session), backs);
  router.onMove(() => {
    if (!forNext) said.value = null;
    forNext = false;
  });
  return {
    ...part,
    session,
    router,
    said,
    say: what => {
      forNext = router.moving;
      said.value = what;
    },
    // Show is a flow, so Back leads to where it was started; the other places stand at the bottom.
    home: place => (place === 'show' ? router.go(rootOf.show) : router.home(rootOf[place])),
    hide: () => (part.book.settings.peek().hideLeaves ? away() : void session.lock('self')),
  };
};
