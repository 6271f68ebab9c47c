import type { Page } from '@playwright/test';
import { versionOf } from '../../src/share/room.ts';

import { expect, test } from './support/network.ts';
import { add, openMadeUp, tick } from './support/person.ts';
import { findCode, readCode } from './support/read-code.ts';
import { openLink, press, read, toLook, toWhat } from './support/showing.ts';

// A small phone: what does not fit here fits nowhere.
test.use({ viewport: { width: 360, height: 740 } });

/** Every line to tick: its name, its mark, and whether it is ticked. */
const offers = (page: Page) =>
  page.locator('label.pick').evaluateAll(lines =>
    lines.map(line => ({
      name: line.querySelector('b')!.textContent!,
      mark: line.querySelector('.mark')!.textContent!,
      on: line.querySelector('input')!.checked,
    })),
  );

const tickAll = async (page: Page) => {
  for (const line of await page.locator('label.pick').all()) {
    if (!(await line.getByRole('checkbox').isChecked())) await line.click();
  }
};

/** Writes down when the real wake lock is asked for and let go. */
const watchWakeLock = (page: Page) =>
  page.addInitScript(() => {
    const log: string[] = [];
    Object.assign(window, { wakeLog: log });
    const real = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async type => {
      log.push('asked');
      const lock = await real(type).catch(error => {
        log.push(`refused ${error}`);
        throw error;
      });
      lock.addEventListener('release', () => log.push('released'));
      return lock;
    };
  });
const wakeLog = (page: Page) => page.evaluate(() => (window as unknown as { wakeLog: string[] }).wakeLog);

test('each purpose offers its own things, Careful ones never ticked and Just me ones never there', async ({
  page,
}) => {
  await openMadeUp(page);
  const first: Record<string, readonly string[]> = {
    'A doctor or nurse': ['Alex Marlow', 'Penicillin', 'My treatment', 'Sertraline', 'Liver test'],
    'A pharmacist': ['Alex Marlow', 'My treatment'],
    'A hospital': ['Alex Marlow', 'Penicillin', 'My treatment', 'Sertraline', 'My agreement'],
    'A new worker': ['Alex Marlow', 'What I need today', 'Dana', 'Where to find me', 'How to talk with me'],
    'Someone else': ['Alex Marlow', 'Penicillin', 'My treatment', 'A letter'],
  };
  for (const [who, names] of Object.entries(first)) {
    await toWhat(page, who);
    const lines = await offers(page);
    expect(
      lines.map(line => line.name),
      who,
    ).toEqual(expect.arrayContaining([...names]));
    if (who === 'A pharmacist') expect(lines).toHaveLength(2);
    for (const { name, mark, on } of lines) {
      expect(['Open', 'Careful']).toContain(mark);
      expect(on, `${who}: ${name}`).toBe(mark === 'Open' && who !== 'Someone else');
    }
    await expect(page.getByText('2 things stay here. They are not in this list.')).toBeVisible();
    await expect(page.getByText(/For Sunday|Custody|Time inside/)).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Who are you showing?' })).toBeVisible();
  }
});

test('what is looked at last is what is in the code, and the screen stays awake for it', async ({
  page,
  context,
}) => {
  await watchWakeLock(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openMadeUp(page);
  await toWhat(page, 'A doctor or nurse', 'My script runs out soon');
  await tick(page, 'My treatment');
  const ticked = (await offers(page)).filter(line => line.on).length;
  const sum = page.getByRole('status').filter({ hasText: 'They will see' });
  await expect(sum).toContainText(`They will see ${ticked} things.`);
  await expect(sum).toContainText('1 of them: My treatment');
  await toLook(page);
  const look = await page.locator('.their-page .reader').textContent();
  for (const fact of ['My script runs out soon', 'Penicillin', 'Methadone liquid', '60 mg, every day']) {
    expect(look).toContain(fact);
  }
  expect(await wakeLog(page)).toEqual([]);
  await press(page, 'Make the code');
  await expect.poll(() => wakeLog(page)).toEqual(['asked']);
  const link = await readCode(page);
  await press(page, 'They have scanned it');
  const words = await page.locator('.words li').allInnerTexts();
  await expect(page.getByRole('img')).toHaveCount(0);
  await press(page, 'Show the code again');
  for (const word of words) await expect(page.getByText(word, { exact: true })).toHaveCount(0);

  const share = await openLink(link, words);
  expect(share).toMatchObject({ purpose: 'gp', why: 'My script runs out soon' });
  expect(share.items).toHaveLength(ticked);
  expect(share.expires - share.made).toBe(60);
  // Neither what only Alex sees of Dana, nor what is just for Alex.
  expect(JSON.stringify(share)).not.toMatch(/spare key|red ball|the same dose all the way/);

  const reader = await context.newPage();
  await read(reader, { link, words });
  // The same words one for one, but for the reader's own buttons.
  const shown = await reader.locator('.reader').textContent();
  expect(shown!.replace('Copy as textPrint', '').replace('Give something back', '')).toBe(look);
  await reader.close();

  await press(page, 'Stop');
  await expect(page.getByText('Stopped. They may keep a copy. You can’t call a copy back.')).toBeVisible();
  await expect(page.getByText(/can see \d+ things/)).toHaveCount(0);
  await expect.poll(async () => (await wakeLog(page)).at(-1)).toBe('released');
});

test('what is too much for a still code says what to leave out; the fullest one is still easy to scan', async ({
  page,
}) => {
  await openMadeUp(page);
  // Letters that pack badly: a long letter.
  let seed = 7;
  const long = Array.from({ length: 225 }, () => {
    seed = (seed * 48271) % 0x7fffffff;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
  await add(page, 'A note', { 'What is it about?': 'A letter', 'What do you want to keep?': long });
  await toWhat(page, 'Someone else');
  await tickAll(page);
  // What Alex plans is left out, so that the note decides.
  for (const plan of ['A place with a door', '10:30', 'Creek Road art group', 'Phone credit'])
    await tick(page, plan);
  const dock = page.getByText('This goes as a moving code');
  await expect(dock).toContainText('For a code that any camera reads, leave out');
  await expect(dock).toContainText('A note');
  // Leaving out another of those it names is enough.
  await tick(page, 'My good days plan');
  await expect(dock).toHaveCount(0);
  await toLook(page);
  await press(page, 'Make the code');

  const small = await findCode(page);
  const version = Number(small.version);
  expect(version).toBeGreaterThanOrEqual(20);
  expect(version).toBeLessThanOrEqual(22);
  expect(small.ecLevel).toBe('L');
  // The digits stand in a numeric segment: as bytes they would need far more than this.
  expect(version).toBe(versionOf(small.text));
  await press(page, 'Make bigger');
  const big = await findCode(page);
  // In the page's own pixels.
  const dots = await page.evaluate(() => devicePixelRatio);
  const { topLeft, topRight } = big.position;
  const side = (topRight.x - topLeft.x) / dots / (17 + 4 * version);
  expect(side, 'pixels to a module').toBeGreaterThan(2.75);
  const frame = (await page.locator('.qr > div').boundingBox())!;
  expect(topLeft.x / dots - frame.x, 'quiet zone').toBeGreaterThan(3.5 * side);
});
