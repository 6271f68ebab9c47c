import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { comeBack, cover, expectLocked, putAway } from './support/away.ts';
import { openCameraBrowser } from './support/camera.ts';
import { pickCopy } from './support/kit.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, open, PIN, startMine, typePin, unlock } from './support/person.ts';
import { writeFilm } from './support/y4m.ts';

// What was lost comes back: from a spare copy, with words or two cards, and from an old phone's screen.

const NEW_PIN = '271828';
/** Of another kit: BIP39's own for 16 zero bytes. */
const OTHER_WORDS = `${'abandon '.repeat(11)}about`;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 15_000 });
/** From the welcome to where a copy is picked. */
const toPick = async (page: Page): Promise<void> => {
  await open(page);
  await press(page, 'Bring mine back');
  await press(page, /^I have a spare copy/);
};

const typeWords = async (page: Page, words: string, go: string): Promise<void> => {
  await page.getByLabel('Your 12 words').fill(words);
  await press(page, go);
};

/** A new PIN, typed twice. */
const choosePin = async (page: Page, pin: string): Promise<void> => {
  await press(page, /^A PIN/);
  await typePin(page, pin, 'Next');
  await typePin(page, pin, 'Lock it');
};

const toHub = async (page: Page): Promise<void> => {
  await goTo(page, 'People');
  await press(page, /^Spare copies/);
};

/** A copy that an earlier Holdfast made, and what opens it. */
const folder = fileURLToPath(new URL('../vectors/backup/v1/', import.meta.url));
const copy = readFileSync(`${folder}spare.bin`);
const kit: { words: string; cards: string[] } = JSON.parse(readFileSync(`${folder}spare.json`, 'utf8'));

/** A copy with one byte changed where its things are. */
const altered = (): Buffer => {
  const other = Buffer.from(copy);
  other[600]! ^= 1;
  return other;
};

const THINGS = '4 things';

test('all of it comes back offline, checked thing by thing; its words then open this phone without the PIN', async ({
  page,
  context,
}) => {
  await toPick(page);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await pickCopy(page, Buffer.from('Dear diary'));
  await expect(page.getByText('That is not a spare copy. Nothing was changed.')).toBeVisible();
  await pickCopy(page, copy.subarray(0, copy.length - 100));
  await expect(page.getByText('Some of this copy is missing. Nothing was changed.')).toBeVisible();
  await pickCopy(page, altered());
  await press(page, /^My 12 words/);
  await typeWords(page, kit.words, 'Open it');
  await expect(page.getByText('This copy is damaged, so none of it is used.')).toBeVisible();
  await pickCopy(page, copy);
  await press(page, /^My 12 words/);
  await typeWords(page, OTHER_WORDS, 'Open it');
  await expect(page.getByText('Those words are right, but not for this copy.')).toBeVisible();
  const fours = kit.words.split(' ').map(word => word.slice(0, 4));
  await typeWords(page, fours.join(' '), 'Open it');
  await heading(page, THINGS);
  await press(page, 'Go on');
  await choosePin(page, PIN);
  await heading(page, `All ${THINGS} are here`);
  await expect(page.getByText('Does someone else have these words?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make new words' })).toBeVisible();
  await press(page, 'Who needs my new number?');
  await heading(page, 'My number changed');
  await goTo(page, 'Mine');
  await expect(page.getByText('Sleep through')).toBeVisible();

  // The PIN is lost.
  await press(page, 'Hide');
  await press(page, 'Another way in');
  await press(page, /^My 12 words/);
  await typeWords(page, OTHER_WORDS, 'Open');
  await expect(page.getByText('Those words do not open this phone.')).toBeVisible();
  await typeWords(page, kit.words, 'Open');
  await heading(page, 'Now choose a new PIN');
  await press(page, 'Back');
  // There is none to ask for before a copy that opens with words of its own: a new one first, and that one after.
  const lockCopy = async () => {
    await toHub(page);
    await press(page, 'Lock a copy with words of its own');
  };
  await lockCopy();
  await heading(page, 'Now choose a new PIN');
  await choosePin(page, NEW_PIN);
  await heading(page, 'Make your words');
  await press(page, 'Back');
  await lockCopy();
  await heading(page, 'Type the PIN you use now');
  await typePin(page, NEW_PIN, 'Next');
  await heading(page, 'Make your words');
  await press(page, 'Back');
  await press(page, 'Hide');
  await typePin(page, PIN, 'Open');
  await expect(page.getByText('That PIN does not open it.')).toBeVisible();
  await unlock(page, NEW_PIN);
});

