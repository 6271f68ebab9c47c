import { expect, type Page } from '@playwright/test';
import { beginAdding, goTo, open, openMadeUp, startMine, tick, typePin } from './support/person.ts';
import { readCode } from './support/read-code.ts';
import { typeWords } from './support/showing.ts';

export interface Screen {
  /** Lower case and hyphens: it becomes the picture's file name. */
  name: string;
  /** From an empty page to this screen, filled with the made-up person. */
  go: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** A thing of the made-up person's, by what its row says. */
const openItem = async (page: Page, name: string) => {
  await openMadeUp(page);
  await goTo(page, 'Mine');
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: 'Change' }).first().waitFor();
};

const toWhat = async (page: Page) => {
  await openMadeUp(page);
  await goTo(page, 'Show');
  await page.getByLabel('Why are you here?').fill('My script runs out soon');
  await press(page, 'Next: what they see');
  await page.getByRole('heading', { name: 'What can they see?' }).waitFor();
};

const toLook = async (page: Page) => {
  await toWhat(page);
  await tick(page, 'My treatment');
  await press(page, /^Show \d+ things$/);
  await page.getByRole('button', { name: 'Make the code' }).waitFor();
};

const toCode = async (page: Page) => {
  await toLook(page);
  await press(page, 'Make the code');
  await page.getByRole('img', { name: 'Code to scan' }).waitFor();
};

/** The link that a code carries, and its words, read off the person's own screens. */
async function makeShare(page: Page): Promise<{ link: string; words: string[] }> {
  await toCode(page);
  const link = await readCode(page);
  await press(page, 'They have scanned it');
  return { link, words: await page.locator('.words li').allInnerTexts() };
}

const people = async (page: Page, what: string) => {
  await openMadeUp(page);
  await goTo(page, 'People');
  await press(page, what);
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
};

/** Every screen there is, in the order in which a person meets them. */
export const screens: readonly Screen[] = [
  { name: 'first', go: page => open(page) },
  {
    name: 'how-to-open',
    go: async page => {
      await open(page);
      await press(page, 'Start mine');
      await page.getByText('How will you open it?').waitFor();
    },
  },
  {
    name: 'make-a-pin',
    go: async page => {
      await open(page);
      await press(page, 'Start mine');
      await press(page, /^A PIN/);
      await press(page, '4');
    },
  },
  {
    name: 'make-words',
    go: async page => {
      await open(page);
      await press(page, 'Start mine');
      await press(page, /^My own words/);
    },
  },
  { name: 'today-empty', go: page => startMine(page) },
  {
    name: 'mine-empty',
    go: async page => {
      await startMine(page);
      await goTo(page, 'Mine');
    },
  },
  {
    name: 'lock',
    go: async page => {
      await startMine(page);
      await press(page, 'Hide');
      await page.getByRole('heading', { name: 'Type your PIN' }).waitFor();
    },
  },
  {
    name: 'lock-wrong',
    go: async page => {
      await startMine(page);
      await press(page, 'Hide');
      await typePin(page, '000000', 'Open');
      await page.getByText('That PIN does not open it').waitFor();
    },
  },
  { name: 'today', go: page => openMadeUp(page) },
  {
    name: 'again',
    go: async page => {
      await openMadeUp(page);
      await press(page, /^Ask to look again/);
      await page.getByRole('heading', { name: 'Look again' }).waitFor();
    },
  },
  {
    name: 'mine',
    go: async page => {
      await openMadeUp(page);
      await goTo(page, 'Mine');
      await page.getByRole('heading', { name: 'Mine' }).waitFor();
    },
  },
  {
    name: 'find',
    go: async page => {
      await openMadeUp(page);
      await goTo(page, 'Mine');
      await page.getByRole('searchbox').fill('se');
      await page.getByText(/things? found/).waitFor();
    },
  },
  {
    name: 'add',
    go: async page => {
      await openMadeUp(page);
      await goTo(page, 'Mine');
      await press(page, /^Add\b/);
      await page.getByRole('heading', { name: 'What do you want to keep?' }).waitFor();
    },
  },
  {
    name: 'add-medicine',
    go: async page => {
      await openMadeUp(page);
      await beginAdding(page, 'Something I take');
    },
  },
  { name: 'treatment', go: page => openItem(page, 'My treatment') },
  {
    name: 'treatment-change',
    go: async page => {
      await openItem(page, 'My treatment');
      await press(page, 'Change');
      await page.getByRole('button', { name: 'Save' }).waitFor();
    },
  },
  { name: 'medicine', go: page => openItem(page, 'Sertraline') },
  {
    name: 'story',
    go: async page => {
      await openItem(page, 'My treatment');
      await press(page, /^Earlier versions/);
      await page.getByRole('heading', { name: 'Earlier versions' }).waitFor();
    },
  },
  {
    name: 'delete',
    go: async page => {
      await openItem(page, 'Sertraline');
      await press(page, 'Delete');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'show-who',
    go: async page => {
      await openMadeUp(page);
      await goTo(page, 'Show');
      await page.getByRole('heading', { name: 'Who are you showing?' }).waitFor();
    },
  },
  { name: 'show-what', go: toWhat },
  { name: 'show-look', go: toLook },
  { name: 'show-code', go: toCode },
  {
    name: 'show-words',
    go: async page => {
      await makeShare(page);
    },
  },
  {
    name: 'show-large',
    go: async page => {
      await toCode(page);
      await press(page, 'As large text');
      await page.getByText(/Page 1 of/).waitFor();
    },
  },
  {
    name: 'people',
    go: async page => {
      await openMadeUp(page);
      await goTo(page, 'People');
      await page.getByRole('heading', { name: 'People' }).waitFor();
    },
  },
  {
    name: 'log',
    go: async page => {
      await makeShare(page);
      await press(page, 'They have it');
      await goTo(page, 'People');
      await press(page, 'Look back');
      await page.getByRole('heading', { name: 'Look back' }).waitFor();
    },
  },
  {
    name: 'card',
    go: async page => {
      await startMine(page);
      await goTo(page, 'People');
      await press(page, /^Emergency card/);
      await page.getByRole('heading', { name: 'Emergency card' }).waitFor();
    },
  },
  { name: 'settings', go: page => people(page, 'Settings') },
  { name: 'about', go: page => people(page, 'About Holdfast') },
  { name: 'reader-empty', go: page => open(page, 'r.html') },
  {
    name: 'reader-words',
    go: async page => {
      const { link } = await makeShare(page);
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByRole('heading', { name: 'Type the 4 words' }).waitFor();
    },
  },
  {
    name: 'reader',
    go: async page => {
      const { link, words } = await makeShare(page);
      await page.goto('about:blank');
      await page.goto(link);
      await typeWords(page, words);
      await expect(page.locator('html')).toHaveAttribute('data-ready', 'shared', { timeout: 30_000 });
    },
  },
];
