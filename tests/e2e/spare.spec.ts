import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { secretBytes } from '../../src/app/secret.ts';
import { openBackup } from '../../src/backup/read.ts';
import { readWords } from '../../src/backup/words.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { answerWords, showWords } from './support/kit.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, startMine, unlock } from './support/person.ts';

// Words that open a spare copy, the copy itself, and what Today says of it.

const keep = (page: Page, title: string) => add(page, 'A note', { 'What is it about?': title });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Presses it and gives the bytes of the file that comes. */
const takeFile = async (page: Page, button: string): Promise<{ name: string; bytes: Buffer }> => {
  const coming = page.waitForEvent('download');
  await press(page, button);
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

/** Do these words open it? */
const opens = async (bytes: Buffer, words: readonly string[]): Promise<boolean> => {
  const read = readWords(words.join(' '));
  if (typeof read !== 'object' || !('entropy' in read)) throw new Error('not twelve words');
  const secret = secretBytes({ type: 'recovery', entropy: read.entropy });
  return (await openBackup(createLocalCrypto(), new Blob([new Uint8Array(bytes)]), secret)) !== null;
};

test('words that were checked open what one tap makes; a lock half way through new ones changes nothing', async ({
  page,
}) => {
  // A share sheet that the person closes.
  await page.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: () => Promise.reject(new DOMException('closed', 'AbortError')),
    });
  });
  await startMine(page);
  await keep(page, 'For Sunday');
  await goTo(page, 'Today');
  await press(page, /^No spare copy yet/);

  const words = await showWords(page, true);
  expect(words).toHaveLength(12);
  await press(page, 'I have them on paper');
  await answerWords(page, words, () => 'zoo');
  await expect(page.getByText('Nothing is lost')).toBeVisible();
  await press(page, 'See the words');
  await expect(page.locator('.twelve').first()).toContainText(words[11]!);
  // Some browsers never say that printing is over.
  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await press(page, 'Print them');
  await expect(page.locator('.on-paper')).toBeAttached();
  await page.getByRole('heading', { name: 'Write these down' }).click();
  await expect(page.locator('.on-paper')).toHaveCount(0);
  await press(page, 'I have them on paper');
  await answerWords(page, words, word => word.slice(0, 4).toUpperCase());

  await press(page, 'Make a spare copy');
  await expect(page.getByText('It has not left this phone')).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByText('No spare copy yet')).toBeVisible();

  await goTo(page, 'People');
  await press(page, /^Spare copies/);
  const others = await showWords(page, false);
  await press(page, 'Hide');
  await expect(page.getByText(others[0]!, { exact: true })).toHaveCount(0);
  await unlock(page);

  // The line on Today makes it, by the one tap.
  await press(page, /^No spare copy yet/);
  await expect(page.getByText('It has not left this phone')).toBeVisible();
  const { name, bytes } = await takeFile(page, 'Save it as a file');
  expect(name).toMatch(/^spare-\d{4}-\d\d-\d\d\.bin$/);
  await expect(page.getByText('Spare copy made', { exact: true })).toBeVisible();
  expect(await opens(bytes, words)).toBe(true);
  expect(await opens(bytes, others)).toBe(false);

  await press(page, /^Back/);
  await expect(page.getByText('Spare copy made today. Nothing changed since.')).toBeVisible();
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await keep(page, title);
  await goTo(page, 'Today');
  const sheet = page.getByRole('dialog', { name: 'Make a spare copy?' });
  await expect(sheet).toContainText('5 things changed since your last one');
  await sheet.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('5 things changed since.', { exact: false })).toBeVisible();
  await goTo(page, 'Mine');
  await goTo(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await expect(sheet).toHaveCount(0);
});
