import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, answerOne, beginAdding, goTo, save, startMine, tick, unlock } from './support/person.ts';

const WANT = 'See my kids on Sundays';

/** What changes a goal at once: a second tap right after the first counts as none. */
const turns = ['I did it', 'Rest it', 'Take it up again', 'Let it go', 'Done'];
/** Presses as a person does, who reads first. */
const press = async (page: Page, name: string) => {
  if (turns.includes(name)) await page.waitForTimeout(600);
  await page.getByRole('button', { name, exact: true }).click();
};
/** The lines of a goal's story as a screen reader has them, newest first. */
const story = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
const toGoal = async (page: Page, name = WANT) => {
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
};

async function addDot(page: Page, feeling: string, note: string): Promise<void> {
  await press(page, 'Add a dot');
  if (feeling) await page.getByRole('radio', { name: feeling, exact: true }).check();
  await page.getByLabel('What do you want to write about it?').fill(note);
  await save(page);
}

test('a goal needs one sentence, has its steps done one by one, and keeps its dots', async ({ page }) => {
  await startMine(page);
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Dana',
    'What is their phone number?': '0491 570 156',
  });
  await add(page, 'Something I want', { 'What do you want?': WANT });
  await expect(page.getByRole('heading', { level: 1, name: WANT })).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByText('For “See my kids on Sundays”')).toHaveCount(0);

  await toGoal(page);
  await press(page, 'Change it');
  await press(page, 'Change the words');
  await answerOne(page, 'What is the first step?', 'Ring Marg');
  await page.getByLabel('What comes after that?').fill('Ask for a day\nBuy a red ball');
  await answerOne(page, 'Who can help you with it?', 'Dana');
  await save(page);
  await expect(page.getByRole('link', { name: 'Ring Dana' })).toHaveAttribute('href', 'tel:0491570156');

  await addDot(page, '3', 'Nobody rang back.');
  await addDot(page, '', 'Only a note');
  await expect(story(page)).toHaveCount(2);
  await expect(story(page).nth(0)).toHaveText(/Only a note$/);
  await expect(story(page).nth(1)).toHaveText(/3Nobody rang back\.$/);

  // One tap covers the numbers, on every goal and after a lock.
  await press(page, 'Cover numbers');
  await expect(story(page).nth(1)).toHaveText(/\d[^3]*Nobody rang back\.$/);
  await expect(page.locator('.track')).toHaveCount(0);
  await page.getByRole('button', { name: 'Hide' }).click();
  await unlock(page);

  await expect(page.getByText('For “See my kids on Sundays”')).toBeVisible();
  await press(page, 'I did it');
  await expect(page.getByRole('heading', { name: 'Ask for a day' })).toBeVisible();
  await press(page, 'Undo');
  await expect(page.getByRole('heading', { name: 'Ring Marg' })).toBeVisible();
  await press(page, 'I did it');
  await press(page, 'Not today');
  await expect(page.getByText('For “See my kids on Sundays”')).toHaveCount(0);

  await toGoal(page);
  await expect(page.locator('.track')).toHaveCount(0);
  await press(page, 'Show numbers');
  await expect(page.locator('.track')).toHaveText('3');
  await expect(story(page).nth(0)).toHaveText(/Did it: Ring Marg$/);

  // Dots stand with their goal alone, and go with it.
  await goTo(page, 'Mine');
  await page.getByRole('searchbox').fill('nobody rang');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await goTo(page, 'Today');
  await toGoal(page);
  await press(page, 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await press(page, 'Undo');
  await toGoal(page);
  await expect(story(page)).toHaveCount(3);
});

test('a goal can rest, be let go, become another, and be done; each keeps its story', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I want', { 'What do you want?': WANT, 'What is the first step?': 'Ring Marg' });
  await press(page, 'Rest it');
  await expect(page.getByText('It is fine to rest.')).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Ring Marg' })).toHaveCount(0);
  await toGoal(page);
  await press(page, 'Take it up again');
  await press(page, 'Let it go');
  await expect(page.getByText('You let this goal go').first()).toBeVisible();
  await press(page, 'Undo');
  await press(page, 'Change it');
  await press(page, 'Make another goal of it');
  await page.getByLabel('What do you want?').fill('See my kids every second Sunday');
  await save(page);
  await expect(
    page.getByRole('heading', { level: 1, name: 'See my kids every second Sunday' }),
  ).toBeVisible();
  await press(page, 'Done');
  await expect(story(page)).toHaveText([/Done\.$/]);
  await toGoal(page, `${WANT} Became`);
  await expect(story(page).nth(0)).toHaveText(/Became another goal\.$/);
  await page.getByRole('button', { name: 'What it became' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'See my kids every second Sunday' }),
  ).toBeVisible();
});

test('what is typed about a goal survives a lock, apart for each goal', async ({ page }) => {
  await startMine(page);
  for (const want of [WANT, 'Sleep']) await add(page, 'Something I want', { 'What do you want?': want });
  await press(page, 'Add a dot');
  const note = page.getByLabel('What do you want to write about it?');
  await note.fill('Half a thought');
  await page.getByRole('button', { name: 'Hide' }).click();
  await unlock(page);
  await toGoal(page);
  await press(page, 'Add a dot');
  await expect(note).toHaveValue('');
  await press(page, 'Not now');
  await goTo(page, 'Today');
  await page.getByRole('button', { name: /^Not finished yet/ }).click();
  await expect(note).toHaveValue('Half a thought');
  await save(page);
  await toGoal(page, 'Sleep');
  await expect(story(page)).toHaveText([/Half a thought$/]);
  // A dot is as private as its goal is now: nothing of it shows, and nothing opens, without the PIN.
  await press(page, 'Add a dot');
  await note.fill('Nobody may see this');
  await page.getByRole('button', { name: /^Back/ }).click();
  await press(page, 'Change it');
  await press(page, 'Change the words');
  await tick(page, 'Covered. Stays on this phone');
  await save(page);
  await goTo(page, 'Today');
  await expect(page.getByRole('main')).not.toContainText('Nobody may see this');
  await page.getByRole('button', { name: /^Not finished yet/ }).click();
  await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
  await expect(note).toHaveCount(0);

  await beginAdding(page, 'Something I want');
  await page.getByText('Ideas to start from').click();
  await expect(page.getByText('What would a good year look like?')).toBeVisible();
});
