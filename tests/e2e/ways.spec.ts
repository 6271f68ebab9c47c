import type { Page } from '@playwright/test';
import { expectLocked } from './support/away.ts';
import { behind } from './support/behind.ts';
import { pagesOnDisk } from './support/disk.ts';
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

test.use(behind);

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const openSettings = async (page: Page, what?: RegExp): Promise<void> => {
  await goTo(page, 'People');
  await press(page, /^Settings/);
  if (what) await press(page, what);
};

const today = (page: Page) => page.getByRole('heading', { name: 'Today', exact: true });

/** From a page of the settings through the PIN. */
const asked = async (page: Page, what: string): Promise<void> => {
  await press(page, what);
  await typePin(page, PIN, 'Next');
};

/** A phone that makes passkeys: with a secret or without, its owner willing or not. Gives what takes it away again. */
async function givePasskeys(page: Page, { hasPrf = true, isUserVerified = true } = {}) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      automaticPresenceSimulation: true,
      hasPrf,
      isUserVerified,
    },
  });
  return () => devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
}

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

  // So does every screen behind that one.
  await page.goto('');
  await expectLocked(page);
  await press(page, 'Another way in');
  await press(page, /^My 12 words/);
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

test('a passkey opens it until it is removed', async ({ page }) => {
  const takeOld = await givePasskeys(page, { hasPrf: false });
  await startMine(page);
  await openSettings(page, /^Passkey/);
  await asked(page, 'Add a passkey');
  await press(page, 'Make the passkey now');
  await expect(page.getByText('This phone’s passkeys can’t lock a record')).toBeVisible();
  await takeOld();
  const takeLocked = await givePasskeys(page, { isUserVerified: false });
  await press(page, 'Make the passkey now');
  await expect(page.getByText('No passkey was made. Nothing has changed.')).toBeVisible();
  await takeLocked();
  const take = await givePasskeys(page);
  await press(page, 'Make the passkey now');
  await expect(page.getByText('A passkey opens this record.')).toBeVisible();

  const byPasskey = async () => {
    await press(page, 'Hide');
    await press(page, 'Another way in');
    await press(page, /^My passkey/);
    await press(page, 'Use my passkey');
  };
  await byPasskey();
  await expect(today(page)).toBeVisible();
  await openSettings(page, /^Passkey/);
  await expect(page.getByText('Make your 12 words too.')).toBeVisible();
  await press(page, 'Remove it');
  await expect(page.getByText('Your passkey can’t do this.')).toBeVisible();
  await typePin(page, PIN, 'Next');
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
  await byPasskey();
  await expect(page.getByText('That passkey does not open it. Nothing is lost.')).toBeVisible();
  await take();
  await givePasskeys(page, { isUserVerified: false });
  await press(page, 'Use my passkey');
  await expect(page.getByText('No passkey came. Nothing is lost.')).toBeVisible();
});

test('a PIN that erases leaves the first screen and nothing else', async ({ page }) => {
  await startMine(page);
  await openSettings(page, /^A PIN that erases/);
  const make = page.getByRole('heading', { name: 'Make the PIN that erases' });
  await asked(page, 'Set a PIN that erases');
  await make.waitFor();
  await typePin(page, PIN, 'Next');
  await typePin(page, PIN, 'Set it');
  await expect(page.getByText('That one can’t be used here.')).toBeVisible();
  await typePin(page, '271829', 'Next');
  await typePin(page, '271829', 'Set it');
  await expect(page.getByText('A PIN that erases is set.')).toBeVisible();
  await press(page, 'Hide');
  await typePin(page, '271829', 'Open');
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await pagesOnDisk(page)).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
});

/** Of all that lies on the disk, how many there are of each size: what a copy shows to whoever has no PIN. */
const shapeOnDisk = async (page: Page): Promise<string[]> =>
  (await pagesOnDisk(page)).map(print => print.split(':', 1)[0]!).sort();

test('two PINs open two records, the page about them is the same in both, and the disk looks like one', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await press(page, 'Start mine');
  await press(page, /^A PIN/);
  await typePin(page, PIN, 'Next');
  await press(page, 'Use two PINs');
  await typePin(page, PIN, 'Next');
  await press(page, 'Make the second PIN');
  await typePin(page, PIN, 'Next');
  await expect(page.getByText('That one can’t be used here.')).toBeVisible();
  await typePin(page, '271829', 'Next');
  await typePin(page, '271829', 'Lock it');
  await expect(today(page)).toBeVisible();
  const sertraline = { 'What is it called?': 'Sertraline' };
  await add(page, 'Something I take', sertraline);
  const other = await browser.newPage();
  await startMine(other, PIN, baseURL);
  await add(other, 'Something I take', sertraline);
  const shape = await shapeOnDisk(page);
  expect(shape.length).toBeGreaterThan(10);
  expect(await shapeOnDisk(other)).toEqual(shape);
  await other.close();
  const about = async () => {
    await openSettings(page, /^Two PINs/);
    await page.getByRole('heading', { name: 'Two PINs, two records' }).waitFor();
    return page.locator('#app').innerHTML();
  };
  const inFirst = await about();
  await press(page, 'Hide');
  await unlock(page, '271829');
  await goTo(page, 'Mine');
  await expect(page.getByText('Sertraline')).toHaveCount(0);
  expect(await about()).toBe(inFirst);
});

test('the same app goes on a phone as Notes, offline too', async ({ page, context }) => {
  // Picked before anything is kept here; the way back does not lead to the other name.
  await page.goto('r.html');
  await open(page);
  await press(page, 'Name on the Home Screen');
  await press(page, 'Call it Notes instead');
  await page.waitForURL('**/notes.html');
  await expect(page).toHaveTitle('Notes');
  await page.goBack();
  await expect(page).toHaveTitle('Shared page');
  await page.goto('notes.html');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await context.setOffline(true);
  for (const path of ['notes.html', 'notes', 'notes.html?words=en-AU']) {
    await page.goto(path);
    await expect(page, path).toHaveTitle('Notes');
    await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  }
  for (const path of ['calendar.html', 'calendar']) {
    await page.goto(path);
    await expect(page, path).toHaveTitle('Calendar');
  }
});
