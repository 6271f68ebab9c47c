import type { Page } from '@playwright/test';
import { expectLocked } from './support/away.ts';
import { behind } from './support/behind.ts';
import { expect, test } from './support/network.ts';
import { answerOne, beginAdding, goTo, startMine, unlock } from './support/person.ts';

test.use(behind);

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const openSettings = async (page: Page): Promise<void> => {
  await goTo(page, 'People');
  await press(page, /^Settings/);
};

const backTwice = (page: Page): Promise<void> =>
  page.evaluate(() => {
    history.back();
    setTimeout(() => history.back(), 50);
  });

/** The month of now, no word of ours, and nothing added to the browser's history. */
const expectCalendar = async (page: Page): Promise<void> => {
  await page.waitForURL('**/calendar.html');
  const [month, day] = await page.evaluate(() => {
    const now = new Date();
    return [
      now.toLocaleDateString('en-AU', { month: 'long', year: 'numeric' }),
      String(now.getDate()),
    ] as const;
  });
  await expect(page.getByRole('heading', { name: month })).toBeVisible();
  await expect(page).toHaveTitle('Calendar');
  await expect(page.locator('[aria-current=date]')).toHaveText(day);
  expect(await page.content()).not.toMatch(/holdfast/i);
};

test('leaving locks, opens a calendar in its own place, and no way back shows an open record', async ({
  page,
  context,
}) => {
  await page.goto('r.html');
  await startMine(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await unlock(page);
  await context.setOffline(true);

  // Back twice, quickly, in the middle of a word.
  await beginAdding(page, 'Something I take');
  await answerOne(page, 'What is it called?', 'Sertra');
  await backTwice(page);
  await expectCalendar(page);
  await page.goForward();
  await expectLocked(page);
  await page.goBack();
  await expectCalendar(page);
  await page.goBack();
  await expect(page).toHaveTitle('Shared page');

  // What was being typed is there. One step up from the bottom it works as well.
  await page.goto('');
  await unlock(page);
  await goTo(page, 'Mine');
  await press(page, /^Add\b/);
  await page.getByRole('main').getByRole('button', { name: 'Something I take' }).click();
  await expect(page.getByLabel('What is it called?')).toHaveValue('Sertra');
  await press(page, /^Back/);
  await openSettings(page);
  await page.locator('label', { hasText: 'It locks and leaves' }).click();
  await expect(page.getByRole('radio', { name: 'It locks and leaves' })).toBeChecked();
  await backTwice(page);
  await expectCalendar(page);

  // Hide does it too, once that is set; and the lock screen's own button.
  await page.goto('');
  await unlock(page);
  await openSettings(page);
  await press(page, 'Hide');
  await expectCalendar(page);
  await page.goto('');
  await expectLocked(page);
  await press(page, 'Leave');
  await expectCalendar(page);
});

test('the on-screen Back and a slow second Back stay in the record; one at the bottom goes on', async ({
  page,
}) => {
  await page.goto('r.html');
  await startMine(page);
  await openSettings(page);
  await press(page, /^Storage/);
  await press(page, /^Back/);
  await press(page, /^Back/);
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await openSettings(page);
  await press(page, /^Storage/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.waitForTimeout(500);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await page.waitForTimeout(500);
  await page.goBack();
  await expect(page).toHaveTitle('Shared page');
  // Gone with the page: what the browser may bring back is locked.
  await page.goForward();
  await expectLocked(page);
});
