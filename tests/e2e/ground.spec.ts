import type { Page } from '@playwright/test';
import { headers, metaPolicy } from '../../config/headers.ts';
import { expect, test } from './support/network.ts';
import { newProfile, openProfile } from './support/profile.ts';

const ready = (page: Page) => page.waitForSelector('html[data-ready]', { state: 'attached' });

/** Waits until the service worker has everything and answers for the page. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

for (const path of ['index.html', 'notes.html', 'r.html', 'calendar.html']) {
  test(`${path} carries the headers and no inline code`, async ({ page }) => {
    const response = await page.goto(path);
    const sent = await response!.allHeaders();
    for (const [name, value] of Object.entries(headers)) expect(sent[name.toLowerCase()]).toBe(value);
    const html = await response!.text();
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="${metaPolicy}"`);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    if (path !== 'calendar.html') await ready(page);
  });
}

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

for (const [path, name] of [
  ['', 'Holdfast'],
  ['notes.html', 'Notes'],
]) {
  test(`it can be installed as ${name}`, async ({ baseURL }) => {
    const { folder, remove } = newProfile();
    const context = await openProfile(folder);
    const page = context.pages()[0]!;
    await page.goto(`${baseURL}${path}`);
    await settle(page);
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data!).name).toBe(name);
    await expect(page).toHaveTitle(name!);
    await context.close();
    remove();
  });
}

test('a browser that cannot run it says so', async ({ page, context }) => {
  await context.route('**/*.js', route => route.abort());
  const reader = await context.newPage();
  await Promise.all([page.goto(''), reader.goto('r.html')]);
  for (const one of [page, reader]) await expect(one.getByText('needs a newer browser')).not.toBeVisible();
  for (const one of [page, reader])
    await expect(one.getByText('needs a newer browser')).toBeVisible({ timeout: 15_000 });
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
