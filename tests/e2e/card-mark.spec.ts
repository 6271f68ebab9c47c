import { cardOnDisk } from './support/card.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, save, startMine } from './support/person.ts';

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
