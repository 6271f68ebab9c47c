import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hex } from '../../src/lib/bytes.ts';
import { MAX_CARD } from '../../src/vault/card.ts';
import { makeCards } from '../e2e/support/kit.ts';
import { expect, test } from '../e2e/support/network.ts';
import { add, answerOne, goTo, save, startMine, tick, unlock } from '../e2e/support/person.ts';
import { newProfile, openProfile } from '../e2e/support/profile.ts';
import { readCode } from '../e2e/support/read-code.ts';
import { press } from '../e2e/support/showing.ts';
import { copyOf, recordsOf, slotOf } from './support/copy.ts';
import { fieldsWithout, keepEverywhere } from './support/everywhere.ts';

// A made-up secret in every field, and then the whole profile of the browser searched for it.

/** A text as it may lie in a file: in UTF-8, UTF-16, base64 at each of its three offsets, and hex. */
function forms(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map(at => {
    const whole = Buffer.concat([Buffer.alloc(at), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // What hangs together with the neighbours is left off.
    return whole.slice(at === 0 ? 0 : at + 1, (bytes.length + at) % 3 === 0 ? undefined : -1);
  });
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...base64.map(t => Buffer.from(t)),
  ];
}

interface Found {
  file: string;
  bytes: Buffer;
}

const filesOf = (folder: string): Found[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ file: path.slice(folder.length + 1), bytes: readFileSync(path) }));

const holding = (folder: string, ...needles: Buffer[]): string[] =>
  filesOf(folder)
    .filter(({ bytes }) => needles.some(needle => bytes.includes(needle)))
    .map(({ file }) => file);

const filesWith = (folder: string, text: string): string[] => holding(folder, ...forms(text));

/** Opens the profile, does it, and closes it, so that everything is on disk. */
async function withProfile<T>(
  folder: string,
  options: Parameters<typeof openProfile>[1],
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await openProfile(folder, options);
  const page = context.pages()[0]!;
  page.setDefaultTimeout(15_000);
  const result = await work(page);
  await context.close();
  return result;
}

/** The card's page as anyone can read it: 40 bytes of its masked text, and the text without the mask. */
async function cardOnDisk(page: Page): Promise<{ bytes: Buffer; text: Buffer }> {
  const whole = Uint8Array.from(
    await page.evaluate(async () => {
      const settled = <T>(asked: IDBRequest<T>): Promise<T> =>
        new Promise((done, fail) => {
          asked.onsuccess = () => done(asked.result);
          asked.onerror = () => fail(asked.error);
        });
      const db = await settled(indexedDB.open('holdfast'));
      const card: Uint8Array = await settled(db.transaction('pages').objectStore('pages').get('card'));
      db.close();
      return [...card];
    }),
  );
  const [mask, text] = [whole.subarray(8, 8 + MAX_CARD), whole.subarray(8 + MAX_CARD, 8 + 2 * MAX_CARD)];
  return { bytes: Buffer.from(text.slice(0, 40)), text: Buffer.from(text.map((byte, i) => byte ^ mask[i]!)) };
}

/** A share with the secret wherever something can be typed, as its code says it and its words open it. */
async function show(page: Page, secret: string): Promise<{ link: string; words: string[] }> {
  await goTo(page, 'Show');
  await page.getByLabel('Who is it?').fill(secret);
  await page.getByLabel('Why are you here?').fill(secret);
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  await page.getByRole('button', { name: /^Show \d+ things?$/ }).click();
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  const link = await readCode(page);
  await page.getByRole('button', { name: 'They have scanned it' }).click();
  const words = await page.locator('.words li').allInnerTexts();
  await page.getByRole('button', { name: 'They have it' }).click();
  return { link, words };
}

/** The reader's browser: opened by the link, read, copied, and left. */
async function read(page: Page, link: string, words: readonly string[], secret: string): Promise<void> {
  await page.goto(link);
  for (const [at, word] of words.entries()) {
    await page.getByRole('textbox').nth(at).pressSequentially(word.slice(0, 3));
  }
  await expect(page.getByText(secret).first()).toBeVisible();
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  await page.goto('about:blank');
}

/** Where a page's own doings end up. What the browser notes of a visited address, no page has a say in. */
const PAGES_OWN =
  /IndexedDB|Storage|Service Worker|Cache|blob_storage|File System|Cookies|Web Data|Login Data/;

