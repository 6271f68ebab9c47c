import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, goTo, startMine, tick, unlock } from './support/person.ts';
import { makeCode, openLink, press, toLook, toWhat } from './support/showing.ts';

const lookBack = async (page: Page) => {
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await expect(page.getByRole('heading', { name: 'Look back' })).toBeVisible();
};

const facts = (page: Page) =>
  page
    .locator('dl > div')
    .evaluateAll(pairs =>
      Object.fromEntries(
        pairs.map(pair => [pair.querySelector('dt')!.textContent, pair.querySelector('dd')!.textContent]),
      ),
    );

test('what went out is written down, and the same can be shown again', async ({ page }) => {
  await startMine(page);
  await add(page, 'Naloxone I carry', { 'Which type is it?': 'Naloxone spray' });
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await goTo(page, 'Show');
  await page.getByLabel('Who is it?').fill('Dr Osei');
  await page.getByRole('radio', { name: '15 minutes' }).check({ force: true });
  await toWhat(page, 'A doctor or nurse', 'A new script');
  await tick(page, 'A medicine');
  await toLook(page);
  const first = await makeCode(page);
  await press(page, 'They have it');
  // Only a locked phone lies between: what is written down is kept.
  await press(page, 'Hide');
  await unlock(page);
  await expect(page.getByText('Dr Osei can see 2 things')).toBeVisible();

  await lookBack(page);
  await press(page, /^Dr Osei .* 2 things\. A code to scan\./);
  expect(await facts(page)).toEqual({
    For: 'A doctor or nurse',
    'Why I was there': 'A new script',
    How: 'A code to scan',
    'How long': '15 minutes',
    'Where it is at': 'Open now',
  });
  const rows = page.getByRole('main').locator('.rows');
  await expect(rows).toContainText('Sertraline');
  await expect(rows).not.toContainText('spray');
  await press(page, 'Show the same again');
  await expect(page.getByText('Nothing in it has changed.')).toBeVisible();
  const second = await makeCode(page);
  const [one, two] = [await openLink(first.link, first.words), await openLink(second.link, second.words)];
  expect(two.items).toEqual(one.items);
  expect(one.items).toHaveLength(2);
  expect(two).toMatchObject({ purpose: 'gp', why: 'A new script' });
  expect(two.expires - two.made).toBe(15);
  // Nothing that two providers could match them by.
  expect(second.words).not.toEqual(first.words);
  expect(second.link.split('#')[1]!.slice(0, 40)).not.toBe(first.link.split('#')[1]!.slice(0, 40));

  await press(page, 'They have it');
  await lookBack(page);
  await expect(page.getByRole('button', { name: /^Dr Osei .* 2 things\. A code to scan\./ })).toHaveCount(2);
  await press(page, /^Dr Osei .* 2 things/);
  await press(page, 'Stop');
  await expect(page.getByText('Stopped. They may keep a copy.')).toBeVisible();
  expect((await facts(page))['Where it is at']).toMatch(/^Stopped /);
});
