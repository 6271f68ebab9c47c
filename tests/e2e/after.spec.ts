import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, answerOne, goTo, save, startMine, tick, unlock } from './support/person.ts';
import { makeCode, openLink, press, toLook, toWhat } from './support/showing.ts';

const question = (page: Page) => page.getByRole('button', { name: 'How did it go with Dr Osei?' });
const treated = (page: Page) => page.getByLabel('How were you treated?');

/** Two things shown to Dr Osei, and the page stopped again. */
const showOnce = async (page: Page) => {
  await startMine(page);
  await add(page, 'Naloxone I carry', { 'Which type is it?': 'Naloxone spray' });
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await goTo(page, 'Show');
  await page.getByLabel('Who is it?').fill('Dr Osei');
  await toWhat(page, 'A doctor or nurse', 'A new script');
  await tick(page, 'A medicine');
  await toLook(page);
  const code = await makeCode(page);
  await press(page, 'They have it');
  await expect(page.getByText('Dr Osei can see 2 things')).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  await press(page, /^Stop/);
  return code;
};

test('afterwards it asks once how it went, keeps what is typed, and shows the same again in two taps', async ({
  page,
}) => {
  await showOnce(page);
  await question(page).click();
  await treated(page).fill('They listened');
  // At once, before any pause in typing.
  await press(page, 'Hide');
  await unlock(page);
  await question(page).click();
  await expect(treated(page)).toHaveValue('They listened');
  await page.locator('.chip', { hasText: 'Some of it' }).click();
  await press(page, 'Save');
  await expect(page.getByText('Kept', { exact: true })).toBeVisible();
  await expect(page.locator('dl').last()).toHaveText(
    'They looked at itSome of itHow I was treatedThey listened',
  );
  await expect(treated(page)).toHaveCount(0);
  await goTo(page, 'Today');
  await expect(question(page)).toHaveCount(0);

  await goTo(page, 'Mine');
  await press(page, /^Sertraline/);
  await press(page, 'Change');
  await answerOne(page, 'What is it called?', 'Mirtazapine');
  await save(page);
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await press(page, /^Dr Osei/);
  await press(page, 'Show the same again');
  await expect(page.locator('.note.ask')).toContainText('Changed: Mirtazapine');
  await press(page, 'Change what they see');
  await tick(page, 'A medicine');
  await toLook(page);
  await expect(page.locator('.note.ask')).toContainText('Not in it any more: A medicine');
  const { link, words } = await makeCode(page);
  const { items } = await openLink(link, words);
  expect(items.map(({ values }) => values.name)).toEqual(['Mirtazapine']);
});

test('the question is put away for good, and a mistaken tap can be taken back', async ({ page }) => {
  await showOnce(page);
  await press(page, 'Put this question away');
  await expect(question(page)).toHaveCount(0);
  await press(page, 'Undo');
  await question(page).click();
  await press(page, 'Skip');
  await expect(page.getByText('Skipped. It is not asked again.')).toBeVisible();
  await goTo(page, 'Today');
  await expect(question(page)).toHaveCount(0);
});
