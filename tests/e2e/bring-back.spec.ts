import type { Browser, Page } from '@playwright/test';
import { cardsOf, recoveryWords } from '../../src/app/kit.ts';
import { openCameraBrowser } from './support/camera.ts';
import { makeKit, pickCopy, takeCopy } from './support/kit.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, makeMine, open, PIN, startMine, typePin, unlock } from './support/person.ts';
import { writeFilm } from './support/y4m.ts';

// What was lost comes back: from a spare copy, with words or two cards, and from an old phone's screen.

const NEW_PIN = '271828';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 15_000 });
const today = (page: Page) => heading(page, /^Today$/);
/** From the welcome to where a copy is picked. */
const toPick = async (page: Page): Promise<void> => {
  await open(page);
  await press(page, 'Bring mine back');
  await press(page, /^I have a spare copy/);
};

const typeWords = async (page: Page, words: readonly string[], go: string): Promise<void> => {
  await page.getByLabel('Your 12 words').fill(words.join(' '));
  await press(page, go);
};

/** A new PIN, typed twice. */
const choosePin = async (page: Page, pin: string): Promise<void> => {
  await press(page, /^A PIN/);
  await typePin(page, pin, 'Next');
  await typePin(page, pin, 'Lock it');
};

const keepNote = (page: Page, title: string) => add(page, 'A note', { 'What is it about?': title });

/** Two things and a photo's worth of words: what is to come back. */
const live = async (page: Page): Promise<void> => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  await keepNote(page, 'For Sunday');
};

const toHub = async (page: Page): Promise<void> => {
  await goTo(page, 'Today');
  await press(page, /^No spare copy yet/);
};

const entropyOf = (words: readonly string[]): Uint8Array<ArrayBuffer> => {
  const read = recoveryWords.readWords(words.join(' '));
  if (typeof read !== 'object' || !('entropy' in read)) throw new Error('not twelve words');
  return read.entropy;
};

/** A copy with one byte changed where its photos and things are. */
const altered = (copy: Buffer): Buffer => {
  const other = Buffer.from(copy);
  other[600]! ^= 1;
  return other;
};

test('a lost phone comes back from a copy, and a lost PIN from words; two cards bring a copy into another record', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await live(page);
  await toHub(page);
  const words = await makeKit(page);
  const copy = await takeCopy(page);

  // The PIN is lost: the words open it, and a new PIN is chosen without the old one.
  await press(page, 'Hide');
  await press(page, 'Another way in');
  await press(page, /^My 12 words/);
  await typeWords(page, recoveryWords.matches('z').slice(0, 12), 'Open');
  await expect(
    page.getByText(/One of these words is not the right one|do not open this phone/),
  ).toBeVisible();
  await typeWords(page, words, 'Open');
  await heading(page, 'Now choose a new PIN');
  await choosePin(page, NEW_PIN);
  await today(page);
  await press(page, 'Hide');
  await typePin(page, PIN, 'Open');
  await expect(page.getByText('That PIN does not open it.')).toBeVisible();
  await unlock(page, NEW_PIN);

  // Another phone, offline, with four letters of each word.
  const fresh = await browser.newContext({ baseURL: baseURL!, locale: 'en-AU' });
  const other = await fresh.newPage();
  await toPick(other);
  await other.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await fresh.setOffline(true);
  await pickCopy(other, Buffer.from('Dear diary'));
  await expect(other.getByText('That is not a spare copy. Nothing was changed.')).toBeVisible();
  await pickCopy(other, copy.subarray(0, copy.length - 100));
  await expect(other.getByText('Some of this copy is missing. Nothing was changed.')).toBeVisible();
  await pickCopy(other, altered(copy));
  await press(other, /^My 12 words/);
  await typeWords(other, words, 'Open it');
  await expect(other.getByText('This copy is damaged, so none of it is used.')).toBeVisible();
  await pickCopy(other, copy);
  await press(other, /^My 12 words/);
  await typeWords(
    other,
    words.map(word => word.slice(0, 4)),
    'Open it',
  );
  await heading(other, '2 things');
  await press(other, 'Go on');
  await choosePin(other, PIN);
  await heading(other, 'All 2 things are here');
  await press(other, 'Who needs my new number?');
  await heading(other, 'Who needs my new number?');
  await goTo(other, 'Mine');
  await expect(other.getByText('For Sunday')).toBeVisible();
  await press(other, 'Hide');
  await unlock(other);
  await fresh.close();

  // Into a record that has something of its own, with two cards.
  const [one, , three] = await cardsOf(entropyOf(words));
  const third = await browser.newContext({ baseURL: baseURL!, locale: 'en-AU' });
  const own = await third.newPage();
  await open(own);
  await makeMine(own);
  await keepNote(own, 'My own');
  const toBack = async () => {
    await toHub(own);
    await press(own, /^Bring a spare copy back/);
    await pickCopy(own, copy);
    await press(own, /^Two cards/);
    for (const { text } of [one, three]) {
      await own.getByRole('textbox').fill(text);
      await press(own, 'Add this card');
    }
    await press(own, 'Open it');
    await heading(own, '2 things');
    await press(own, 'Look at what is new');
  };
  await toBack();
  await heading(own, '2 changes to look at');
  await expect(own.getByText(/^From (a|your) spare copy/)).toBeVisible();
  await press(own, 'Use all');
  await press(own, 'Finish');
  await goTo(own, 'Mine');
  await expect(own.getByText('For Sunday')).toBeVisible();
  await expect(own.getByText('My own')).toBeVisible();
  await toBack();
  await expect(own.getByText('Everything in it is here already.')).toBeVisible();
  await third.close();
});

test.describe('from the old phone', () => {
  let phone: Browser;
  test.afterEach(() => phone.close());

  test('its code goes over by the camera, its six words by mouth', async ({ page, baseURL }, info) => {
    test.setTimeout(60_000);
    const film = info.outputPath('film.y4m');
    await live(page);
    await toHub(page);
    await press(page, /^Move to a new phone/);
    await press(page, 'Make the code');
    const code = page.getByRole('img', { name: 'Code to scan' });
    await expect(code).toBeVisible({ timeout: 15_000 });
    const pictures: Buffer[] = [];
    const shown = page.getByText(/of \d+ pictures shown/);
    const all = Number(/of (\d+) pictures/.exec(await shown.innerText())?.[1]);
    await press(page, 'Picture by picture');
    for (let i = 0; i <= all; i++) {
      pictures.push(await code.screenshot());
      await press(page, 'Next picture');
    }
    writeFilm(film, pictures);
    await expect(page.locator('.words li')).toHaveCount(0);
    await press(page, 'Next: the words');
    const words = await page.locator('.words li').allInnerTexts();
    expect(words).toHaveLength(6);
    await expect(code).toHaveCount(0);

    phone = await openCameraBrowser(film);
    const fresh = await (await phone.newContext({ baseURL: baseURL!, permissions: ['camera'] })).newPage();
    await open(fresh);
    await press(fresh, 'Bring mine back');
    await press(fresh, /^From my old phone/);
    await press(fresh, 'Turn on the camera');
    await heading(fresh, 'The 6 words');
    await fresh.getByLabel('Word 1').fill(words.map(word => word.slice(0, 3)).join(' '));
    await heading(fresh, '2 things');
    await press(fresh, 'Go on');
    await choosePin(fresh, PIN);
    await heading(fresh, 'All 2 things are here');
  });
});
