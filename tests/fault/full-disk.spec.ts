import type { Page } from '@playwright/test';
import { emptyDisk, fillDisk, giveSmallDisk } from '../e2e/support/full-disk.ts';
import { expect, test } from '../e2e/support/network.ts';
import {
  add,
  answerOne,
  beginAdding,
  goTo,
  open,
  PIN,
  save,
  startMine,
  tick,
  typePin,
  unlock,
} from '../e2e/support/person.ts';

// A real full disk: what the browser may store is filled to the last kilobyte, and every write is refused.

const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.1\n%%EOF') };

const OTHER_PIN = '270914';

/** The ink bar, which says what just happened. */
const said = (page: Page) => page.locator('.toast');

test.beforeEach(({ page, baseURL }) => giveSmallDisk(page, baseURL!));

test('starting a record', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Start mine' }).click();
  await fillDisk(page);
  const make = async () => {
    await page.getByRole('button', { name: /^A PIN/ }).click();
    await typePin(page, PIN, 'Next');
    await typePin(page, PIN, 'Lock it');
  };
  await make();
  await expect(page.getByRole('alert')).toContainText('The phone is full. Nothing is lost.');
  await emptyDisk(page);
  await make();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

test('keeping things', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await fillDisk(page);

  // What is being typed stays on the screen, and it is said that it is nowhere else.
  await beginAdding(page, 'Something I take');
  await answerOne(page, 'What is it called?', 'Sertraline');
  await expect(page.getByRole('alert')).toContainText('What you typed is not kept yet');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This phone is full. Nothing is lost.');
  await emptyDisk(page);
  await save(page);
  await expect(page.getByRole('main')).toContainText('Sertraline');

  // A photo or PDF.
  await fillDisk(page);
  await beginAdding(page, 'A letter, photo or PDF');
  await page.locator('input[type=file]').first().setInputFiles(pdf);
  await expect(page.getByRole('alert').first()).toContainText('This phone is full');
  await emptyDisk(page);
  await page.locator('input[type=file]').first().setInputFiles(pdf);
  await expect(page.getByRole('button', { name: 'Take it out' })).toBeVisible();
  await page.getByRole('button', { name: /^Back/ }).click();
  await goTo(page, 'Today');
  await fillDisk(page);
  await page.getByRole('button', { name: /^Not finished yet/ }).click();
  // Leaving is always possible. What can't be dropped stays.
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(said(page)).toContainText('The phone is full');
  await expect(page.getByRole('button', { name: /^Not finished yet/ })).toBeVisible();

  // Nothing is half deleted.
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /Penicillin/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(said(page)).toContainText('The phone is full');
  await expect(page.getByRole('main')).toContainText('Penicillin');
});

test('showing, settings, and the lock', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await fillDisk(page);

  // A full phone keeps nobody out, also after a wrong try.
  await page.getByRole('button', { name: 'Hide' }).click();
  await typePin(page, '999999', 'Open');
  await expect(page.getByText('That PIN does not open it')).toBeVisible();
  await unlock(page);

  // What can't be written down can be shown all the same.
  await goTo(page, 'Show');
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  await page.getByRole('button', { name: /^Show 1 thing$/ }).click();
  await page.getByRole('button', { name: 'Make the code' }).click();
  const asked = page.getByRole('dialog', { name: 'This can’t be written in Look back' });
  await expect(asked).toContainText('The phone is full');
  await page.getByRole('button', { name: 'Show it anyway' }).click();
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  await page.getByRole('button', { name: 'As large text' }).click();
  await expect(page.getByRole('main')).toContainText('Penicillin');
  await page.getByRole('button', { name: /^Back/ }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(said(page)).toContainText('Stopped');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();

  // Settings, the PIN and the card stay as they were.
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('radio', { name: '10 minutes' }).click();
  await expect(said(page)).toContainText('The phone is full');
  await expect(page.getByRole('radio', { name: '3 minutes' })).toBeChecked();
  await page.getByRole('button', { name: 'Change PIN or words' }).click();
  await typePin(page, PIN, 'Next');
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await typePin(page, OTHER_PIN, 'Next');
  await typePin(page, OTHER_PIN, 'Lock it');
  await expect(page.getByRole('alert')).toContainText('The phone is full. Nothing is lost.');

  await emptyDisk(page);
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await typePin(page, OTHER_PIN, 'Next');
  await typePin(page, OTHER_PIN, 'Lock it');
  await expect(said(page)).toContainText('Use the new one from now on');
  await page.reload();
  await unlock(page, OTHER_PIN);
  await goTo(page, 'Mine');
  await expect(page.getByRole('main')).toContainText('Penicillin');
});

test('the emergency card', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  const toCard = async () => {
    await goTo(page, 'People');
    await page.getByRole('button', { name: /^Emergency card/ }).click();
  };
  await toCard();
  await page.getByRole('button', { name: 'Choose what goes on it' }).click();
  await tick(page, 'Allergy to');
  await fillDisk(page);
  await page.getByRole('button', { name: 'Put it on this phone' }).click();
  await expect(said(page)).toContainText('The phone is full');
  await emptyDisk(page);
  await page.getByRole('button', { name: 'Put it on this phone' }).click();
  await expect(said(page)).toContainText('The card is on');
  // Turning it off needs no room.
  await fillDisk(page);
  await page.getByRole('button', { name: 'Turn it off' }).click();
  await expect(said(page)).toContainText('The card is off and gone from this phone');
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Emergency card' })).toHaveCount(0);
});

test('while someone helps', async ({ page }) => {
  await startMine(page);
  const give = async () => {
    await goTo(page, 'People');
    await page.getByRole('button', { name: /^Do it together/ }).click();
    await page.getByRole('button', { name: 'Give them the phone' }).click();
  };
  // Where nothing could be written, the record stays with the person.
  await fillDisk(page);
  await give();
  await expect(said(page)).toContainText('The phone was not given. All is as it was.');
  await emptyDisk(page);
  await page.getByRole('button', { name: /^Back/ }).click();
  await give();

  await page.getByRole('button', { name: 'Add a goal' }).click();
  await fillDisk(page);
  await answerOne(page, 'What do you want?', 'A door I can lock');
  await expect(page.getByRole('alert')).toContainText('What you typed is not kept yet');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This phone is full. Nothing is lost.');
  await expect(page.getByLabel('What do you want?')).toHaveValue('A door I can lock');
  await emptyDisk(page);
  await save(page);
  await page.getByRole('button', { name: 'Give back the phone' }).click();

  // What can't be taken in yet waits in the inbox until it can, and comes in once.
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  await fillDisk(page);
  await unlock(page);
  await emptyDisk(page);
  await page.getByRole('button', { name: 'Hide' }).click();
  await unlock(page);
  await page.getByRole('button', { name: /^One change waits for your yes/ }).click();
  await expect(page.getByRole('region', { name: 'A door I can lock' })).toBeVisible();
});
