import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { openSpace } from '../../src/vault/open.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { expect, test } from '../e2e/support/network.ts';
import {
  add,
  beginAdding,
  goTo,
  makeMine,
  PIN,
  save,
  startMine,
  tick,
  typePin,
} from '../e2e/support/person.ts';
import { newProfile, openProfile } from '../e2e/support/profile.ts';
import { copyOf, storeOf } from './support/copy.ts';

// A trace fetches every blob: address that it sees, which the policy stops: then the net would catch Playwright.
test.use({ trace: 'off' });

interface Piece {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Three pieces of every page that is on disk: of its beginning, where the table's slots are, its middle and its end. */
const piecesOf = async (page: Page): Promise<Piece[]> => {
  const { pages } = await copyOf(page);
  return [...pages].flatMap(([name, bytes]) =>
    [60, 30_000, 65_000].map(at => ({
      name: `${name} at ${at}`,
      bytes: Buffer.from(bytes.slice(at, at + 32)),
    })),
  );
};

const filesOf = (folder: string): Piece[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }));

/** The pieces that lie in any of the files. */
const foundIn = (files: readonly Piece[], pieces: readonly Piece[]): string[] =>
  pieces.filter(piece => files.some(file => file.bytes.includes(piece.bytes))).map(({ name }) => name);

const turnCardOn = async (page: Page): Promise<void> => {
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Emergency card/ }).click();
  await page.getByRole('button', { name: 'Choose what goes on it' }).click();
  await tick(page, 'Allergy to');
  await page.getByRole('button', { name: 'Put it on this phone' }).click();
  await expect(page.getByText('The card is on')).toBeVisible();
};

const keepLetter = async (page: Page): Promise<void> => {
  await beginAdding(page, 'A letter, photo or PDF');
  const buffer = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(200_000), Buffer.from('\n%%EOF')]);
  const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer };
  await page.locator('input[type=file]').first().setInputFiles(letter);
  await page.getByLabel('What is it?', { exact: true }).fill('My letter');
  await save(page);
};

/** What the browser keeps for the app: its databases' rows, caches, and service workers. */
const keptFor = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    controlled: navigator.serviceWorker.controller !== null,
  }));

test('erased from inside: nothing of the table, a page, an inbox or the card is left in the browser’s files', async ({
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { folder, remove } = newProfile();
  const options = { baseURL: baseURL!, locale: 'en-AU', viewport: { width: 393, height: 727 } };
  const context = await openProfile(folder, options);
  const page = context.pages()[0]!;
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await keepLetter(page);
  await turnCardOn(page);
  await expect.poll(async () => (await keptFor(page)).controlled).toBe(true);
  const pieces = await piecesOf(page);
  // The table twice, the gate, the card, two inboxes, and both lanes.
  expect(pieces.length).toBe(3 * (2 + 1 + 1 + 4 + 2 * 8));
  // Each is where this test would find it.
  expect(foundIn(filesOf(folder), pieces)).toEqual(pieces.map(({ name }) => name));

  await page.getByRole('button', { name: /^Back/ }).click();
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: /^Erase everything/ }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await keptFor(page)).toMatchObject({ caches: [], workers: 0 });
  expect((await copyOf(page)).pages.size).toBe(0);
  await context.close();

  const files = filesOf(folder);
  expect(foundIn(files, pieces)).toEqual([]);
  // Of the caches, their empty index alone. What the browser notes of visits, and its own cache of what it loaded, no
  // page has a say in.
  const cached = files.filter(({ name }) => /CacheStorage/.test(name)).map(({ name }) => name);
  expect(cached.filter(name => !name.endsWith('index.txt'))).toEqual([]);
  remove();
});

test('the PIN that erases brings up the first screen, and leaves nothing that opens', async ({ page }) => {
  await startMine(page);
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  const vault = (await openSpace(await storeOf(page), createLocalCrypto(), utf8(PIN))) as Vault;
  await vault.setSecret('erase', utf8('271828'));
  vault.lock();
  await typePin(page, '271828', 'Open');
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await keptFor(page)).toMatchObject({ caches: [], workers: 0 });
  expect((await copyOf(page)).pages.size).toBe(0);
  const shown = await page.locator('body').innerText();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start mine' })).toBeVisible();
  expect(await page.locator('body').innerText()).toBe(shown);
  await makeMine(page, '314159');
});
