import { devices } from '@playwright/test';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { expectLocked } from './support/away.ts';
import { expect, test, watchRequests } from './support/network.ts';
import { add, goTo, makeMine, unlock } from './support/person.ts';
import { readCode } from './support/read-code.ts';

test('after one visit all of it works offline, in a sub-folder too', async ({ browser }) => {
  const server = await serve({ dir: at('dist'), under: '/some/folder/' });
  const context = await browser.newContext({ ...devices['Pixel 5'], baseURL: server.url, locale: 'en-AU' });
  const strays = watchRequests(context, server.url);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const persist = StorageManager.prototype.persist;
    StorageManager.prototype.persist = function (this: StorageManager) {
      document.documentElement.dataset.asked = String(
        1 + Number(document.documentElement.dataset.asked ?? 0),
      );
      return persist.call(this);
    };
  });
  // One visit, and only that: the page is not loaded again before the network goes.
  await page.goto('');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await server.close();
  const asked = () => page.locator('html').getAttribute('data-asked');
  await makeMine(page);
  // Nothing to lose yet, so nothing to ask for.
  expect(await asked()).toBeNull();
  await add(page, 'My name and birth date', { 'What is your full name?': 'Jess Marlow' });
  await expect.poll(asked).toBe('1');
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: /^Storage/ }).click();
  await expect(page.getByText('The browser has not promised to keep it')).toBeVisible();
  expect(await asked()).toBe('1');

  // The link in the code leads to this folder's page.
  await goTo(page, 'Show');
  await page.getByRole('radio', { name: /^A doctor or nurse/ }).check();
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  await page.getByRole('button', { name: /^Show \d things$/ }).click();
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  const link = await readCode(page);
  expect(link).toMatch(new RegExp(`^${server.url}r\\.html#\\d+$`));
  await page.getByRole('button', { name: 'They have scanned it' }).click();
  const words = await page.locator('.words li').allInnerTexts();

  await page.reload();
  await expectLocked(page);
  await unlock(page);
  // It has not promised yet: each opening asks again.
  await expect.poll(asked).toBe('1');
  await goTo(page, 'Mine');
  await expect(page.getByText('Sertraline')).toBeVisible();

  // Also for someone who reads on this very phone.
  const reader = await context.newPage();
  await reader.goto(link);
  for (const [nth, word] of words.entries()) {
    await reader.getByRole('textbox').nth(nth).pressSequentially(word.slice(0, 3));
  }
  await expect(reader.getByRole('heading', { name: 'Jess Marlow' })).toBeVisible();
  expect(strays).toEqual([]);
  await context.close();
});
