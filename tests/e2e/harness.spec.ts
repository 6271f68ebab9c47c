import { randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import { expectAccessible } from './support/axe.ts';
import { scan } from './support/camera.ts';
import { openVictim } from './support/kill.ts';
import { expect, test } from './support/network.ts';
import { filesWith, newProfile, openProfile } from './support/profile.ts';
import { writeFilm } from './support/y4m.ts';

// A net with a hole lets everything through and every test pass: each one is shown to catch something.

test('a camera reads the densest code a phone can show', async ({ page }, info) => {
  // 2,300 digits fill most of a version 22-L code.
  const text = Array.from(randomBytes(2300), byte => byte % 10).join('');
  expect(QRCode.create(text, { errorCorrectionLevel: 'L' }).version).toBe(22);
  await page.setViewportSize({ width: 390, height: 844 });
  const picture = await QRCode.toDataURL(text, { errorCorrectionLevel: 'L', margin: 4, scale: 4 });
  await page.setContent(`<img src="${picture}" width="380">`);
  const film = info.outputPath('screen.y4m');
  writeFilm(film, [await page.locator('img').screenshot()]);
  expect(await scan(film)).toEqual([text]);
});

test('axe notices a fault', async ({ page }) => {
  await page.setContent('<main><h1>A</h1><img src="data:,"></main>');
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
});

test('a secret in a profile is found, and another is not', async ({ baseURL }) => {
  const { folder, remove } = newProfile();
  const secret = randomBytes(12).toString('hex');
  const context = await openProfile(folder);
  await context.pages()[0]!.goto(`${baseURL}index.html#${secret}`);
  await context.pages()[0]!.evaluate(value => localStorage.setItem('wide', `\u2603${value}`), `${secret}2`);
  await context.close();
  expect(filesWith(folder, secret).some(name => name.endsWith('History'))).toBe(true);
  expect(filesWith(folder, `${secret}2`).some(name => name.includes('Local Storage'))).toBe(true);
  expect(filesWith(folder, randomBytes(12).toString('hex'))).toEqual([]);
  remove();
});

test('a killed browser is gone at once, and what it had acknowledged is there', async ({ baseURL }) => {
  const { folder, remove } = newProfile();
  const write = (value: string) =>
    new Promise<void>((done, fail) => {
      const open = indexedDB.open('harness', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('rows');
      open.onsuccess = () => {
        const change = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
        change.objectStore('rows').put(value, 'key');
        change.oncomplete = () => done();
        change.onabort = () => fail(change.error);
      };
    });
  const first = await openVictim(folder);
  const page = await first.context.newPage();
  await page.goto(baseURL!);
  await page.evaluate(write, 'kept');
  await first.kill();
  const second = await openVictim(folder);
  const again = await second.context.newPage();
  await again.goto(baseURL!);
  const read = await again.evaluate(
    () =>
      new Promise(done => {
        const open = indexedDB.open('harness', 1);
        open.onsuccess = () => {
          const get = open.result.transaction('rows').objectStore('rows').get('key');
          get.onsuccess = () => done(get.result);
        };
      }),
  );
  expect(read).toBe('kept');
  await second.kill();
  remove();
});
