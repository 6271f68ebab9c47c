import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readWords } from '../../../src/backup/words.ts';
import { goTo, PIN, typePin } from './person.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** From the hub to the twelve words, and what they are. `first` where there were none before. */
export async function showWords(page: Page, first: boolean, pin = PIN): Promise<string[]> {
  await press(page, first ? 'Make my 12 words' : /^My 12 words/);
  await press(page, 'Show me my words');
  await typePin(page, pin, 'Next');
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
export async function makeKit(page: Page, pin = PIN): Promise<string[]> {
  const words = await showWords(page, true, pin);
  await press(page, 'I have them on paper');
  await answerWords(page, words);
  return words;
}

/** From Today, with no words yet, to the last card: the words and cards, each as one text, and what they stand for. */
export async function makeCards(
  page: Page,
  pin: string,
): Promise<{ texts: Record<string, string>; entropy: Uint8Array }> {
  await goTo(page, 'People');
  await press(page, /^Spare copies/);
  const words = (await makeKit(page, pin)).join(' ');
  await press(page, /^Cards for three people/);
  const texts: Record<string, string> = { 'twelve words': words };
  for (const n of [1, 2, 3]) {
    if (n > 1) await press(page, 'Next card');
    await page.getByRole('heading', { name: `Card ${n} of 3`, exact: true }).waitFor();
    texts[`card ${n}`] = await page.locator('.card-text').innerText();
  }
  const read = readWords(words);
  if (typeof read !== 'object' || !('entropy' in read)) throw new Error('not twelve words');
  return { texts, entropy: read.entropy };
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
