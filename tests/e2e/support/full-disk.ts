import type { Page } from '@playwright/test';

/** What the app may store, bytes: enough for itself and a few saves, so that the disk is soon full. */
const ROOM = 8_000_000;

/**
 * A small disk for the page's origin. To be called before the page is opened: Chromium goes on by what it
 * measured last, for up to half a minute.
 */
export async function giveSmallDisk(page: Page, origin: string): Promise<void> {
  await resize(page, ROOM, origin);
}

/** What the browser lets go of some seconds late, bytes: values that were replaced, old logs. */
const LATE = 1_500_000;

const resize = async (page: Page, quotaSize: number, at = page.url()): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(at).origin, quotaSize });
};

/**
 * Fills the disk to the last kilobyte, as photos do: with something else's bytes, that can't be packed. Then it is made
 * smaller by what will be let go of late, which else would leave room for a save or two more.
 */
export async function fillDisk(page: Page): Promise<void> {
  await fill(page);
  await resize(page, ROOM - LATE);
}

const fill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // The app's own files first: where they no longer fit the browser drops them all, and there is room again.
    if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready;
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('photos', 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore('all', { autoIncrement: true });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const put = (bytes: number) =>
      new Promise<boolean>(done => {
        const change = db.transaction('all', 'readwrite');
        const noise = new Uint8Array(bytes);
        for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
        change.objectStore('all').add(noise);
        change.oncomplete = () => done(true);
        change.onabort = () => done(false);
      });
    let full = 0;
    for (let bytes = 1_048_576; bytes >= 1024; bytes /= 4) while (await put(bytes)) full += bytes;
    db.close();
    if (full === 0) throw new Error('the disk was full before');
  });

/** The photos go, and there is room again. */
export async function emptyDisk(page: Page): Promise<void> {
  await resize(page, ROOM);
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const asked = indexedDB.deleteDatabase('photos');
        asked.onsuccess = () => done();
        asked.onerror = () => fail(asked.error);
      }),
  );
}
