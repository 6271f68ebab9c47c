import { randomBytes } from 'node:crypto';
import { devices, type Page } from '@playwright/test';
import { expectLocked } from './support/away.ts';
import { behind } from './support/behind.ts';
import { expect, test } from './support/network.ts';
import {
  add,
  answerOne,
  beginAdding,
  goTo,
  open,
  PIN,
  startMine,
  typePin,
  unlock,
} from './support/person.ts';
import { filesWith, newProfile, openProfile } from './support/profile.ts';

test.use(behind);

test('one tab writes; another says so, can take over, and loses no word of the first', async ({
  page,
  context,
}) => {
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await beginAdding(page, 'Something I react to');
  await answerOne(page, 'What are you allergic to?', 'Penicillin');

  // Straight on, before the pause in typing after which a draft is kept.
  const second = await context.newPage();
  await open(second);
  await expect(second.getByRole('heading', { name: 'Holdfast is open in another tab' })).toBeVisible();
  await answerOne(page, 'What are you allergic to?', 'Penicillin and latex');
  await second.getByRole('button', { name: 'Use it here' }).click();
  await expectLocked(page, 'It locked because you opened it in another tab.');
  await unlock(second);
  await goTo(second, 'Mine');
  await expect(second.getByText('Sertraline')).toBeVisible();
  await second.getByRole('button', { name: /^Add\b/ }).click();
  await second.getByRole('main').getByRole('button', { name: 'Something I react to' }).click();
  await expect(second.getByLabel('What are you allergic to?')).toHaveValue('Penicillin and latex');
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText('Kept', { exact: true })).toBeVisible();

  // The first can't open it beside the second; it can take it back.
  await typePin(page, PIN, 'Open');
  await expect(page.getByRole('heading', { name: 'Holdfast is open in another tab' })).toBeVisible();
  await page.getByRole('button', { name: 'Use it here' }).click();
  await expectLocked(second, 'It locked because you opened it in another tab.');
  await unlock(page);
  await goTo(page, 'Mine');
  await expect(page.getByText('Penicillin and latex')).toBeVisible();
  await expect(page.getByText('Sertraline')).toBeVisible();
  await add(page, 'Something I take', { 'What is it called?': 'Naloxone spray' });

  // The tab that has it is closed: the other one opens without a question.
  await page.close();
  await unlock(second);
  await goTo(second, 'Mine');
  await expect(second.getByText('Naloxone spray')).toBeVisible();
});

test('erasing takes everything, also from the lock screen and in another tab', async ({ baseURL }) => {
  const { folder, remove } = newProfile();
  const context = await openProfile(folder, { baseURL: baseURL!, ...devices['Pixel 5'] });
  const page = context.pages()[0]!;
  const name = `Zy${randomBytes(12).toString('hex')}`;
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': name });
  // The emergency card is the one thing that lies there readable.
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Emergency card/ }).click();
  await page.getByRole('button', { name: 'Choose what goes on it' }).click();
  await page.locator('label.pick').first().click();
  await page.getByRole('button', { name: 'Put it on this phone' }).click();
  await expect(page.getByText('The card is on')).toBeVisible();

  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: /^Erase everything/ }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('Erase it all now?')).toHaveCount(0);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await countPages(page)).toBe(0);

  // Someone whose PIN won't come back begins again; the tab that had it open has nothing more to write to.
  await startMine(page, '271828');
  const second = await context.newPage();
  await open(second);
  await second.getByRole('button', { name: 'Use it here' }).click();
  await second.getByRole('button', { name: 'Another way in' }).click();
  await second.getByRole('button', { name: 'Erase everything' }).click();
  await second.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(second.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await countPages(second)).toBe(0);
  await context.close();
  expect(filesWith(folder, name)).toEqual([]);
  remove();
});

/** How many pages lie in the app's database. */
const countPages = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(done => {
        const open = indexedDB.open('holdfast');
        open.onsuccess = () => {
          const all = open.result.transaction('pages').objectStore('pages').count();
          all.onsuccess = () => {
            open.result.close();
            done(all.result);
          };
        };
      }),
  );

/** What the next version does when it starts: opens the database as a later one. How long it had to wait, ms. */
const openAsNewer = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const from = performance.now();
        const asked = indexedDB.open('holdfast', 2);
        asked.onsuccess = () => {
          asked.result.close();
          done(performance.now() - from);
        };
        asked.onerror = () => fail(asked.error);
        asked.onblocked = () => fail(new Error('an old tab stands in the way'));
      }),
  );

test('an old tab stands in no newer one’s way, says what it is, and loses no word', async ({
  page,
  context,
}) => {
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await beginAdding(page, 'Something I react to');
  await answerOne(page, 'What are you allergic to?', 'Penicillin');
  const newer = await context.newPage();
  await newer.goto('r.html');
  const before = await countPages(newer);
  expect(await openAsNewer(newer)).toBeLessThan(3000);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('A newer Holdfast is open in another tab.');
  await expect(page.getByLabel('What are you allergic to?')).toHaveValue('Penicillin');
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.goto('');
  await expect(page.getByRole('heading', { name: 'This is an older Holdfast' })).toBeVisible();
  await expect(page.getByText('What you kept here before is still here.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start mine' })).toHaveCount(0);
  expect(await countPages(newer)).toBe(before);
});
