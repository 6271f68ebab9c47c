import { randomBytes } from 'node:crypto';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { PNG } from 'pngjs';
import { openCameraBrowser } from './support/camera.ts';
import { expect, test } from './support/network.ts';
import { add, beginAdding, goTo, startMine, tick } from './support/person.ts';
import { press, toLook, toWhat } from './support/showing.ts';
import { writeFilm } from './support/y4m.ts';

// Two devices, camera to screen both ways: a phone with a record, and a clinic's page with nothing installed.
test.setTimeout(180_000);

const grey = (): Buffer => {
  const png = new PNG({ width: 320, height: 240 });
  png.data.fill(160);
  return PNG.sync.write(png);
};

/** A device whose camera sees what `see` says: the next time that it is turned on. */
interface Device {
  page: Page;
  browser: Browser;
  see(pictures: readonly Uint8Array[]): void;
}

const device = async (info: TestInfo, name: string): Promise<Device> => {
  const film = info.outputPath(`${name}.y4m`);
  writeFilm(film, [grey()]);
  const browser = await openCameraBrowser(film);
  const context = await browser.newContext({ locale: 'en-AU', permissions: ['camera'] });
  return { page: await context.newPage(), browser, see: pictures => writeFilm(film, pictures) };
};

const turnOn = (page: Page) => page.getByRole('button', { name: 'Turn on the camera' }).click();
const code = (page: Page) => page.getByRole('img', { name: 'Code to scan' });
const tiles = (page: Page) => page.locator('.words li').allInnerTexts();

/** The code's own pictures, paged by hand, `count` of them. */
const pictures = async (page: Page, count: number): Promise<Uint8Array[]> => {
  const byHand = page.getByRole('button', { name: 'Picture by picture' });
  if (await byHand.isVisible()) await byHand.click();
  const all = [await code(page).screenshot()];
  while (all.length < count) {
    await press(page, 'Next picture');
    all.push(await code(page).screenshot());
  }
  return all;
};

/** A key on the clinic's screen, scanned by the phone, which then shows its words. */
const compare = async (clinic: Device, phone: Device, seen?: Uint8Array): Promise<void> => {
  await expect(code(clinic.page)).toBeVisible({ timeout: 30_000 });
  phone.see([seen ?? (await clinic.page.screenshot())]);
  await press(phone.page, 'Scan their screen');
  await turnOn(phone.page);
  await expect(phone.page.getByRole('heading', { name: /show the same 4 words/ })).toBeVisible();
  await expect(phone.page.locator('.words li')).toHaveCount(4);
};

const receive = async ({ page }: Device, baseURL: string): Promise<void> => {
  await page.goto(`${baseURL}r.html`);
  await press(page, 'Receive from a phone');
};

const arrived = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Jess Marlow' })).toBeVisible({ timeout: 30_000 });

/** What the clinic adds is scanned by the phone, looked at, and used. */
const giveBack = async (clinic: Device, phone: Device): Promise<void> => {
  await press(clinic.page, /Give (something )?back/);
  await press(clinic.page, 'Note');
  await clinic.page.getByLabel('Note', { exact: true }).fill('Blood test on Friday');
  await press(clinic.page, 'Done');
  await press(clinic.page, 'Next: look at it');
  await clinic.page.getByLabel('Your name').fill('Dr Osei');
  await press(clinic.page, 'Make the code');
  await expect(code(clinic.page)).toBeVisible();
  phone.see([await clinic.page.screenshot()]);
  await press(phone.page, 'Their screen has it all');
  await expect(phone.page.getByText(/can see \d+ things/)).toBeVisible();
  await goTo(phone.page, 'People');
  await press(phone.page, /^Scan or paste/);
  await turnOn(phone.page);
  await expect(phone.page.getByText(/^From Dr Osei, .*We did not check who that is/)).toBeVisible();
  await phone.page.locator('.change label', { hasText: 'Use it' }).click();
  await press(phone.page, 'Finish');
  await expect(phone.page.getByText('One change is yours now')).toBeVisible();
};

