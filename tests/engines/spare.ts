import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makeKit, takeCopy } from '../e2e/support/kit.ts';
import { add, beginAdding, goTo, save, startMine } from '../e2e/support/person.ts';
import type { Driver } from './driver.ts';

/** A spare copy made in one engine, to be brought back in another. */
export interface Spare {
  readonly file: string;
  readonly words: readonly string[];
  /** What its screens said of each thing. */
  readonly things: readonly string[];
}

/** A page on which every colour is another, so that a photo of it is no small one. */
const drawn = async (page: Page): Promise<Buffer> => {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d')!;
    const picture = context.createImageData(640, 480);
    crypto.getRandomValues(picture.data.subarray(0, 65_536));
    context.putImageData(picture, 0, 0);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.split(',')[1]!, 'base64');
};

/** Keeps things of several kinds, one of them a photo, as a person does, and makes a spare copy of them. */
export async function makeSpare(page: Page, driver: Driver, app: string, file: string): Promise<Spare> {
  await startMine(page, undefined, app);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline 100 mg — ½ in the morning' });
  await add(page, 'A note', { 'What is it about?': 'Für Sonntag 🪁 مرحبا' });
  const buffer = await drawn(page);
  await beginAdding(page, 'A letter, photo or PDF');
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await page.getByRole('textbox').first().fill('Script');
  await save(page);
  const things = await thingsIn(driver);
  await goTo(page, 'Today');
  await page.getByRole('button', { name: /^No spare copy yet/ }).click();
  const words = await makeKit(page);
  writeFileSync(file, await takeCopy(page));
  return { file, words, things };
}

/** What is on the screen of one thing: its words, and how large its pictures are once they are drawn. */
const SCREEN = `
  const main = document.querySelector('main');
  while (main.textContent.includes('Opening it')) await new Promise(done => setTimeout(done, 50));
  const pictures = Array.from(main.querySelectorAll('img'));
  await Promise.all(pictures.map(one => one.decode()));
  const sizes = pictures.map(one => one.naturalWidth + 'x' + one.naturalHeight);
  return [main.textContent, ...sizes].join(' ');
`;

/** The screen of each thing under Mine, as text. */
export async function thingsIn(driver: Driver): Promise<string[]> {
  const rows = async (): Promise<number> => {
    await driver.click({ role: 'button', name: 'Mine' });
    await driver.sees({ role: 'heading', name: 'Mine' });
    return driver.evaluate('return document.querySelectorAll("main .rows .row b").length');
  };
  const things: string[] = [];
  const count = await rows();
  for (let at = 0; at < count; at++) {
    await rows();
    // By its place: two that are covered are called the same.
    await driver.evaluate(
      'document.querySelectorAll("main .rows .row b")[arguments[0]].closest("button").click()',
      at,
    );
    await driver.sees({ role: 'button', name: /^Back/ });
    things.push(await driver.evaluate<string>(SCREEN));
    await driver.click({ role: 'button', name: /^Back/ });
  }
  return things;
}

/** From the first screen to an open record, with the words of the copy. */
export async function bringBack(driver: Driver, { file, words }: Spare): Promise<void> {
  await driver.click({ role: 'button', name: 'Bring mine back' });
  await driver.click({ role: 'button', name: /^I have a spare copy/ });
  await driver.sees({ role: 'heading' });
  await driver.giveFile(file);
  await driver.click({ role: 'button', name: /^My 12 words/ });
  await driver.type(words.map(word => word.slice(0, 4)).join(' '), 'Your 12 words');
  await driver.click({ role: 'button', name: 'Open it' });
}
