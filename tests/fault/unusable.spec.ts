import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import { behind } from '../e2e/support/behind.ts';
import { expect, test } from '../e2e/support/network.ts';
import { add, beginAdding, goTo, PIN, startMine, typePin } from '../e2e/support/person.ts';
import { newProfile, openProfile } from '../e2e/support/profile.ts';

test.use(behind);

// What a browser that can't run Holdfast shows: at once, in plain words, and never a slow stand-in.

test.describe('without WebAssembly, as on an iPhone in Lockdown Mode', () => {
  let context: BrowserContext;
  test.beforeAll(async () => {
    const browser = await chromium.launch(launchOptions('--js-flags=--jitless'));
    context = await browser.newContext({ locale: 'en-AU' });
  });
  test.afterAll(() => context.browser()!.close());

  test('the passport says so', async ({ baseURL }) => {
    const page = await context.newPage();
    await page.goto(baseURL!);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    const said = page.getByRole('alert');
    await expect(said.getByRole('heading', { name: 'Holdfast can’t run in this browser' })).toBeVisible();
    await expect(said).toContainText('Lockdown Mode');
    await expect(said).toContainText('What you kept here before is still here.');
    await expect(page.getByRole('button', { name: 'Start mine' })).toHaveCount(0);
  });

  test('the reader’s page says so', async ({ baseURL }) => {
    const page = await context.newPage();
    await page.goto(`${baseURL}r.html#1`);
    await expect(page.getByRole('alert')).toContainText('This browser can’t open it.');
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });
});

test.describe('without what is kept for use offline', () => {
  // It would bring the part by itself, as soon as it has it.
  test.use({ serviceWorkers: 'block' });

  test('a part that did not come is asked for again', async ({ page }) => {
    // A network that breaks off, before anything is kept for use without one.
    await page.route('**/*.wasm', route => route.fulfill({ contentType: 'application/wasm', body: '\0asm' }));
    const make = async () => {
      await page.getByRole('button', { name: /^A PIN/ }).click();
      await typePin(page, PIN, 'Next');
      await typePin(page, PIN, 'Lock it');
    };
    await page.goto('');
    await page.getByRole('button', { name: 'Start mine' }).click();
    await make();
    await expect(page.getByRole('alert')).toContainText('Something went wrong and nothing was changed.');
    await page.unroute('**/*.wasm');
    await make();
    await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  });
});

test('a browser that lets nothing be kept', async ({ baseURL }) => {
  const { folder, remove } = newProfile();
  mkdirSync(join(folder, 'Default'), { recursive: true });
  // "Block all cookies", which takes a page's storage with it.
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(settings));
  const context = await openProfile(folder);
  const page = context.pages()[0]!;
  await page.goto(baseURL!);
  const said = page.getByRole('alert');
  await expect(said.getByRole('heading', { name: 'Holdfast can’t keep anything here' })).toBeVisible();
  await expect(said).toContainText('A private window does that.');
  // The reader's page keeps nothing anyway.
  await page.goto(`${baseURL}r.html`);
  await expect(page.getByRole('heading', { name: 'Shared page' })).toBeVisible();
  await context.close();
  remove();
});

/** As the browser does it when it is short of room, or someone clears a site's data. */
async function clearStorage(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

test('storage that is cleared while it is open', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await clearStorage(page);
  await beginAdding(page, 'Something I take');
  await page.getByLabel('What is it called?', { exact: true }).fill('Sertraline');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The browser has cleared what Holdfast kept.');

  // What is still in memory can be read, and shown.
  await page.getByRole('button', { name: /^Back/ }).click();
  await goTo(page, 'Show');
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  await page.getByRole('button', { name: /^Show 1 thing$/ }).click();
  await page
    .getByRole('button', { name: 'Large text' })
    .or(page.getByRole('button', { name: 'As large text' }))
    .click();
  await expect(page.getByRole('dialog', { name: 'This can’t be written in Look back.' })).toBeVisible();
  await page.getByRole('button', { name: 'Show it anyway' }).click();
  await expect(page.getByRole('main')).toContainText('Penicillin');
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
});

test('storage that another tab deletes while it is locked', async ({ page, context }) => {
  await startMine(page);
  await page.getByRole('button', { name: 'Hide' }).click();
  const other = await context.newPage();
  await other.goto('r.html');
  // An open connection must not stand in the way.
  const deleted = await other.evaluate(
    () =>
      new Promise(done => {
        const asked = indexedDB.deleteDatabase('holdfast');
        asked.onsuccess = () => done('deleted');
        asked.onblocked = () => done('blocked');
        asked.onerror = () => done('failed');
      }),
  );
  expect(deleted).toBe('deleted');
  await typePin(page, PIN, 'Open');
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
});
