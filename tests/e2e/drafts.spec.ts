import type { Page } from '@playwright/test';
import { pagesOnDisk } from './support/disk.ts';
import { openVictim } from './support/kill.ts';
import { expect, test } from './support/network.ts';
import { beginAdding, PIN, save, startMine, unlock } from './support/person.ts';
import { newProfile } from './support/profile.ts';

const question = 'What do you want to keep?';
const field = (page: Page) => page.getByLabel(question, { exact: true });

/** Types, and waits until the disk has it: its root changes with every save. */
async function typeAndSettle(page: Page, text: string): Promise<void> {
  const before = (await pagesOnDisk(page)).join();
  await field(page).fill(text);
  await expect.poll(async () => (await pagesOnDisk(page)).join() !== before).toBe(true);
}

async function goOn(page: Page, text: string): Promise<void> {
  await unlock(page);
  await page.getByRole('button', { name: /^Not finished yet/ }).click();
  await expect(page.getByText('We kept what you typed.')).toBeVisible();
  await expect(field(page)).toHaveValue(text);
}

test('what is being typed outlives a lock, a reload and a kill', async ({ baseURL }) => {
  test.setTimeout(90_000);
  const { folder, remove } = newProfile();
  const first = await openVictim(folder);
  let page = await first.context.newPage();
  await startMine(page, PIN, baseURL!);

  // Hide at once after the last letter: the draft goes to disk before the lock.
  await beginAdding(page, 'A note');
  await field(page).fill('One');
  await page.getByRole('button', { name: 'Hide' }).click();
  await goOn(page, 'One');

  await typeAndSettle(page, 'One two');
  await page.reload();
  await goOn(page, 'One two');

  await typeAndSettle(page, 'One two three');
  await first.kill();
  const second = await openVictim(folder);
  page = await second.context.newPage();
  await page.goto(baseURL!);
  await goOn(page, 'One two three');

  // Kept, and with that the draft is gone.
  await save(page);
  await expect(page.getByRole('main')).toContainText('One two three');
  await page.reload();
  await unlock(page);
  await expect(page.getByText('Not finished yet')).toHaveCount(0);
  await second.kill();
  remove();
});