/** A picture that packs badly, kept as a letter. */
const keepScript = async (page: Page): Promise<void> => {
  const png = new PNG({ width: 64, height: 64 });
  randomBytes(png.data.length).copy(png.data);
  await beginAdding(page, 'A letter, photo or PDF');
  const file = { name: 'p.png', mimeType: 'image/png', buffer: PNG.sync.write(png) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByLabel('What is it?', { exact: true }).fill('Script');
  await press(page, 'Save');
};

test.describe('sealed to their screen', () => {
  let phone: Device;
  let clinic: Device;
  let thief: Device;
  test.beforeEach(async ({ baseURL }, info) => {
    const all = await Promise.all(['phone', 'clinic', 'thief'].map(name => device(info, name)));
    [phone, clinic, thief] = all as [Device, Device, Device];
    await startMine(phone.page, undefined, baseURL);
    await add(phone.page, 'My name and birth date', { 'What is your full name?': 'Jess Marlow' });
    await add(phone.page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  });
  test.afterEach(async () => {
    await Promise.all([phone, clinic, thief].map(one => one.browser.close()));
  });

  test('it opens there with its photo, for nobody who saw all of both screens, and an answer comes home', async ({
    baseURL,
  }) => {
    await keepScript(phone.page);
    await toWhat(phone.page, 'A doctor or nurse');
    await press(phone.page, 'Pick from everything');
    await tick(phone.page, 'A paper of mine');
    await tick(phone.page, 'Send photos and files too');
    await toLook(phone.page);
    await receive(clinic, baseURL!);
    await compare(clinic, phone);
    expect(await tiles(phone.page)).toEqual(await tiles(clinic.page));
    await press(phone.page, 'Yes, the same');
    const shown = phone.page.getByText(/of \d+ pictures shown/);
    const all = Number(/of (\d+) pictures/.exec(await shown.innerText())?.[1]);
    const seen = await pictures(phone.page, all + 1);
    clinic.see(seen);
    await turnOn(clinic.page);
    await arrived(clinic.page);
    await expect(clinic.page.getByText('Penicillin').first()).toBeVisible();
    await expect(clinic.page.getByRole('img', { name: 'Photo: Script' })).toBeVisible();
    await giveBack(clinic, phone);

    // Every picture of both screens, on a page of their own: its key is another one.
    await receive(thief, baseURL!);
    await expect(code(thief.page)).toBeVisible({ timeout: 30_000 });
    thief.see(seen);
    await turnOn(thief.page);
    await expect(thief.page.getByText('This was made for another screen')).toBeVisible();
    await expect(thief.page.getByText('Penicillin')).toHaveCount(0);
    // The clinic's own page, loaded again, has another key too.
    await receive(clinic, baseURL!);
    await expect(code(clinic.page)).toBeVisible({ timeout: 30_000 });
    await turnOn(clinic.page);
    await expect(clinic.page.getByText('This was made for another screen')).toBeVisible();
  });

  test('a swapped code shows other words; a no or a Back right after the yes is the last word', async ({
    baseURL,
  }) => {
    await toWhat(phone.page, 'A doctor or nurse');
    await toLook(phone.page);
    await Promise.all([receive(clinic, baseURL!), receive(thief, baseURL!)]);
    await expect(code(thief.page)).toBeVisible({ timeout: 30_000 });
    await compare(clinic, phone, await thief.page.screenshot());
    expect(await tiles(phone.page)).not.toEqual(await tiles(clinic.page));
    await press(phone.page, 'No, not the same');
    await expect(phone.page.getByText('Nothing has left your phone')).toBeVisible();
    await expect(code(phone.page)).toHaveCount(0);

    const yesAnd = (then: 'No' | 'Back') =>
      phone.page.evaluate(what => {
        const button = (name: string) =>
          [...document.querySelectorAll('button')].find(one => one.textContent === name);
        button('Yes, the same')!.click();
        if (what === 'No') button('No, not the same')!.click();
        else history.back();
      }, then);
    await turnOn(phone.page);
    await expect(phone.page.locator('.words li')).toHaveCount(4);
    await yesAnd('No');
    await expect(phone.page.getByText('Nothing has left your phone')).toBeVisible();
    // As long as sealing and writing it down would take.
    await phone.page.waitForTimeout(1000);
    await expect(code(phone.page)).toHaveCount(0);
    await turnOn(phone.page);
    await expect(phone.page.locator('.words li')).toHaveCount(4);
    await yesAnd('Back');
    await expect(phone.page.getByRole('heading', { name: 'This is what they will see' })).toBeVisible();
    await phone.page.waitForTimeout(1000);
    await expect(code(phone.page)).toHaveCount(0);
  });
});
