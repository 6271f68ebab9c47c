import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, goTo, save, startMine } from './support/person.ts';

/** What the readable page on the disk says; empty while the card is off. */
const cardOnDisk = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('holdfast');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('pages').objectStore('pages').get('card');
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result ? new TextDecoder().decode(asking.result as Uint8Array) : '');
          };
        };
      }),
  );

test('what is marked Just me leaves the readable card by itself', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Latex' });
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Emergency card/ }).click();
  await page.getByRole('button', { name: 'Choose what goes on it' }).click();
  for (const name of ['Penicillin', 'Latex']) await page.locator('label.pick', { hasText: name }).click();
  await page.getByRole('button', { name: 'Put it on this phone' }).click();
  await expect(page.getByText('The card is on')).toBeVisible();
  expect(await cardOnDisk(page)).toMatch(/Penicillin[\s\S]*Latex|Latex[\s\S]*Penicillin/);

  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /Penicillin/ }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('radio', { name: /^Just me/ }).check({ force: true });
  await save(page);
  await expect.poll(() => cardOnDisk(page)).not.toContain('Penicillin');
  expect(await cardOnDisk(page)).toContain('Latex');
});