test('a copy that was opened and left alone closes, and nobody else gives it a PIN', async ({ page }) => {
  await page.clock.install();
  const toWords = async () => {
    await pickCopy(page, copy);
    await press(page, /^My 12 words/);
    await page.getByLabel('Your 12 words').fill(kit.words);
  };
  const closed = page.getByText('The copy was closed, as nobody was here for a while.');
  await toPick(page);
  await toWords();
  await press(page, 'Open it');
  await heading(page, THINGS);
  await press(page, 'Go on');
  await putAway(page);
  await expect(cover(page)).toBeVisible();
  await page.clock.runFor(25_000);
  await comeBack(page);
  await expect(cover(page)).toBeHidden();
  await heading(page, 'How will you open it here?');
  await putAway(page);
  await page.clock.runFor(35_000);
  await comeBack(page);
  await expect(closed).toBeVisible();

  // Words that nobody goes on with.
  await press(page, /^I have a spare copy/);
  await expect(closed).toBeHidden();
  await toWords();
  await page.clock.runFor(185_000);
  await expect(closed).toBeVisible();
});

test('words typed at the lock are covered when put away, and gone with the screen after a while', async ({
  page,
}) => {
  await page.clock.install();
  await startMine(page);
  await press(page, 'Hide');
  const toWay = async (way: RegExp) => {
    await press(page, 'Another way in');
    await press(page, way);
  };
  await toWay(/^My 12 words/);
  const field = page.getByLabel('Your 12 words');
  await field.fill(kit.words);
  await putAway(page);
  await expect(cover(page)).toBeVisible();
  await page.clock.runFor(25_000);
  await comeBack(page);
  await expect(cover(page)).toBeHidden();
  await expect(field).toHaveValue(kit.words);
  await putAway(page);
  await page.clock.runFor(35_000);
  await comeBack(page);
  await expectLocked(page);
  await toWay(/^My 12 words/);
  await expect(field).toHaveValue('');

  // A card that nobody goes on with.
  await press(page, 'Back');
  await press(page, /^Two cards/);
  await page.getByRole('textbox').fill(kit.cards[0]!);
  await press(page, 'Add this card');
  await page.clock.runFor(185_000);
  await expectLocked(page);
  await toWay(/^Two cards/);
  await expect(page.getByText('Card 1 is here')).toBeHidden();
});

test('two cards bring a copy into a record that is there, as lines that wait for a yes', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Latex' });
  const toBack = async () => {
    await toHub(page);
    await press(page, /^Bring a spare copy back/);
    await pickCopy(page, copy);
    await press(page, /^Two cards/);
    for (const text of [kit.cards[2]!, kit.cards[0]!]) {
      await page.getByRole('textbox').fill(text);
      await press(page, 'Add this card');
    }
    await press(page, 'Open it');
    await heading(page, THINGS);
    await press(page, 'Look at what is new');
  };
  await toBack();
  await heading(page, /changes to look at/);
  await expect(page.getByText(/^From your spare copy of 22 Nov 2026/)).toBeVisible();
  await expect(page.getByText('From Dr Osei, 12 May')).toBeVisible();
  await press(page, 'Use all');
  await press(page, 'Finish');
  await goTo(page, 'Mine');
  await expect(page.getByText('Sleep through')).toBeVisible();
  await expect(page.getByText('Latex')).toBeVisible();
  await toBack();
  await expect(page.getByText('This copy came in before. Nothing came in twice.')).toBeVisible();
  await press(page, 'Done');
  await heading(page, 'Spare copies');
});

test.describe('from the old phone', () => {
  let phone: Browser | undefined;
  test.afterEach(() => phone?.close());

  test('its code goes over by the camera, its six words by mouth', async ({ page, baseURL }, info) => {
    test.setTimeout(60_000);
    const film = info.outputPath('film.y4m');
    await startMine(page);
    await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
    // More than one picture holds.
    await add(page, 'A note', { 'What do you want to keep?': 'By the river at noon. '.repeat(150) });
    await toHub(page);
    await press(page, /^Move to a new phone/);
    await press(page, 'Make the code');
    await typePin(page, '111999', 'Next');
    await expect(page.getByText('That does not open it.')).toBeVisible();
    await typePin(page, PIN, 'Next');
    const code = page.getByRole('img', { name: 'Code to scan' });
    await expect(code).toBeVisible({ timeout: 15_000 });
    await press(page, 'Picture by picture');
    const pictures: Buffer[] = [];
    while (pictures.length < 8) {
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
