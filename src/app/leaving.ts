import type { Session } from './session.ts';

/** How long the browser may take to go back to where the app began, ms. */
const BACK_MS = 500;

/** The browser stands where the app began, or has taken too long. */
const backAtStart = async (): Promise<void> => {
  const depth = Number(history.state ?? 0);
  if (depth === 0) return;
  const gone = new Promise(done => {
    addEventListener('popstate', done, { once: true });
    setTimeout(done, BACK_MS);
  });
  history.go(-depth);
  await gone;
};

/** Opens a page of ours in the app's own place in the browser's history: Back leads to what was before the app. */
export const putInPlace = async (page: string): Promise<void> => {
  await backAtStart();
  location.replace(page);
};

let leaving = false;

/**
 * Locks, then opens the calendar in the app's own place in the browser's history: nothing is added, and Back leads to
 * what was before the app. What was forward of it stays, and opens locked. Asked again while it goes, it goes once:
 * its own way back looks like one more Back, and a second navigation would break off the first.
 *
 * @param session none where nothing can be open yet
 */
export const leave = async (session?: Session): Promise<void> => {
  if (leaving) return;
  leaving = true;
  try {
    await session?.lock('self');
    await putInPlace('./calendar.html');
  } finally {
    // The browser may keep this page as it is and bring it back.
    leaving = false;
  }
};
