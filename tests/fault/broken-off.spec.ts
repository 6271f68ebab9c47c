import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/support/network.ts';
import {
  add,
  answerOne,
  beginAdding,
  goTo,
  open,
  PIN,
  save,
  startMine,
  typePin,
  unlock,
} from '../e2e/support/person.ts';
import { attach, type Room } from './support/rooms.ts';

// What the browser takes away under the app: its connection to the disk, a worker in the middle of its work, the page.

const question = 'What is it called?';
/** From then on the person can go on, ms. */
const SOON = 2000;

const times = process.env.HOLDFAST_LONG ? 50 : 3;

const inTime = async (work: () => Promise<unknown>): Promise<void> => {
  const from = Date.now();
  await work();
  expect(Date.now() - from).toBeLessThan(SOON);
};

/** What was being typed is there to go on with. */
async function expectDraft(page: Page): Promise<void> {
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /^Add\b/ }).click();
  await page.getByRole('main').getByRole('button', { name: 'Something I take' }).click();
  await expect(page.getByLabel(question, { exact: true })).toHaveValue('Sertraline');
}

/**
 * Closes every connection to our database, as the browser does when its storage breaks off: by a page of its own. Says
 * how many are there afterwards.
 */
async function closeConnections(page: Page): Promise<number> {
  const tools = await page.context().newPage();
  await tools.goto('chrome://indexeddb-internals');
  const open = tools.locator('.connection-count.open');
  await expect(open).toHaveText('open: 1');
  await tools.locator('.force-close').click();
  await tools.reload();
  const left = await open.filter({ hasText: /[1-9]/ }).count();
  await tools.close();
  return left;
}

test('the connection to the disk, in the middle of an edit and while it is locked', async ({ page }) => {
  test.setTimeout(60_000 + times * 10_000);
  await startMine(page);
  for (let round = 1; round <= times; round++) {
    await beginAdding(page, 'Something I take');
    await answerOne(page, question, `Sertr ${round}`);
    // With a draft on its way, or on the disk already.
    if (round % 2) await page.waitForTimeout(1000);
    await closeConnections(page);
    await page.getByLabel(question, { exact: true }).first().fill(`Sertraline ${round}`);
    await page.waitForTimeout(round % 3 === 0 ? 900 : 0);
    await inTime(() => save(page));
  }
  await page.getByRole('button', { name: 'Hide' }).click();
  expect(await closeConnections(page)).toBe(0);
  await unlock(page);
  await goTo(page, 'Mine');
  for (const round of [1, times])
    await expect(page.getByText(`Sertraline ${round}`, { exact: true })).toBeVisible();
  await expect(page.getByText('Not finished yet')).toHaveCount(0);
});

/** Whether it has no moment for anything: what a worker that has started does that long is a key of a secret. */
async function isDeriving(worker: Room): Promise<boolean> {
  const asked = worker.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined);
  return Promise.race([asked.then(() => false), new Promise<true>(busy => setTimeout(busy, 60, true))]);
}

test('the worker, while it makes a key of the PIN', async ({ page }) => {
  const { rooms } = await attach(await page.context().newCDPSession(page));
  const worker = () => rooms().find(({ kind }) => kind === 'worker');
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await beginAdding(page, 'Something I take');
  await answerOne(page, question, 'Sertraline');
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect.poll(worker).toBeUndefined();
  await page.keyboard.type(PIN);
  await expect.poll(worker).toBeDefined();
  // It has started: its code came, and WebAssembly runs.
  await page.waitForTimeout(1000);
  const struck = worker()!;
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => isDeriving(struck), { intervals: [1] }).toBe(true);
  await struck.send('Runtime.terminateExecution');
  await inTime(() => expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible());
  await goTo(page, 'Mine');
  await expect(page.getByText('Penicillin')).toBeVisible();
  await expectDraft(page);
});

test('the page itself, while it makes a key of the PIN', async ({ page, context }) => {
  await startMine(page);
  await beginAdding(page, 'Something I take');
  await answerOne(page, question, 'Sertraline');
  await page.getByRole('button', { name: 'Hide' }).click();
  const devtools = await context.newCDPSession(page);
  await typePin(page, PIN, 'Open');
  await page.waitForTimeout(120);
  void devtools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  const again = await context.newPage();
  await inTime(async () => {
    await open(again);
    await expect(again.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  });
  await unlock(again);
  await expectDraft(again);
});
