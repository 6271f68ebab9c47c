import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { open, PIN, startMine } from './support/person.ts';
import { readCode } from './support/read-code.ts';

// No mouse and no finger: Tab, Enter, Space, arrows and what is typed. After every step it is clear where one is.
test.use({ trace: 'off', hasTouch: false, isMobile: false, viewport: { width: 1000, height: 800 } });
test.setTimeout(120_000);

interface Focused {
  name: string;
  tag: string;
  ring: boolean;
  seen: boolean;
}

/** What has the focus: what it is called, whether a ring shows round it, and whether it is in sight. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    // A box or chip is drawn by its label.
    const drawn = [at, at.nextElementSibling].filter(each => each instanceof HTMLElement);
    const ring = drawn.some(each => getComputedStyle(each).outlineStyle === 'solid');
    const { x, y, width, height } = at.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const labels = 'labels' in at ? [...(at.labels as NodeListOf<HTMLLabelElement>)] : [];
    const name = at.ariaLabel ?? labels[0]?.innerText ?? at.innerText ?? '';
    const near = at.closest('label') ?? at;
    const seen = top !== null && (near.contains(top) || top.contains(at));
    return { name: name.replace(/\s+/g, ' ').trim(), tag: at.localName, ring, seen };
  });

const MOST_TABS = 150;

/** Tabs until that is reached. Whatever it passes shows its ring and is in sight. */
const tabTo = async (page: Page, name: string | RegExp, key = 'Tab'): Promise<void> => {
  const isIt = (at: Focused) => (typeof name === 'string' ? at.name === name : name.test(at.name));
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (at.tag === 'body' || at.tag === 'h1') continue;
    expect(at, `on the way to ${name}: ${at.tag} ${at.name}`).toMatchObject({ ring: true, seen: true });
    if (isIt(at)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
};

const enter = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

/** The new screen's heading has the focus, so a screen reader reads it out. */
const at = async (page: Page, heading: string | RegExp): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused({ timeout: 20_000 });
};

/** A live region, there before its words, says this. */
const hears = (page: Page, text: string | RegExp) =>
  expect(page.locator('[role=status], [role=alert]').filter({ hasText: text })).toBeVisible({
    timeout: 20_000,
  });

test('keeping by keyboard: start, PIN, add, delete, undo, lock', async ({ page }) => {
  await open(page);
  await enter(page, 'Start mine');
  await at(page, 'How will you open it?');
  await enter(page, 'Back');
  await at(page, /^Your story/);
  await enter(page, 'Start mine');
  await at(page, 'How will you open it?');
  await enter(page, /^A PIN/);
  await at(page, 'Make a PIN');
  // Too short says so, and the digits typed stay.
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await hears(page, 'That is 2 digits');
  await page.keyboard.type(PIN.slice(2));
  await page.keyboard.press('Enter');
  await at(page, 'Type the same PIN again');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await at(page, 'Today');

  await enter(page, 'Add the first thing');
  await at(page, 'What do you want to keep?');
  await enter(page, 'Something I take');
  await at(page, 'A medicine');
  await tabTo(page, 'What is it called?');
  await page.keyboard.type('Sertraline');
  await enter(page, 'Save');
  await at(page, 'A medicine');
  await hears(page, 'Kept');

  // A sheet keeps the focus, Escape closes it, and the focus is back where it was.
  await enter(page, 'Delete');
  const sheet = page.getByRole('dialog', { name: 'Delete this?' });
  await expect(sheet).toBeFocused();
  for (let tabs = 0; tabs < 4; tabs++) {
    await page.keyboard.press('Tab');
    await expect(sheet.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await enter(page, 'Delete');
  await at(page, 'Mine');
  await hears(page, 'Deleted');
  await enter(page, 'Undo');
  await expect(page.getByRole('button', { name: /^Sertraline/ })).toBeVisible();
  // The button that was pressed is gone; the focus is not lost with it.
  await expect(page.locator('main :focus')).toHaveCount(1);

  // The browser's own Back goes where Back goes, and the heading has the focus there too.
  await enter(page, /^Sertraline/);
  await at(page, 'A medicine');
  await enter(page, 'Change');
  await at(page, 'Change a medicine');
  await page.goBack();
  await at(page, 'A medicine');
  // Two in a hurry would leave.
  await page.waitForTimeout(500);
  await page.goBack();
  await at(page, 'Mine');
  await page.goForward();
  await at(page, 'A medicine');

  await enter(page, 'Hide');
  await at(page, 'Type your PIN');
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await hears(page, 'Opening');
  await hears(page, 'That PIN does not open it. Nothing is lost.');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await at(page, 'Today');
});

test('a PIN typed at once loses no digit, on a slow phone too', async ({ page }) => {
  await startMine(page);
  const devtools = await page.context().newCDPSession(page);
  for (let times = 0; times < 5; times++) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 10 });
    await page.getByRole('button', { name: 'Hide' }).focus();
    await page.keyboard.press('Enter');
    // As soon as the pad is there, and not a frame later.
    await page.waitForFunction(() => document.querySelector('.pad'), null, { polling: 10 });
    await page.keyboard.type(PIN);
    await expect(page.locator('.pin i')).toHaveCount(PIN.length);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.keyboard.press('Enter');
    await at(page, 'Today');
  }
});

test('showing and reading by keyboard: tick, code, words', async ({ page }) => {
  await open(page);
  await enter(page, 'Try with a made-up person');
  await at(page, 'Today');
  await enter(page, /^Show someone/);
  await at(page, 'Who are you showing?');
  await tabTo(page, /^A doctor or nurse/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^A pharmacist/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await enter(page, 'Next: what they see');
  await at(page, 'What can they see?');
  await tabTo(page, /^My treatment/);
  await page.keyboard.press('Space');
  await hears(page, '1 of them: My treatment');
  await enter(page, /^Show \d+ things$/);
  await expect(page.getByRole('dialog', { name: 'This is about children' })).toBeFocused();
  await enter(page, 'Leave it out');
  await expect(page.getByRole('button', { name: /^Show \d+ things$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await at(page, 'This is what they will see');
  await enter(page, 'Make the code');
  await at(page, 'For a doctor or nurse');
  const link = await readCode(page);
  await enter(page, 'They have scanned it');
  await at(page, 'Say these 4 words');
  const words = await page.locator('.words li').allInnerTexts();

  // The other side.
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('textbox', { name: 'Word 1' })).toBeFocused();
  await page.keyboard.type('zzz');
  await hears(page, '“zzz” is not one of the words. Check word 1.');
  await page.keyboard.press('ControlOrMeta+a');
  // Three letters each; the focus moves on by itself.
  for (const word of words) await page.keyboard.type(word.slice(0, 3));
  await at(page, 'Alex Marlow');
  await enter(page, /^Copy/);
  await hears(page, /Copied|copy it by hand/);
});

test('big words: nothing at the foot hides what has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page);
  await enter(page, 'Try with a made-up person');
  await at(page, 'Today');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '150%';
  });
  await enter(page, /^Mine$/);
  await at(page, 'Mine');
  await enter(page, 'Add');
  await enter(page, 'Something I react to');
  await tabTo(page, 'Save');
  await tabTo(page, 'What are you allergic to?', 'Shift+Tab');
});
