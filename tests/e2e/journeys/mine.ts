import type { Page } from '@playwright/test';
import { beginAdding, goTo, open, PIN, save, startMine, tick, typePin } from '../support/person.ts';
import { back, heading, type Journey, press } from './journey.ts';

const keepJustMe = async (page: Page) => {
  await beginAdding(page, 'A note');
  await page.getByLabel('What is it about?').fill('For Sunday');
  await tick(page, 'Just me');
  await save(page);
};

const wrongPin = (page: Page) => typePin(page, '000000', 'Open');

/** A record of one's own, from its first day to the lock screen. */
export const mine: Journey = {
  name: 'mine',
  screens: [
    { name: 'today-empty', go: page => startMine(page) },
    {
      name: 'mine-empty',
      go: async page => {
        await goTo(page, 'Mine');
        await heading(page, 'Mine');
      },
    },
    {
      name: 'show-empty',
      go: async page => {
        await goTo(page, 'Show');
        await press(page, 'Next: what they see');
        await page.getByText('There is nothing to show yet').waitFor();
      },
    },
    {
      name: 'card',
      go: async page => {
        await open(page);
        await typePin(page, PIN, 'Open');
        await goTo(page, 'People');
        await press(page, /^Emergency card/);
        await page.getByText('There is nothing to put on it yet').waitFor();
      },
    },
    {
      name: 'said-none',
      go: async page => {
        await goTo(page, 'Mine');
        await press(page, /^Add\b/);
        await press(page, 'I have no allergies');
        await heading(page, 'Allergies');
      },
    },
    {
      name: 'kept',
      go: async page => {
        await beginAdding(page, 'Something I take');
        await page.getByLabel('What is it called?').fill('Sertraline');
        await save(page);
      },
    },
    {
      name: 'card-edit',
      go: async page => {
        await goTo(page, 'People');
        await press(page, /^Emergency card/);
        await press(page, 'Choose what goes on it');
        await tick(page, 'Sertraline');
      },
    },
    {
      name: 'card-on',
      go: async page => {
        await press(page, 'Put it on this phone');
        await page.getByText('The card is on', { exact: true }).waitFor();
      },
    },
    {
      name: 'card-look',
      go: async page => {
        await press(page, 'See it');
        await heading(page, 'As a stranger sees it');
      },
    },
    {
      name: 'settings',
      go: async page => {
        await goTo(page, 'People');
        await press(page, /^Settings/);
        await heading(page, 'Settings');
      },
    },
    {
      name: 'change-pin',
      go: async page => {
        await press(page, 'Change PIN or words');
        await heading(page, 'Type the PIN you use now');
      },
    },
    {
      name: 'passkey',
      go: async page => {
        await back(page, 'Settings');
        await press(page, /^Passkey/);
        await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
      },
    },
    {
      name: 'erase-pin',
      go: async page => {
        await back(page, 'Settings');
        await press(page, /^A PIN that erases/);
        await heading(page, 'A PIN that erases');
      },
    },
    {
      name: 'two-records',
      go: async page => {
        await back(page, 'Settings');
        await press(page, /^Two PINs/);
        await heading(page, 'Two PINs, two records');
      },
    },
    {
      name: 'name-on-phone',
      go: async page => {
        await back(page, 'Settings');
        await press(page, /^Name on the Home Screen/);
        await page.getByRole('button', { name: 'Call it Notes instead' }).waitFor();
      },
    },
    {
      name: 'storage',
      go: async page => {
        await back(page, 'Settings');
        await press(page, /^Storage on this phone/);
        await page.getByText('Holdfast uses').waitFor();
      },
    },
    {
      name: 'uncover',
      go: async page => {
        await goTo(page, 'People');
        await keepJustMe(page);
        await press(page, /^Show it/);
        await page.getByLabel('Your PIN or words').fill('1');
        await press(page, 'Show them');
        await page.getByText('That does not open them').waitFor();
      },
    },
    {
      name: 'lock',
      go: async page => {
        await press(page, 'Not now');
        await press(page, 'Hide');
        await heading(page, 'Type your PIN');
      },
    },
    {
      name: 'lock-wrong',
      go: async page => {
        await wrongPin(page);
        await page.getByText('That PIN does not open it').waitFor();
      },
    },
    {
      name: 'lock-words',
      go: async page => {
        await press(page, 'Use my words');
        await heading(page, 'Type your words');
      },
    },
    {
      name: 'lock-card',
      go: async page => {
        await press(page, 'Emergency card');
        await heading(page, 'Emergency card');
      },
    },
    {
      name: 'lock-card-code',
      go: async page => {
        await press(page, 'Show as a code');
        await page.getByRole('img', { name: 'Code to scan' }).waitFor();
      },
    },
    {
      name: 'lock-wait',
      go: async page => {
        await press(page, 'Back to the lock');
        // Waits begin after some wrong tries.
        const wait = page.getByText('The wait only counts while Holdfast is open');
        for (let i = 0; i < 8 && !(await wait.isVisible()); i++) {
          await wrongPin(page);
          await page.getByText('That PIN does not open it').or(wait).first().waitFor();
        }
        await wait.waitFor();
      },
    },
  ],
};
