import type { Page } from '@playwright/test';
import { comeBack, cover, expectLocked, putAway, tryPin } from './support/away.ts';
import { behind } from './support/behind.ts';
import { makeCards } from './support/kit.ts';
import { expect, test } from './support/network.ts';
import {
  add,
  answerOne,
  beginAdding,
  goTo,
  open,
  PIN,
  pressPin,
  startMine,
  typePin,
  unlock,
} from './support/person.ts';

test.use(behind);

const today = (page: Page) => page.getByRole('heading', { name: 'Today', exact: true });
/** What the eye sees; the words for a screen reader change less often. */
const countdown = (page: Page) => page.locator('.lock-said .note b');
const wrong = /That PIN does not open it/;
const waits = /Try again in \d+ (second|minute)/;

async function openSettings(page: Page, what: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: what }).click();
}

async function typeWords(page: Page, words: string, then: string): Promise<void> {
  await page.getByLabel('Your words').fill(words);
  await page.getByRole('button', { name: then, exact: true }).click();
}

/** What the document says, what its fields hold, and its attributes. */
const inDocument = (page: Page, text: string) =>
  page.evaluate(
    secret =>
      document.documentElement.outerHTML.includes(secret) ||
      [...document.querySelectorAll('input, textarea')].some(one =>
        (one as HTMLInputElement).value.includes(secret),
      ),
    text,
  );

test('a PIN and words say what they are worth, and each can take the place of the other', async ({
  page,
}) => {
  const words = 'Copper  river lantern Goose';
  await open(page);
  await page.getByRole('button', { name: 'Start mine' }).click();
  await expect(page.getByText(/A strong computer .* every 6-digit PIN in minutes/)).toBeVisible();
  await expect(page.getByText(/Four words picked by chance hold off a strong computer/)).toBeVisible();
  await expect(page.getByText('If you forget it, nobody can reset it.')).toBeVisible();
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await pressPin(page, '80531', 'Next');
  await expect(page.getByText('That is 5 digits. A PIN here needs 6 or more.')).toBeVisible();
  await pressPin(page, '6', 'Next');
  expect(await inDocument(page, PIN)).toBe(false);
  await pressPin(page, '805317', 'Lock it');
  await expect(page.getByText('Those two PINs were not the same. Nothing is set yet.')).toBeVisible();
  await pressPin(page, PIN, 'Next');
  await pressPin(page, PIN, 'Lock it');
  await expect(today(page)).toBeVisible();
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });

  // From the PIN to words.
  await openSettings(page, 'Change PIN or words');
  await typePin(page, '111111', 'Next');
  await expect(page.getByText('That does not open it. Nothing has changed.')).toBeVisible();
  await typePin(page, PIN, 'Next');
  await page.getByRole('button', { name: /^My own words/ }).click();
  await typeWords(page, 'one two', 'Next');
  await expect(page.getByText('Use 4 words or more.', { exact: false })).toBeVisible();
  await typeWords(page, words, 'Next');
  await typeWords(page, words, 'Lock it');
  await expect(page.getByText('Done. Use the new one from now on')).toBeVisible();
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expectLocked(page);
  await tryPin(page, PIN, wrong);
  await page.getByRole('button', { name: 'Use my words' }).click();
  await typeWords(page, 'copper river lantern goose', 'Open');
  await expect(today(page)).toBeVisible();
  expect(await inDocument(page, 'lantern')).toBe(false);

  // And back to a PIN; the page is thrown away while it happens.
  await openSettings(page, 'Change PIN or words');
  await page.getByRole('button', { name: 'Use my words' }).click();
  await typeWords(page, words, 'Next');
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await typePin(page, '271828', 'Next');
  await typePin(page, '271828', 'Lock it');
  await page.reload();
  await expectLocked(page);
  await typePin(page, '271828', 'Open');
  await expect(page.getByText(wrong).or(today(page))).toBeVisible();
  if (!(await today(page).isVisible())) {
    await page.getByRole('button', { name: 'Use my words' }).click();
    await typeWords(page, words, 'Open');
    await expect(today(page)).toBeVisible();
  }
  await goTo(page, 'Mine');
  await expect(page.getByText('Sertraline')).toBeVisible();
});

