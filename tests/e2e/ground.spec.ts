import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { headers, metaPolicy } from '../../config/headers.ts';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { expect, test, watchRequests } from './support/network.ts';
import { newProfile, openProfile } from './support/profile.ts';

const ready = (page: Page) => page.waitForSelector('html[data-ready]', { state: 'attached' });

/** Waits until the service worker has everything and answers for the page. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

for (const path of ['index.html', 'r.html']) {
  test(`${path} carries the headers and no inline code`, async ({ page }) => {
    const response = await page.goto(path);
    const sent = await response!.allHeaders();
    for (const [name, value] of Object.entries(headers)) expect(sent[name.toLowerCase()]).toBe(value);
    const html = await response!.text();
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="${metaPolicy}"`);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    await ready(page);
  });
}

test('the passport opens with no network', async ({ page, context }) => {
  await page.goto('');
  await settle(page);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await expect(page).toHaveTitle('Holdfast');
});

test("a link to the reader's page never opens the passport", async ({ page, context }) => {
  await page.goto('');
  await settle(page);
  await context.setOffline(true);
  for (const path of ['r.html#1234', 'r#1234', 'r.html?x=1#1234']) {
    await page.goto(path).catch(() => undefined);
    await expect(page, path).not.toHaveTitle('Holdfast');
  }
});

test("the reader's page installs nothing", async ({ page }) => {
  await page.goto('r.html');
  await ready(page);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.locator('link[rel=manifest]').count()).toBe(0);
});

test('it works in a sub-folder of a host', async ({ browser }) => {
  const server = await serve({ dir: at('dist'), under: '/some/folder/' });
  const other = await browser.newContext();
  const strays = watchRequests(other, server.url);
  const visit = await other.newPage();
  await visit.goto(server.url);
  await ready(visit);
  await settle(visit);
  await other.setOffline(true);
  await visit.goto(`${server.url}index.html`);
  await ready(visit);
  await visit.goto(`${server.url}r.html`);
  await expect(visit).toHaveTitle('Shared page');
  expect(strays).toEqual([]);
  await other.close();
  await server.close();
});

test('it can be installed', async ({ baseURL }) => {
  const { folder, remove } = newProfile();
  const context = await openProfile(folder);
  const page = context.pages()[0]!;
  await page.goto(baseURL!);
  await settle(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data!).name).toBe('Holdfast');
  await context.close();
  remove();
});

test('an update waits until it is asked to take over', async ({ browser }) => {
  const dir = mkdtempSync(join(tmpdir(), 'holdfast-dist-'));
  cpSync(at('dist'), dir, { recursive: true });
  const server = await serve({ dir });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await settle(page);
  appendFileSync(join(dir, 'sw.js'), '\n// a later build\n');
  const waits = await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
    for (let tries = 0; tries < 100 && !registration.waiting; tries++)
      await new Promise(r => setTimeout(r, 50));
    await new Promise(r => setTimeout(r, 500));
    return registration.waiting !== null;
  });
  expect(waits).toBe(true);
  const tookOver = await page.evaluate(async () => {
    const changed = new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done));
    (await navigator.serviceWorker.getRegistration())!.waiting!.postMessage({ type: 'SKIP_WAITING' });
    await changed;
    return true;
  });
  expect(tookOver).toBe(true);
  await context.close();
  await server.close();
  rmSync(dir, { recursive: true });
});

test('a browser that cannot run it says so', async ({ page }) => {
  await page.route('**/*.js', route => route.abort());
  await page.goto('');
  await expect(page.getByText('needs a newer browser')).not.toBeVisible();
  await expect(page.getByText('needs a newer browser')).toBeVisible({ timeout: 15_000 });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of ['index.html', 'r.html']) {
    test(`${path} says what is missing`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('noscript p')).toContainText('needs JavaScript');
      await expect(page.locator('noscript p')).toBeVisible();
    });
  }
});
