import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, answerOne, goTo, save, startMine, tick, unlock } from './support/person.ts';
import { makeCode, openLink, press, toLook, toWhat, typeWords } from './support/showing.ts';

const question = (page: Page) => page.getByRole('button', { name: 'How did it go with Dr Osei?' });
const treated = (page: Page) => page.getByLabel('How were you treated?');

/** Two things shown to Dr Osei, and the page stopped again. */
const showOnce = async (page: Page) => {
  await startMine(page);
  await add(page, 'Naloxone I carry', { 'Which type is it?': 'Naloxone spray' });
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await goTo(page, 'Show');
  await page.getByLabel('Who is it?').fill('Dr Osei');
  await toWhat(page, 'A doctor or nurse', 'A new script');
  await tick(page, 'A medicine');
  await toLook(page);
  const code = await makeCode(page);
  await press(page, 'They have it');
  await expect(page.getByText('Dr Osei can see 2 things')).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  await press(page, /^Stop/);
  return code;
};

test('afterwards it asks once how it went, keeps what is typed, and shows the same again in two taps', async ({
  page,
}) => {
  await showOnce(page);
  await question(page).click();
  await treated(page).fill('They listened');
  // At once, before any pause in typing.
  await press(page, 'Hide');
  await unlock(page);
  await question(page).click();
  await expect(treated(page)).toHaveValue('They listened');
  await page.locator('.chip', { hasText: 'Some of it' }).click();
  await press(page, 'Save');
  await expect(page.getByText('Kept', { exact: true })).toBeVisible();
  await expect(page.locator('dl').last()).toHaveText('Looked at itSome of itHow I was treatedThey listened');
  await expect(treated(page)).toHaveCount(0);
  await goTo(page, 'Today');
  await expect(question(page)).toHaveCount(0);

  await goTo(page, 'Mine');
  await press(page, /^Sertraline/);
  await press(page, 'Change');
  await answerOne(page, 'What is it called?', 'Mirtazapine');
  await save(page);
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await press(page, /^Dr Osei/);
  for (const tap of ['Show the same again', 'Make the code']) await press(page, tap);
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  await press(page, 'Back to People');
  await press(page, 'Show the same again');
  await expect(page.locator('.note.ask')).toContainText('Changed: Mirtazapine');
  await press(page, 'Change what they see');
  await tick(page, 'A medicine');
  await toLook(page);
  await expect(page.locator('.note.ask')).toContainText('Not in it any more: A medicine');
  const { link, words } = await makeCode(page);
  const { items } = await openLink(link, words);
  expect(items.map(({ values }) => values.name)).toEqual(['Mirtazapine']);
});

test('the question is put away for good, and a mistaken tap can be taken back', async ({ page }) => {
  await showOnce(page);
  await press(page, 'Put this question away');
  await expect(question(page)).toHaveCount(0);
  await press(page, 'Undo');
  await question(page).click();
  await press(page, 'Skip');
  await expect(page.getByText('Skipped. We won’t ask again.')).toBeVisible();
  await goTo(page, 'Today');
  await expect(question(page)).toHaveCount(0);
});

