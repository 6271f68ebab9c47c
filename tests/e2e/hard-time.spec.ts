import { expect, test } from './support/network.ts';
import { add, goTo, save, startMine } from './support/person.ts';

const START = new Date('2026-05-12T10:00:00+10:00');
const days = (n: number) => new Date(START.getTime() + n * 24 * 60 * 60 * 1000);

test('after a hard time days to look in are offered, come up on the day, and lead to the goals', async ({
  page,
}) => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const soon = page.getByText('A day you picked to look in');
  await page.clock.setFixedTime(START);
  await startMine(page);
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Dana',
    'What is their phone number?': '0491 570 156',
  });
  await add(page, 'Something I want', { 'What do you want?': 'See my kids on Sundays' });
  await add(page, 'A hard time', { 'What is going on?': 'Lost my room', 'Who is with you in it?': 'Dana' });
  await expect(page.getByRole('link', { name: 'Ring Dana' })).toHaveAttribute('href', 'tel:0491570156');

  // The offer can be left, and then nothing is planned.
  await press('It is over');
  const sheet = page.getByRole('dialog', { name: 'Look in later?' });
  await expect(sheet.getByRole('checkbox')).toHaveCount(3);
  await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await press('Not now');
  await expect(page.getByText('Look in', { exact: true })).toHaveCount(0);
  await expect(page.getByText('Your goals are still here')).toBeVisible();

  await press('Days to look in');
  await sheet.getByRole('checkbox', { name: 'In a week, 19 May' }).check();
  await sheet.getByRole('checkbox', { name: 'In a month, 12 Jun' }).check();
  await press('Keep these days');
  await expect(page.getByText('Look in again', { exact: true })).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByRole('button', { name: 'Show someone' })).toBeVisible();
  await expect(soon).toHaveCount(0);

  // On the day it comes up by its cover; done with, it is gone, and so it is when its day is moved.
  await page.clock.setFixedTime(days(7));
  await goTo(page, 'Mine');
  await goTo(page, 'Today');
  await page.getByRole('button', { name: 'How things are A day you picked to look in' }).click();
  await press('I looked in');
  await expect(soon).toHaveCount(0);
  await press('Undo');
  await press('Another day');
  await sheet.getByRole('checkbox', { name: '19 May', exact: false }).uncheck();
  await press('Keep these days');
  await expect(soon).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('12 Jun');
  await page.getByRole('button', { name: /^See my kids on Sundays/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'See my kids on Sundays' })).toBeVisible();

  // It may not be over after all: then no day of it is left.
  await page.getByRole('button', { name: /^Back/ }).click();
  await press('It is not over');
  await expect(page.getByRole('button', { name: 'It is over', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('12 Jun');
  await press('Change');
  await expect(page.getByLabel('And once more?')).toHaveCount(0);
  await save(page);
});
