import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PIN, typePin } from './person.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** From the hub to the twelve words, and what they are. `first` where there were none before. */
export async function showWords(page: Page, first: boolean): Promise<string[]> {
  await press(page, first ? 'Make my 12 words' : /^My 12 words/);
  await press(page, 'Show me my words');
  await typePin(page, PIN, 'Next');
  const tiles = page.locator('.twelve li');
  await tiles.first().waitFor();
  return tiles.evaluateAll(all => all.map(one => one.lastChild?.textContent ?? ''));
}

/** Types the words that are asked back, as `say` makes them of each. */
export async function answerWords(
  page: Page,
  words: readonly string[],
  say = (word: string) => word,
): Promise<void> {
  const fields = page.locator('.block');
  for (const field of await fields.all()) {
    const place = Number(/\d+/.exec((await field.locator('label').textContent()) ?? '')?.[0]);
    await field.getByRole('textbox').fill(say(words[place - 1]!));
  }
  await press(page, 'Check');
}

/** From the hub, with no words yet, to the hub again: makes twelve, checks them, and gives them. */
export async function makeKit(page: Page): Promise<string[]> {
  const words = await showWords(page, true);
  await press(page, 'I have them on paper');
  await answerWords(page, words);
  return words;
}

/** Presses what makes or saves a spare copy, and gives the bytes that are downloaded. */
export async function takeCopy(page: Page, button = 'Make a spare copy'): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await press(page, button);
  return readFile(await (await coming).path());
}

/** Picks these bytes as a spare copy. */
export const pickCopy = (page: Page, buffer: Buffer): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'spare-2026-05-12.bin', mimeType: 'application/octet-stream', buffer });