/** More than any code holds: letters that don't pack. */
const longText = () => {
  let seed = 7;
  return Array.from({ length: 4000 }, () => {
    seed = (seed * 48271) % 0x7fffffff;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
};

/** A share sheet that the person closes again: nobody can see it then. After that there is no sheet any more. */
const cancelSheet = async (page: Page) => {
  await page.evaluate(() => {
    const closed = () => Promise.reject(new DOMException('', 'AbortError'));
    Object.assign(navigator, { canShare: () => true, share: closed });
  });
  await press(page, 'Send as a file');
  await expect(page.getByText('Nothing was sent. Look back says so.')).toBeVisible();
  for (const under of ['What they see', 'Who', 'Mine']) await press(page, `Back to ${under}`);
  await goTo(page, 'Today');
  await expect(page.getByText(/Someone else can see/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^How did it go/ })).toHaveCount(0);
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await expect(page.getByRole('button', { name: /1 thing\. It did not go out\.$/ })).toBeVisible();
  await press(page, /It did not go out/);
  await expect(page.getByText('Closed by itself')).toHaveCount(0);
  await page.evaluate(() => Object.assign(navigator, { canShare: () => false }));
  await press(page, 'Show the same again');
  await expect(page.getByRole('heading', { name: 'This is what they will see' })).toBeVisible();
};

test('what fits no still code goes as a file, and the words another way', async ({ page, context }) => {
  await startMine(page);
  await add(page, 'A note', { 'What is it about?': 'A letter', 'What do you want to keep?': longText() });
  await toWhat(page, 'Someone else');
  await tick(page, 'A letter');
  await expect(page.getByText('This goes as a moving code.')).toBeVisible();
  await press(page, /^Show 1 thing$/);
  await expect(page.getByText('This goes as a moving code.')).toBeVisible();
  // Their page shows all of it, though it has no place to break.
  const cut = await page
    .locator('.r-main')
    .last()
    .evaluate(at => at.scrollWidth - at.parentElement!.clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
  await cancelSheet(page);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Send as a file')]);
  expect(download.suggestedFilename()).toBe('page.txt');
  await expect(page.getByText('Saved as page.txt. Send it to them.')).toBeVisible();
  await expect(page.getByText('Tell them the words another way. Never send both together.')).toBeVisible();
  const words = await page.locator('.words li').allInnerTexts();
  const path = await download.path();
  const text = readFileSync(path, 'utf8');
  for (const word of words) expect(text).not.toContain(word);
  await press(page, 'They have it');
  await expect(page.getByText('Someone else can see 1 thing')).toBeVisible();
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await expect(page.getByRole('button', { name: /1 thing\. As a file\.$/ })).toBeVisible();

  const reader = await context.newPage();
  await reader.goto('r.html');
  const file = { name: 'page.txt', mimeType: 'text/plain' };
  await reader.getByLabel('Open a file').setInputFiles({ ...file, buffer: Buffer.from('Milk, eggs') });
  await expect(reader.getByText('This file is not from Holdfast.')).toBeVisible();
  await reader.getByLabel('Open a file').setInputFiles({ ...file, buffer: Buffer.from(text) });
  await expect(reader.getByRole('heading', { name: 'Type the 4 words' })).toBeVisible();
  await typeWords(reader, words);
  await expect(reader.getByText(longText().slice(0, 60))).toBeVisible();
});

/** A stand-in for the voices, since this browser has none: it writes down what it is to say, and in which voice. */
const giveVoices = (page: Page) =>
  page.addInitScript(() => {
    const said: string[] = [];
    const voices = new EventTarget();
    const far = { name: 'far', lang: 'en-AU', localService: false, default: true };
    const near = { name: 'near', lang: 'en-AU', localService: true, default: false };
    let loaded: object[] = [far];
    const fake = Object.assign(voices, {
      getVoices: () => loaded,
      speak: ({ voice, text }: { voice: { name: string }; text: string }) =>
        said.push(`${voice.name}: ${text}`),
      cancel: () => said.push('quiet'),
    });
    const come = () => {
      loaded = [far, near];
      voices.dispatchEvent(new Event('voiceschanged'));
    };
    // A real utterance takes only a real voice.
    class Utterance {
      voice: unknown = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: fake });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said, come });
  });
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));

test('large text is read aloud by a voice of the phone, never another, until the screen goes', async ({
  page,
}) => {
  await giveVoices(page);
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': 'Sertraline' });
  await toWhat(page, 'A doctor or nurse', 'A new script');
  await toLook(page);
  await press(page, 'As large text');
  await expect(page.getByText('Page 1 of')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read it aloud' })).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { come: () => void }).come());
  await expect(page.getByText('People near you will hear it.')).toBeVisible();
  await press(page, 'Read it aloud');
  const lines = await said(page);
  const shown = await page.locator('dl.large :is(dt, dd)').allInnerTexts();
  expect(lines).toEqual(['quiet', ...shown.map(line => `near: ${line}`)]);
  await press(page, 'Stop reading');
  expect(await said(page)).toContain('quiet');
  for (const leave of ['Next page', 'Hide']) {
    await press(page, 'Read it aloud');
    await said(page);
    await press(page, leave);
    await expect.poll(() => said(page)).toEqual(['quiet']);
  }
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
});
