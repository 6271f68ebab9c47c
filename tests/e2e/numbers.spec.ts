import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { goTo, makeMine, openMadeUp, unlock } from './support/person.ts';

const toNumbers = async (page: Page) => {
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Numbers that help/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers that help' })).toBeVisible();
};

const rows = (page: Page) => page.getByRole('main').locator('.rows li');

test('the directory used offline: found by need, rung, kept', async ({ page, context }) => {
  // A Monday, ten in the morning.
  await page.clock.setFixedTime('2026-11-23T10:00:00+11:00');
  // One visit, and only that: the page is not loaded again before the network goes.
  await page.goto('');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await makeMine(page);
  await toNumbers(page);
  await expect(rows(page).first()).toContainText('Emergency');
  await expect(rows(page).first()).toContainText('Open now');

  await page.getByRole('searchbox').fill('gay');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('QLife');
  await expect(rows(page)).toContainText('Closed now');
  await page.getByRole('searchbox').fill('zzz');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.locator('.chip', { hasText: 'Drugs or alcohol' }).click();
  await page.getByRole('button', { name: /^CAHMA/ }).click();

  await expect(page.getByText('Not known. Ring and see.')).toBeVisible();
  await expect(page.getByText(/^(Open|Closed) now$/)).toHaveCount(0);
  await expect(page.getByText(/^Read in a saved copy of health\.act\.gov\.au .+ Nobody rang/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Ring CAHMA/ })).toHaveAttribute('href', 'tel:0262533643');
  await page.getByRole('button', { name: 'Keep in my people' }).click();
  await expect(page.getByText('Kept', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Keep in my people' }).click();
  await page.getByRole('button', { name: /^In my people/ }).click();
  await expect(page.getByText(/^CAHMA, peers who/)).toBeVisible();

  // It is a contact, kept over a lock, and Careful: a list says no name.
  await page.reload();
  await unlock(page);
  await goTo(page, 'Mine');
  await expect(page.getByText('CAHMA')).toHaveCount(0);
  await page.getByRole('button', { name: /^Someone I know.*Careful/ }).click();
  await expect(page.getByRole('link', { name: /^Ring CAHMA/ })).toHaveAttribute('href', 'tel:0262533643');

  await toNumbers(page);
  await page.getByRole('button', { name: /^Lifeline/ }).click();
  await expect(page.getByRole('link', { name: /^Send them a text/ })).toHaveAttribute(
    'href',
    'sms:0477131114',
  );
});

test.describe('a broken file', () => {
  test.use({ serviceWorkers: 'block' });

  test('takes no whole number along, and says so plainly where none is left', async ({ page }) => {
    let body = '';
    await page.route('**/numbers.json', route => route.fulfill({ body }));
    const show = async (text: string) => {
      body = text;
      await openMadeUp(page);
      await toNumbers(page);
    };
    const entry = {
      ...{ name: 'Night line', for: 'To talk.', needs: ['low'], area: 'ACT' },
      ...{ phones: [{ number: '02 5550 0119' }], sources: ['https://example.org'] },
      ...{ checkedOn: '2026-05-01', checkedHow: 'rang' },
    };
    await show(JSON.stringify({ version: 1, numbers: [{ ...entry, name: 'Day line', phones: [] }, entry] }));
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByText('Some numbers can’t be read, so they are left out.')).toBeVisible();
    await rows(page).getByRole('button').click();
    await expect(page.getByText(/^Rung to check, 1 May/)).toBeVisible();

    await show('<html>Not found</html>');
    await expect(page.getByText('The list can’t be read')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Ring 000/ })).toHaveAttribute('href', 'tel:000');
  });
});
