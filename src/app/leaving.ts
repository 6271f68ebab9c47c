import type { Session } from './session.ts';

/** How long the browser may take to go back to where the app began, ms. */
const BACK_MS = 500;

/**
 * Locks, then opens the calendar in the app's own place in the browser's history: nothing is added, and Back leads to
 * what was before the app. What was forward of it stays, and opens locked.
 */
export const leave = async (session: Session): Promise<void> => {
  await session.lock('self');
  const depth = Number(history.state ?? 0);
  if (depth > 0) {
    const gone = new Promise(done => {
      addEventListener('popstate', done, { once: true });
      setTimeout(done, BACK_MS);
    });
    history.go(-depth);
    await gone;
  }
  location.replace('./calendar.html');
};
