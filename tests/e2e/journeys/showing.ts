import { expect, type Page } from '@playwright/test';
import { goTo, openMadeUp, tick } from '../support/person.ts';
import { readCode } from '../support/read-code.ts';
import { typeWords } from '../support/showing.ts';
import { heading, type Journey, press } from './journey.ts';

const toWho = async (page: Page) => {
  await openMadeUp(page);
  await goTo(page, 'Show');
  await heading(page, 'Who are you showing?');
};

const toWhat = async (page: Page) => {
  await page.getByLabel('Why are you here?').fill('My script runs out soon');
  await press(page, 'Next: what they see');
  await heading(page, 'What can they see?');
};

/** Someone who helps with the kids is among what a GP is offered, so it asks. */
const toChildren = async (page: Page) => {
  await tick(page, 'My treatment');
  await press(page, /^Show \d+ things$/);
  await heading(page, 'This is about children');
};

const toLook = async (page: Page) => {
  await press(page, 'Show it anyway');
  await page.getByRole('button', { name: 'Make the code' }).waitFor();
};

const toCode = async (page: Page) => {
  await press(page, 'Make the code');
  await page.getByRole('img', { name: 'Code to scan' }).waitFor();
};

const toWords = async (page: Page): Promise<string[]> => {
  await press(page, 'They have scanned it');
  await heading(page, 'Say these 4 words');
  return page.locator('.words li').allInnerTexts();
};

/** The link that a code carries, and its words, read off the person's own screens. */
async function makeShare(page: Page): Promise<{ link: string; words: string[] }> {
  for (const step of [toWho, toWhat, toChildren, toLook, toCode]) await step(page);
  return { link: await readCode(page), words: await toWords(page) };
}

