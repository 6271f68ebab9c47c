import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { expectLocked } from './support/away.ts';
import { behind } from './support/behind.ts';
import { faultsOf } from './support/faults.ts';
import { expect, test, watchRequests } from './support/network.ts';
import { add, answerOne, beginAdding, goTo, save, startMine, unlock } from './support/person.ts';

test.use(behind);

/**
 * Makes of the build in `dir` the next one: its service worker is another, and a file that the old one loads only
 * when it is needed has a new name, as it would after a change. Gives the old name and the new.
 */
function release(dir: string): { before: string; after: string } {
  const sw = join(dir, 'sw.js');
  const old = /assets\/(locked-card-[\w-]+)\.js/.exec(readFileSync(sw, 'utf8'))![1]!;
  renameSync(join(dir, `assets/${old}.js`), join(dir, `assets/${old}2.js`));
  const everything = [sw, ...['index.html', 'r.html'].map(name => join(dir, name))];
  for (const [, name] of readFileSync(sw, 'utf8').matchAll(/"(assets\/[\w.-]+\.js)"/g)) {
    everything.push(join(dir, name!.replace(`${old}.js`, `${old}2.js`)));
  }
  for (const file of new Set(everything)) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`${old}.js`, `${old}2.js`));
  }
  return { before: `assets/${old}.js`, after: `assets/${old}2.js` };
}

/** Loads a part of the app late, as a press would. */
const load = (page: Page, file: string): Promise<void> =>
  page.evaluate(at => import(at).then(() => undefined), new URL(file, page.url()).href);

/** How many updates come in the middle of one edit. */
const UPDATES = process.env.HOLDFAST_LONG ? 50 : 3;

test(`an update asks first, and ${UPDATES} in the middle of an edit cost no letter and no file`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + UPDATES * 20_000);
  const dir = mkdtempSync(join(tmpdir(), 'holdfast-update-'));
  cpSync(at('dist'), dir, { recursive: true });
  const server = await serve({ dir });
  const context = await browser.newContext({ baseURL: server.url });
  const strays = watchRequests(context, server.url);
  const missing: string[] = [];
  context.on('response', answer => answer.status() >= 400 && missing.push(answer.url()));
  const page = await context.newPage();
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const second = await context.newPage();
  await second.goto('');
  await expect(second.getByRole('heading', { name: 'Holdfast is open in another tab' })).toBeVisible();

  await beginAdding(page, 'Something I react to');
  await answerOne(page, 'What are you allergic to?', 'Penicil');
  const part = release(dir);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await expect(page.getByText('A newer Holdfast is ready')).toBeVisible();
  // The server has it no more.
  await load(page, part.before);
  expect(await faultsOf(page)).toEqual([]);
  // It does nothing by itself, and takes no focus from what is being typed.
  await page.getByLabel('What are you allergic to?').first().press('End');
  await page.keyboard.type('lin');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expectLocked(page);
  await expect(page.getByText('A newer Holdfast is ready')).toHaveCount(0);
  await unlock(page);
  await load(page, part.after);
  await goTo(page, 'Mine');
  await expect(page.getByText('Sertraline')).toBeVisible();
  await page.getByRole('button', { name: /^Add\b/ }).click();
  await page.getByRole('main').getByRole('button', { name: 'Something I react to' }).click();
  await expect(page.getByLabel('What are you allergic to?')).toHaveValue('Penicillin');

  let words = 'Penicillin';
  for (let update = 2; update <= UPDATES; update++) {
    const part = release(dir);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    const field = page.getByLabel('What are you allergic to?').first();
    const more = `, and ${update}`;
    await field.press('End');
    await page.keyboard.type(more.slice(0, 3));
    await expect(page.getByText('A newer Holdfast is ready')).toBeVisible();
    await load(page, part.before);
    await field.press('End');
    await page.keyboard.type(more.slice(3));
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expectLocked(page);
    await unlock(page);
    await load(page, part.after);
    await goTo(page, 'Mine');
    await page.getByRole('button', { name: /^Add\b/ }).click();
    await page.getByRole('main').getByRole('button', { name: 'Something I react to' }).click();
    words += more;
    await expect(page.getByLabel('What are you allergic to?')).toHaveValue(words);
  }
  await save(page);
  expect(missing).toEqual([]);

  // The other tab has come along: it would ask for files that are gone.
  expect(await second.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().type)).toBe(
    'reload',
  );
  expect(strays).toEqual([]);
  await context.close();
  await server.close();
  rmSync(dir, { recursive: true });
});