test('the wait after wrong tries grows, and no clock, reload or other tab gets round it', async ({
  page,
  context,
}) => {
  await startMine(page);
  // Each tab runs on a clock of its own that the test moves.
  const a = await context.newPage();
  const b = await context.newPage();
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.close();
  for (const tab of [a, b]) {
    await tab.clock.install();
    await open(tab);
  }
  for (let tries = 1; tries < 5; tries++) await tryPin(a, '111111', wrong);
  await tryPin(a, '111111', waits);
  // The right one changes nothing while there is a wait, and uses up no try.
  await typePin(a, PIN, 'Open');
  await expect(countdown(a)).toBeVisible();
  // A tab that was there before the tries does not give them anew.
  await tryPin(b, PIN, waits);
  await b.close();
  await a.clock.runFor(31_000);
  await expect(a.getByText('You can try again now.')).toBeAttached();
  await tryPin(a, '111111', /Try again in \d\d seconds/);

  const left = async () => Number(/\d+/.exec(await countdown(a).innerText())?.[0]);
  let before = await left();
  expect(before).toBeGreaterThan(30);
  await a.clock.setSystemTime(new Date(Date.now() + 10 * 365 * 86_400_000));
  await a.clock.runFor(2000);
  await expect.poll(left).toBeLessThan(before);
  expect(before - (await left())).toBeLessThan(12);
  await a.reload();
  await expectLocked(a);
  before = await left();
  // Asleep: the clock runs on, nobody is in front of the app.
  await putAway(a);
  await a.clock.runFor(60_000);
  await comeBack(a);
  await a.clock.runFor(2000);
  await expect.poll(left).toBeLessThan(before);
  expect(before - (await left())).toBeLessThan(30);
  await a.clock.runFor(61_000);
  await unlock(a);

  // The same count where the PIN is asked for while it is open.
  await openSettings(a, 'Change PIN or words');
  for (let tries = 1; tries < 5; tries++) {
    await tryPin(a, '111111', /That does not open it/);
  }
  await tryPin(a, '111111', waits);
  await expect(a.getByText('That does not open it')).toHaveCount(0);
});

test('it covers itself when put away, locks after a while, and keeps what was being typed', async ({
  page,
}) => {
  await page.clock.install();
  await startMine(page);
  await beginAdding(page, 'Something I take');
  await answerOne(page, 'What is it called?', 'Half a wo');
  await putAway(page);
  await expect(cover(page)).toBeVisible();
  await page.clock.runFor(20_000);
  await comeBack(page);
  await expect(cover(page)).toHaveCount(0);
  await expect(page.getByLabel('What is it called?')).toHaveValue('Half a wo');

  await answerOne(page, 'What is it called?', 'Half a word');
  await putAway(page);
  await page.clock.runFor(31_000);
  await comeBack(page);
  await expectLocked(page, 'It locked because it was put away.');
  await unlock(page);
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /^Add\b/ }).click();
  await page.getByRole('main').getByRole('button', { name: 'Something I take' }).click();
  await expect(page.getByLabel('What is it called?')).toHaveValue('Half a word');

  // Many phones stop the page's own clock while they sleep.
  await putAway(page);
  await page.clock.setSystemTime(new Date(Date.now() + 3_600_000));
  await comeBack(page);
  await expectLocked(page, 'It locked because it was put away.');
  await unlock(page);

  await page.clock.runFor(170_000);
  await goTo(page, 'Mine');
  await page.clock.runFor(170_000);
  await expect(page.getByRole('heading', { name: 'Mine', exact: true })).toBeVisible();
  await page.clock.runFor(20_000);
  await expectLocked(page, 'It locked because nobody touched it for a while.');
  await unlock(page);

  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.locator('label', { hasText: 'At once' }).click();
  await expect(page.getByRole('radio', { name: 'At once' })).toBeChecked();
  await putAway(page);
  await page.clock.runFor(1);
  await expectLocked(page);
});

test('losing the focus covers it', async ({ page, context }) => {
  await startMine(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await context.newPage();
  await other.bringToFront();
  await expect(cover(page)).toBeVisible();
  await page.bringToFront();
  await expect(cover(page)).toHaveCount(0);
});

test('a picker does not lock the person out of what they are doing', async ({ page }) => {
  await page.clock.install();
  await startMine(page);
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.locator('label', { hasText: '1 minute' }).click();
  await beginAdding(page, 'A letter, photo or PDF');
  await page.getByLabel('What is it?').first().fill('Letter from');
  const pick = async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Pick a photo or PDF').click();
    await putAway(page);
    return chooser;
  };
  const chooser = await pick();
  await expect(cover(page)).toBeVisible();
  await page.clock.runFor(100_000);
  await comeBack(page);
  await chooser.setFiles({
    name: 'a.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF'),
  });
  await page.clock.runFor(10_000);
  await expect(page.getByLabel('What is it?').first()).toHaveValue('Letter from');
  // For two minutes, not for ever.
  await page.getByLabel('Pick another one').click();
  await putAway(page);
  await page.clock.runFor(130_000);
  await expectLocked(page);
});

test('a lock leaves nothing of the record in the page or its memory', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page);
  // Long enough to be found in a picture of the whole memory, and for no other reason than being ours.
  const [name, pin] = ['Zyxomabilinate', '805316927450183'];
  const inMemory = async (secrets = [name, pin]): Promise<string[]> => {
    let heap = '';
    const take = ({ chunk }: { chunk: string }) => {
      heap += chunk;
    };
    devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
    return secrets.filter(secret => heap.includes(secret));
  };
  await startMine(page, pin);
  await add(page, 'Something I take', { 'What is it called?': name });
  await goTo(page, 'Mine');
  await page.getByRole('searchbox').fill('Zyx');
  await expect(page.getByText(name)).toBeVisible();
  // What opened it is gone already; what is open is there.
  expect(await inMemory()).toEqual([name]);
  const { texts } = await makeCards(page, pin);
  const papers = Object.values(texts);
  // The twelve words never lie there as one text.
  expect(await inMemory(papers)).toEqual(papers.slice(1));
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expectLocked(page);
  expect(await inDocument(page, name)).toBe(false);
  expect(await inMemory([name, pin, ...papers])).toEqual([]);
});