/** Someone helps, and writes it down too; it waits in the inbox. */
async function helpWith(page: Page, secret: string): Promise<void> {
  await goTo(page, 'People');
  await press(page, /^Do it together/);
  await page.getByLabel('In my own words').fill(secret);
  await press(page, 'Give them the phone');
  await press(page, 'Add a goal');
  await answerOne(page, 'What do you want?', secret);
  await save(page);
  await press(page, 'Give back the phone');
}

test('a secret in every field is nowhere in the browser’s files', async ({ baseURL }) => {
  test.setTimeout(180_000);
  const secret = `Zq${randomBytes(9).toString('hex')}`;
  const [mine, theirs] = [newProfile(), newProfile()];
  const options = { baseURL: baseURL!, locale: 'en-AU', viewport: { width: 393, height: 727 } };
  const holder = await openProfile(mine.folder, options);
  const page = holder.pages()[0]!;
  page.setDefaultTimeout(20_000);
  const pin = Array.from(randomBytes(12), byte => byte % 10).join('');
  await startMine(page, pin);
  await keepEverywhere(page, secret);
  const { link, words } = await show(page, secret);
  const copy = await copyOf(page);
  const slot = await slotOf(copy, pin);
  expect(fieldsWithout(await recordsOf(copy, slot), secret)).toEqual([]);

  await helpWith(page, secret);
  await unlock(page, pin);
  await expect(page.getByRole('button', { name: /^One change waits for your yes/ })).toBeVisible();
  const { texts, entropy } = await makeCards(page, pin);
  await holder.close();

  const reader = await openProfile(theirs.folder, options);
  await read(reader.pages()[0]!, link, words, secret);
  await reader.close();

  const digits = link.split('#')[1]!.slice(0, 40);
  const typed = words.map(word => word.slice(0, 3)).join('');
  for (const { folder } of [mine, theirs])
    for (const text of [secret, words.join(' '), typed, pin])
      expect(filesWith(folder, text), text).toEqual([]);
  for (const text of Object.values(texts)) {
    expect(filesWith(mine.folder, text), text).toEqual([]);
    expect(filesWith(mine.folder, text.replaceAll(' ', '')), text).toEqual([]);
  }
  expect(holding(mine.folder, Buffer.from(entropy), ...forms(hex(entropy)))).toEqual([]);
  // The sealed link: never where it was made, and where it was opened in nothing of the page's.
  expect(filesWith(mine.folder, digits)).toEqual([]);
  expect(filesWith(theirs.folder, digits).filter(file => PAGES_OWN.test(file))).toEqual([]);
  mine.remove();
  theirs.remove();
});

test('the emergency card lies readable while it is on, and is gone once it is off', async ({ baseURL }) => {
  const secret = `Zq${randomBytes(9).toString('hex')}`;
  const { folder, remove } = newProfile();
  const options = { baseURL: baseURL!, locale: 'en-AU', viewport: { width: 393, height: 727 } };
  const masked = await withProfile(folder, options, async page => {
    await startMine(page);
    await add(page, 'Something I react to', { 'What are you allergic to?': secret });
    await goTo(page, 'People');
    await page.getByRole('button', { name: /^Emergency card/ }).click();
    await page.getByRole('button', { name: 'Choose what goes on it' }).click();
    await tick(page, 'Allergy to');
    await page.getByRole('button', { name: 'Put it on this phone' }).click();
    await expect(page.getByText('The card is on')).toBeVisible();
    return cardOnDisk(page);
  });
  // As it lies there, and with its mask taken off.
  expect(masked.text.toString()).toContain(secret);
  expect(holding(folder, masked.bytes)).not.toEqual([]);

  await withProfile(folder, options, async page => {
    await page.goto('');
    await page.getByRole('button', { name: 'Emergency card' }).click();
    await expect(page.getByText(secret)).toBeVisible();
    await page.getByRole('button', { name: 'Back to the lock' }).click();
    await unlock(page);
    await goTo(page, 'People');
    await page.getByRole('button', { name: /^Emergency card/ }).click();
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await expect(page.getByText('The card is off and gone from this phone')).toBeVisible();
  });
  expect(holding(folder, masked.bytes)).toEqual([]);
  expect(filesWith(folder, secret)).toEqual([]);
  remove();
});