/** Showing, with the made-up person: from "who" to what is written down afterwards. */
export const showing: Journey = {
  name: 'showing',
  screens: [
    { name: 'show-who', go: toWho },
    { name: 'show-what', go: toWhat },
    {
      name: 'show-leave-out',
      go: async page => {
        await press(page, 'Leave things out');
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'show-children',
      go: async page => {
        await press(page, 'Done');
        await press(page, 'Pick from everything');
        await toChildren(page);
      },
    },
    { name: 'show-look', go: toLook },
    { name: 'show-code', go: toCode },
    {
      name: 'show-code-big',
      go: async page => {
        await press(page, 'Make bigger');
        await page.getByRole('button', { name: 'Smaller' }).waitFor();
      },
    },
    {
      name: 'show-large',
      go: async page => {
        await press(page, 'As large text');
        await page.getByText(/Page 1 of/).waitFor();
      },
    },
    {
      name: 'show-words',
      go: async page => {
        await press(page, /^Back/);
        await toWords(page);
      },
    },
    {
      name: 'today-live',
      go: async page => {
        await press(page, 'They have it');
        await heading(page, 'Today');
      },
    },
    {
      name: 'log',
      go: async page => {
        await goTo(page, 'People');
        await press(page, 'Look back');
        await heading(page, 'Look back');
      },
    },
    {
      name: 'log-entry',
      go: async page => {
        await page
          .getByRole('main')
          .getByRole('button', { name: /^A doctor or nurse/ })
          .click();
        await page.getByText('What they could see').waitFor();
      },
    },
    {
      name: 'log-paste',
      go: async page => {
        await press(page, 'Paste what they sent');
        await page.getByLabel('What they sent').fill('hello');
        await press(page, 'Look at it');
        await page.getByText('This is not an answer').waitFor();
      },
    },
    {
      name: 'stopped',
      go: async page => {
        await press(page, 'Stop');
        await page.getByText('Stopped. They may keep a copy.').waitFor();
        await heading(page, 'How did it go?');
      },
    },
    {
      name: 'today-how-it-went',
      go: async page => {
        await goTo(page, 'Today');
        await page.getByText('How did it go with the doctor or nurse?').waitFor();
      },
    },
    {
      name: 'log-ask-how-it-went',
      go: async page => {
        await press(page, 'How did it go with the doctor or nurse?');
        await heading(page, 'How did it go?');
      },
    },
    {
      name: 'log-how-it-went',
      go: async page => {
        await page.locator('.chip', { hasText: 'Some of it' }).click();
        await page.getByLabel('How were you treated?').fill('They listened. One of them rushed me.');
        await press(page, 'Save');
        await heading(page, 'How it went');
      },
    },
    {
      name: 'show-again-children',
      go: async page => {
        await press(page, 'Show the same again');
        await heading(page, 'This is about children');
      },
    },
    {
      name: 'show-again',
      go: async page => {
        await press(page, 'Leave it out');
        await page.getByText(/^Not in it any more/).waitFor();
      },
    },
    {
      name: 'show-file-words',
      go: async page => {
        await press(page, 'Send as a file');
        await page.getByText('Never send both together').waitFor();
      },
    },
    {
      name: 'show-again-look',
      go: async page => {
        await press(page, /^Back/);
        await page.getByRole('button', { name: 'Send as a file' }).scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'code-put-away',
      go: async page => {
        await toCode(page);
        await press(page, 'Stop');
        await heading(page, 'Today');
        await page.goForward();
      },
    },
  ],
};

const DAYS_LATER = 40 * 24 * 60 * 60 * 1000;

/** Giving something back, from the open page to the code. */
const giving = (openLink: (page: Page) => Promise<void>, words: () => string[]): Journey['screens'] => [
  {
    name: 'give-list',
    go: async page => {
      await openLink(page);
      await typeWords(page, words());
      await page.getByRole('button', { name: /^Give/, disabled: false }).locator('visible=true').click();
      await heading(page, 'Give something back');
      await page.locator('.give-ways').first().locator('label', { hasText: 'Change' }).click();
      await page.getByLabel('Dose', { exact: true }).fill('80');
      await press(page, 'Done');
      await page.locator('.give-ways').nth(1).locator('label', { hasText: 'Same' }).click();
      await page.locator('.give-ways').nth(2).locator('label', { hasText: 'Not in our list' }).click();
    },
  },
  {
    name: 'give-form',
    go: async page => {
      await press(page, 'Appointment');
      await page.getByLabel('Where', { exact: true }).fill('Ainslie Street clinic');
    },
  },
  {
    name: 'give-paste',
    go: async page => {
      await press(page, 'Done');
      await press(page, /^Paste your list/);
      await press(page, 'Use it');
      await page.getByText('There is no text yet.').waitFor();
    },
  },
  {
    name: 'give-pasted',
    go: async page => {
      await page
        .getByLabel('Your text')
        .fill('Methadone 80 mg daily\nSertraline 100 mg mane\nAtorvastatin 40 mg nocte');
      await page.locator('label.pick', { hasText: 'These are all the medicines' }).click();
      await press(page, 'Use it');
      await page.getByText('Look at each line.').waitFor();
    },
  },
  {
    name: 'give-leave',
    go: async page => {
      await press(page, /^Back to/);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'give-look',
    go: async page => {
      await press(page, 'Stay here');
      await press(page, 'Next: look at it');
      await page.getByLabel('Your name').fill('Dr Osei');
      await page.getByLabel('Your job').fill('GP');
    },
  },
  {
    name: 'give-code',
    go: async page => {
      await press(page, 'Make the code');
      await page.getByRole('img', { name: 'Code to scan' }).waitFor();
    },
  },
  {
    name: 'answer-opened',
    go: async page => {
      const link = await readCode(page);
      page.once('dialog', dialog => void dialog.accept());
      await page.goto('about:blank');
      await page.goto(link);
      await heading(page, 'This is an answer for you');
    },
  },
];

/** What the other side sees. */
export const reading = (): Journey => {
  let share = { link: '', words: [''] };
  const openLink = async (page: Page) => {
    await page.goto('about:blank');
    await page.goto(share.link);
    await heading(page, 'Type the 4 words');
  };
  const shown = async (page: Page) => {
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'shared', { timeout: 30_000 });
  };
  return {
    name: 'reading',
    screens: [
      {
        name: 'reader-empty',
        go: async page => {
          share = await makeShare(page);
          await page.goto('r.html');
          await heading(page, 'Shared page');
        },
      },
      {
        name: 'reader-bad-link',
        go: async page => {
          await page.getByLabel('Did you get a link?').fill('hello');
          await press(page, 'Go on');
          await page.getByText('This is not a Holdfast code or link').waitFor();
        },
      },
      {
        name: 'reader-bad-file',
        go: async page => {
          const buffer = Buffer.from('Milk, eggs');
          await page
            .getByLabel('Open a file')
            .setInputFiles({ name: 'page.txt', mimeType: 'text/plain', buffer });
          await page.getByText('This file is not from Holdfast').waitFor();
        },
      },
      { name: 'reader-words', go: openLink },
      {
        name: 'reader-words-slip',
        go: async page => {
          await typeWords(page, ['zzz']);
          await page.getByText('is not one of the words').waitFor();
        },
      },
      {
        name: 'reader',
        go: async page => {
          await openLink(page);
          await typeWords(page, share.words);
          await shown(page);
        },
      },
      {
        name: 'reader-by-hand',
        go: async page => {
          await page.evaluate(() => Reflect.deleteProperty(Object.getPrototypeOf(navigator), 'clipboard'));
          await press(page, /^Copy/);
          await page.getByText('Mark the text here and copy it by hand').waitFor();
        },
      },
      ...giving(openLink, () => share.words),
      {
        name: 'reader-late',
        go: async page => {
          await page.clock.setFixedTime(Date.now() + DAYS_LATER);
          await openLink(page);
          await typeWords(page, share.words);
          await page.getByRole('button', { name: 'Look anyway' }).waitFor();
        },
      },
      {
        name: 'reader-late-looked',
        go: async page => {
          await press(page, 'Look anyway');
          await shown(page);
        },
      },
      {
        name: 'reader-closed',
        go: async page => {
          await openLink(page);
          await typeWords(page, share.words);
          await press(page, 'Close it');
          await heading(page, 'This page is closed');
        },
      },
      {
        name: 'reader-failed',
        go: async page => {
          await page.goto('about:blank');
          await page.goto(`r.html#${'1'.repeat(99)}`);
          await heading(page, 'This does not open');
        },
      },
    ],
  };
};
