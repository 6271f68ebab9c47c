import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Pixels } from '../../src/scan/grey.ts';
import { linkQr } from '../../src/share/qr.ts';
import { beside, pixelsOfPicture, pixelsOfText, pngOf } from '../scan/codes.ts';
import { comeBack, expectLocked, putAway } from './support/away.ts';
import { openCameraBrowser } from './support/camera.ts';
import { faultsOf } from './support/faults.ts';
import { test as base, expect } from './support/network.ts';
import { goTo, openMadeUp, startMine } from './support/person.ts';
import { writeFilm } from './support/y4m.ts';

const link = `https://example.org/#${'9876543210'.repeat(150)}`;

const blank: Pixels = { width: 320, height: 180, data: new Uint8ClampedArray(320 * 180 * 4).fill(200) };

/** Tests in a browser of their own, a device whose camera sees this. It asks before it is used. */
const inFrontOf = (seen: Pixels) =>
  base.extend<object, { browser: Browser }>({
    browser: [
      async ({ browserName }, use) => {
        const folder = mkdtempSync(join(tmpdir(), `holdfast-${browserName}-`));
        const film = join(folder, 'film.y4m');
        writeFilm(film, [pngOf(seen)]);
        const browser = await openCameraBrowser(film, { asks: true });
        await use(browser);
        await browser.close();
        rmSync(folder, { recursive: true });
      },
      { scope: 'worker' },
    ],
  });
const testAtCode = inFrontOf(pixelsOfPicture(linkQr(link), 4));
const test = inFrontOf(blank);

const toScan = async (page: Page) => {
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Scan or paste/ }).click();
  await expect(page.getByRole('heading', { name: 'Scan or paste' })).toBeVisible();
};
const turnOn = (page: Page) => page.getByRole('button', { name: 'Turn on the camera' }).click();
const view = (page: Page) => page.getByLabel('What the camera sees');
const waits = (page: Page, count: number) =>
  expect(
    page.getByRole('heading', {
      name: count === 1 ? 'One change to look at' : `${count} changes to look at`,
    }),
  ).toBeVisible();
const pick = (page: Page, name: string, buffer: Buffer, mimeType = 'image/png') =>
  page.locator('input[type=file][accept^=image]').setInputFiles({ name, mimeType, buffer });

/** Keeps the tracks that the page is given, to see that they end. */
const keepTracks = (page: Page) =>
  page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async wish => {
      const stream = await ask(wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
const trackStates = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(one => one.readyState),
  );

testAtCode.describe('a code before the camera', () => {
  testAtCode.use({ permissions: ['camera'] });

  testAtCode('is read offline, and the camera is off after', async ({ page, context }) => {
    await keepTracks(page);
    await openMadeUp(page);
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await toScan(page);
    expect(await trackStates(page), 'nothing asks by itself').toEqual([]);
    await turnOn(page);
    await waits(page, 1);
    await expect(page.locator('.change')).toContainText(link);
    await expect.poll(() => trackStates(page)).toEqual(['ended']);
  });

  testAtCode('is read where frames have to be drawn', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'VideoFrame');
      Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
    });
    await openMadeUp(page);
    await toScan(page);
    await turnOn(page);
    await waits(page, 1);
    await expect(page.locator('.change')).toContainText(link);
  });
});

test.describe('a camera that sees nothing', () => {
  test.use({ permissions: ['camera'] });

  test('is stopped by hand, by being pulled out and by leaving', async ({ page, context }) => {
    await keepTracks(page);
    await openMadeUp(page);
    await toScan(page);
    await turnOn(page);
    await expect(page.getByText('Looking for a code.')).toBeVisible();
    await expect
      .poll(() => view(page).evaluate((one: HTMLVideoElement) => one.currentTime))
      .toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop the camera' }).click();
    await expect(view(page)).toHaveCount(0);
    await expect.poll(() => trackStates(page)).toEqual(['ended']);

    await turnOn(page);
    await expect(view(page)).toBeVisible();
    await putAway(page);
    await comeBack(page);
    await expect(page.getByText('The camera stopped when you left')).toBeVisible();
    await expect.poll(() => trackStates(page)).toEqual(['ended', 'ended']);

    await turnOn(page);
    await expect(view(page)).toBeVisible();
    // The browser takes it away in the middle, as it does when it is unplugged.
    await context.clearPermissions();
    await expect(page.getByRole('alert')).toContainText('The camera stopped');
    await expect(view(page)).toHaveCount(0);
  });

  test('goes off with the lock', async ({ page }) => {
    await keepTracks(page);
    await openMadeUp(page);
    await toScan(page);
    await turnOn(page);
    await expect(view(page)).toBeVisible();
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect(view(page)).toHaveCount(0);
    await expect.poll(() => trackStates(page)).toEqual(['ended']);
  });
});

test('refused, it says so, and a photo of a code is read instead', async ({ page }) => {
  await openMadeUp(page);
  await toScan(page);
  await turnOn(page);
  await expect(page.getByRole('alert')).toContainText('The camera is not allowed here');
  await pick(page, 'notes.png', Buffer.from('no picture at all'));
  await expect(page.getByRole('alert')).toContainText('That file is not a photo');
  await pick(page, 'table.png', pngOf(blank));
  await expect(page.getByRole('alert')).toContainText('We can’t find a code in that photo');
  await pick(page, 'codes.png', pngOf(beside(pixelsOfText('ONE', 5, 4), pixelsOfText('TWO', 5, 4))));
  await waits(page, 1);
  await expect(page.getByText(/^(ONE|TWO)$/)).toBeVisible();
  await page.getByRole('button', { name: /^Back/ }).click();
  await goTo(page, 'Today');
  await expect(page.getByText('2 changes wait for your yes')).toBeVisible();
});

test('a picker that it opened does not lock it', async ({ page }) => {
  await page.clock.install();
  await startMine(page);
  await toScan(page);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('input[type=file][accept^=image]').click();
  await putAway(page);
  await page.clock.runFor(60_000);
  await comeBack(page);
  const buffer = pngOf(pixelsOfText('HELLO', 5, 4));
  await (await chooser).setFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  await waits(page, 1);
  await expect(page.getByText('HELLO')).toBeVisible();
  await putAway(page);
  await page.clock.runFor(60_000);
  await comeBack(page);
  await expectLocked(page);
});
