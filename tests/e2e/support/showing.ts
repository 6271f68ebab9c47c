import { expect, type Page } from '@playwright/test';
import { createLocalCrypto } from '../../../src/crypto/local.ts';
import type { Share } from '../../../src/domain/share.ts';
import { readLink } from '../../../src/share/link.ts';
import { openShare } from '../../../src/share/share.ts';
import { parseWords } from '../../../src/share/words.ts';
import { goTo, tick } from './person.ts';
import { readCode } from './read-code.ts';

/** Presses the first button of this name. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

/** Goes to "What can they see?" as someone shows for this purpose. */
export async function toWhat(page: Page, who: string, why = ''): Promise<void> {
  if (await page.getByRole('heading', { name: 'Who are you showing?' }).isHidden()) await goTo(page, 'Show');
  await tick(page, who);
  await page.getByLabel('Why are you here?').fill(why);
  await press(page, 'Next: what they see');
  await expect(page.getByRole('heading', { name: 'What can they see?' })).toBeVisible();
}

/** From "What can they see?" to the last look, whatever it is about. */
export async function toLook(page: Page): Promise<void> {
  await press(page, /^Show \d+ things?$/);
  const children = page.getByRole('button', { name: 'Show it anyway' });
  const make = page.getByRole('button', { name: 'Make the code' });
  await expect(children.or(make)).toBeVisible();
  if (await children.isVisible()) await children.click();
  await expect(make).toBeVisible();
}

/** From the last look to the words, and what the code said on the way. */
export async function makeCode(page: Page): Promise<{ link: string; words: string[] }> {
  await press(page, 'Make the code');
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  const link = await readCode(page);
  await press(page, 'They have scanned it');
  return { link, words: await page.locator('.words li').allInnerTexts() };
}

/** Three letters of each word are enough; the reader's page opens by itself after the fourth. */
export async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  const fields = page.getByRole('textbox');
  for (const [at, word] of words.entries()) await fields.nth(at).pressSequentially(word.slice(0, 3));
}

/** Opens a link on the reader's page with these words. */
export async function read(page: Page, { link, words }: { link: string; words: string[] }): Promise<void> {
  await page.goto(link);
  await typeWords(page, words);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'shared', { timeout: 30_000 });
}

/** What a link carries, opened as the reader's page opens it. */
export async function openLink(link: string, words: string[]): Promise<Share> {
  const parsed = parseWords(words.join(' '));
  if (!('words' in parsed)) throw new Error('no words');
  return (await openShare(createLocalCrypto(), readLink(link), parsed.words)).share;
}
