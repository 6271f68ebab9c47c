import type { BrowserContext, Page } from '@playwright/test';
import { openVictim } from './support/kill.ts';
import { breaksPolicy, expect, test } from './support/network.ts';
import { newProfile, openProfile } from './support/profile.ts';
import { openWall } from './support/wall.ts';

// Every test fails when anything asks for someone else's address. Here each one that does is one that has to fail.

const ELSEWHERE = 'http://elsewhere.invalid/';

const send = (page: Page) =>
  page.evaluate(url => fetch(url, { mode: 'no-cors' }).catch(() => undefined), ELSEWHERE);

/** A page of our origin without our policy, which would stop it first. */
const openBare = async (context: BrowserContext, baseURL: string): Promise<Page> => {
  await context.route('**/bare', route => route.fulfill({ contentType: 'text/html', body: '<title>' }));
  const page = await context.newPage();
  await page.goto(`${baseURL}bare`);
  return page;
};

test.describe('a test fails in which', () => {
  test.fail();

  test('a page sends', ({ page }) => send(page));

  test('a page sends to another place on this machine', async ({ page, baseURL }) => {
    const other = `http://localhost:${Number(new URL(baseURL!).port) + 1}/`;
    await page.evaluate(url => fetch(url).catch(() => undefined), other);
  });

  test('a worker sends', async ({ context, baseURL }) => {
    const page = await openBare(context, baseURL!);
    await page.evaluate(async url => {
      const source = `fetch('${url}', { mode: 'no-cors' }).catch(() => 0).then(() => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      await new Promise(done => {
        worker.onmessage = done;
      });
    }, ELSEWHERE);
  });

  test('a service worker sends', async ({ context, baseURL }) => {
    const body = `oninstall = e => e.waitUntil(fetch('${ELSEWHERE}', { mode: 'no-cors' }).catch(() => 0))`;
    await context.route('**/bare.js', route => route.fulfill({ contentType: 'text/javascript', body }));
    const page = await openBare(context, baseURL!);
    await page.evaluate(async () => {
      const { installing } = await navigator.serviceWorker.register('bare.js');
      await new Promise(done => {
        installing!.onstatechange = done;
      });
    });
  });

  test('a page opens a socket', async ({ page }) => {
    await page.evaluate(
      () =>
        new Promise(done => {
          new WebSocket('wss://elsewhere.invalid/').onerror = done;
        }),
    );
  });

  test('a page is led elsewhere', ({ page }) =>
    page.goto(ELSEWHERE).then(
      () => undefined,
      () => undefined,
    ));

  test('another context sends', async ({ browser }) => {
    const context = await browser.newContext();
    await send(await context.newPage());
    await context.close();
  });

  test('a browser with a profile sends', async () => {
    const { folder, remove } = newProfile();
    const context = await openProfile(folder);
    await send(context.pages()[0]!);
    await context.close();
    remove();
  });

  test('a browser that will be killed sends', async () => {
    const { folder, remove } = newProfile();
    const { context, kill } = await openVictim(folder);
    await send(await context.newPage());
    await kill();
    remove();
  });
});

test('who was asked for is written down, and localhost is nobody else', { annotation: breaksPolicy }, async ({
  browser,
  baseURL,
}) => {
  const { asked } = await openWall();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(baseURL!);
  expect(asked).toEqual([]);
  const other = await openBare(context, baseURL!);
  await send(other);
  await other.evaluate(() => fetch('https://encrypted.invalid/a').catch(() => undefined));
  expect(asked.splice(0)).toEqual([ELSEWHERE, 'encrypted.invalid:443']);
  await context.close();
});
