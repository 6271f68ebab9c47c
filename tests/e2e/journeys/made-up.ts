import type { Page } from '@playwright/test';
import { add, beginAdding, goTo, openMadeUp } from '../support/person.ts';
import { back, heading, type Journey, press } from './journey.ts';

const openItem = async (page: Page, name: string) => {
  await goTo(page, 'Mine');
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: 'Change' }).first().waitFor();
};

const place = async (page: Page, what: string) => {
  await goTo(page, 'People');
  await press(page, what);
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
};

/** What is kept, with the made-up person. */
export const madeUp: Journey = {
  name: 'made-up',
  screens: [
    { name: 'today', go: page => openMadeUp(page) },
    {
      name: 'again',
      go: async page => {
        await press(page, /^Look again/);
        await heading(page, 'Look again');
      },
    },
    {
      name: 'mine',
      go: async page => {
        await goTo(page, 'Mine');
        await heading(page, 'Mine');
      },
    },
    {
      name: 'mine-uncovered',
      go: async page => {
        await press(page, /covered/);
        await page.getByRole('button', { name: 'Cover them again' }).waitFor();
      },
    },
    {
      name: 'find',
      go: async page => {
        await page.getByRole('searchbox').fill('se');
        await page.getByText(/things? found/).waitFor();
      },
    },
    {
      name: 'find-nothing',
      go: async page => {
        await page.getByRole('searchbox').fill('zzz');
        await page.getByText('Nothing found').waitFor();
      },
    },
    {
      name: 'add',
      go: async page => {
        await press(page, /^Add\b/);
        await heading(page, 'What do you want to keep?');
      },
    },
    { name: 'add-medicine', go: page => beginAdding(page, 'Something I take') },
    {
      name: 'add-document',
      go: async page => {
        await press(page, 'Not now');
        await beginAdding(page, 'A letter, photo or PDF');
      },
    },
    {
      name: 'treatment',
      go: async page => {
        await press(page, 'Not now');
        await openItem(page, 'My treatment');
      },
    },
    {
      name: 'treatment-change',
      go: async page => {
        await press(page, 'Change');
        await page.getByRole('button', { name: 'Save' }).waitFor();
      },
    },
    {
      name: 'slip',
      go: async page => {
        // When it was true: a day that is still to come.
        const when = page.getByRole('group', { name: 'When was this true?' });
        await when.getByRole('radio', { name: 'Another day' }).check();
        await when.getByLabel('Day', { exact: true }).fill('1');
        await when.getByLabel('Month', { exact: true }).fill('1');
        await when.getByLabel('Year', { exact: true }).fill('2099');
        await press(page, 'Save');
        await page.getByText('One thing to fix').waitFor();
      },
    },
    {
      name: 'story',
      go: async page => {
        await press(page, 'Not now');
        await press(page, /^Earlier versions/);
        await heading(page, 'Earlier versions');
      },
    },
    { name: 'medicine', go: page => openItem(page, 'Sertraline') },
    {
      name: 'delete',
      go: async page => {
        await press(page, 'Delete');
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'deleted',
      go: async page => {
        await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
        await page.getByText('Deleted', { exact: true }).waitFor();
      },
    },
    {
      name: 'goal',
      go: async page => {
        await goTo(page, 'Mine');
        await press(page, /^A place with a door I can lock/);
        await page.getByRole('button', { name: 'Add a dot' }).waitFor();
      },
    },
    {
      name: 'goal-covered',
      go: async page => {
        await press(page, 'Cover numbers');
        await page.getByRole('button', { name: 'Show numbers' }).waitFor();
      },
    },
    {
      name: 'goal-dot',
      go: async page => {
        await press(page, 'Add a dot');
        await heading(page, 'A dot');
      },
    },
    {
      name: 'goal-change',
      go: async page => {
        await back(page, 'A place with a door I can lock');
        await press(page, 'Change it');
        await page.getByRole('dialog', { name: 'Change it how?' }).waitFor();
      },
    },
    {
      name: 'goal-form',
      go: async page => {
        await press(page, 'Change the words');
        await heading(page, /^Change/);
        await page.getByText('Ideas to start from').click();
      },
    },
    {
      name: 'goal-gone',
      go: async page => {
        await back(page, 'A place with a door I can lock');
        await press(page, 'Let it go');
        await page.getByRole('button', { name: 'Take it up again' }).waitFor();
      },
    },
    {
      name: 'appointment',
      go: async page => {
        await goTo(page, 'Today');
        await press(page, 'Open');
        await page.getByRole('button', { name: 'Put it in my calendar' }).waitFor();
      },
    },
    {
      name: 'appointment-form',
      go: async page => {
        await press(page, 'Change');
        await heading(page, /^Change/);
      },
    },
    {
      name: 'appointment-calendar',
      go: async page => {
        await press(page, /^Back/);
        await press(page, 'Put it in my calendar');
        await page.getByRole('dialog', { name: 'What should the calendar say?' }).waitFor();
      },
    },
    {
      name: 'map',
      go: async page => {
        await press(page, 'Not now');
        await press(page, 'Open the map');
        await page.getByRole('dialog', { name: 'Look this up on a map?' }).waitFor();
      },
    },
    {
      name: 'somewhere-new',
      go: async page => {
        await press(page, 'Not now');
        await openItem(page, 'Creek Road art group');
        await page.getByRole('button', { name: 'Show them what they may know' }).waitFor();
      },
    },
    {
      name: 'hard-time',
      go: async page => {
        await goTo(page, 'Mine');
        await press(page, /^A place with a door I can lock/);
        await press(page, 'Take it up again');
        await add(page, 'A hard time', {
          'What is going on?': 'Lost my room',
          'What helps you through it?': 'Walks by the creek',
          'Who is with you in it?': 'Dana',
        });
        await page.getByRole('button', { name: 'It is over' }).waitFor();
      },
    },
    {
      name: 'hard-time-days',
      go: async page => {
        await press(page, 'It is over');
        await page.getByRole('dialog', { name: 'Look in later?' }).waitFor();
      },
    },
    {
      name: 'hard-time-over',
      go: async page => {
        await page.getByRole('checkbox', { name: /^In a week/ }).check();
        await press(page, 'Keep these days');
        await page.getByText('Your days are kept').waitFor();
      },
    },
    {
      name: 'hard-time-look-in',
      go: async page => {
        await page.clock.setFixedTime(Date.now() + 8 * 24 * 60 * 60 * 1000);
        await goTo(page, 'Today');
        await press(page, /A day you picked to look in$/);
        await heading(page, 'How are things?');
      },
    },
    {
      name: 'people',
      go: async page => {
        await goTo(page, 'People');
        await heading(page, 'People');
      },
    },
    {
      name: 'scan-none',
      go: async page => {
        await press(page, /^Scan or paste/);
        await press(page, 'Turn on the camera');
        await page.getByText('There is no camera here').waitFor();
      },
    },
    {
      name: 'number',
      go: async page => {
        await press(page, /^Back/);
        await press(page, /^My number changed/);
        await press(page, 'Make the list');
        await page.getByRole('checkbox').first().waitFor();
      },
    },
    { name: 'numbers', go: page => place(page, 'Numbers that help') },
    {
      name: 'numbers-need',
      go: async page => {
        await page.locator('.chip', { hasText: 'LGBTIQ+' }).click();
        await page.getByText('1 number', { exact: true }).waitFor();
      },
    },
    {
      name: 'numbers-one',
      go: async page => {
        await press(page, /^QLife/);
        await press(page, 'Keep in my people');
        await page.getByRole('button', { name: /^In my people/ }).waitFor();
      },
    },
    { name: 'log-empty', go: page => place(page, 'Look back') },
    { name: 'settings-made-up', go: page => place(page, 'Settings') },
    { name: 'about', go: page => place(page, 'About Holdfast') },
  ],
};
