import type { Page } from '@playwright/test';
import { pagesOnDisk } from './support/disk.ts';
import { expect, test } from './support/network.ts';
import { goTo, openMadeUp, save, tick } from './support/person.ts';

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').or(page.getByRole('contentinfo')).getByRole('button', { name }).first().click();

test('the made-up person is marked on every screen, in memory only, and gone in one tap', async ({
  page,
}) => {
  await openMadeUp(page);
  const at = async (heading: string | RegExp) => {
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Alex is made up' }), `on ${heading}`).toBeVisible();
  };
  const back = () => page.getByRole('button', { name: /^Back to|^Back$/ }).click();
  await at('Today');
  await press(page, /^Look again/);
  await at('Look again');
  await goTo(page, 'Mine');
  await at('Mine');
  await press(page, /^My treatment/);
  await at('My treatment');
  await press(page, /^Earlier versions/);
  await at('Earlier versions');
  await back();
  await press(page, 'Change');
  await at('Change my treatment');
  await page.getByLabel('Where do you get your dose?').fill('A place of my own');
  await save(page);
  await at('My treatment');
  await goTo(page, 'Mine');
  await press(page, 'Add');
  await at('What do you want to keep?');
  await press(page, 'A letter, photo or PDF');
  await at('A paper of mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await at('A paper of mine');
  await goTo(page, 'Show');
  await at('Who are you showing?');
  await press(page, 'Next: what they see');
  await at('What can they see?');
  await tick(page, 'My treatment');
  await press(page, /^Show \d+ things$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Show it anyway' }).click();
  await page.getByRole('button', { name: 'Make the code' }).waitFor();
  await at(/./);
  await press(page, 'Make the code');
  await page.getByRole('img', { name: 'Code to scan' }).waitFor();
  await at(/./);
  await press(page, 'As large text');
  await at(/./);
  await back();
  await press(page, 'They have scanned it');
  await at(/./);
  await press(page, 'They have it');
  await at('Today');
  await goTo(page, 'People');
  await at('People');
  await press(page, /^Look back/);
  await at('Look back');
  await page.getByRole('main').getByRole('listitem').getByRole('button').first().click();
  await at(/./);
  await goTo(page, 'People');
  await press(page, /^Emergency card/);
  await at('Emergency card');
  await press(page, 'Choose what goes on it');
  await at('What goes on the card?');
  await page.locator('label.pick').first().click();
  await page.getByRole('contentinfo').getByRole('button').last().click();
  await at('Emergency card');
  await goTo(page, 'People');
  await press(page, /^About/);
  await at('About Holdfast');
  await goTo(page, 'People');
  await press(page, /^Settings/);
  await at('Settings');

  // Nothing of it is on the phone, and one press ends it.
  expect(await pagesOnDisk(page)).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  await page.getByRole('complementary').getByRole('button', { name: 'Start mine' }).click();
  await expect(page.getByRole('button', { name: 'Try with a made-up person' })).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.goBack().catch(() => undefined);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try with a made-up person' })).toBeVisible();
  expect(await pagesOnDisk(page)).toEqual([]);
});
