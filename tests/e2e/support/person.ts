import { expect, type Page } from '@playwright/test';

export const PIN = '805316';

/** Presses the keys of a PIN, as a thumb would. */
export async function pressPin(page: Page, pin: string, then: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: then, exact: true }).click();
}

/** Types a PIN on a keyboard, which takes a tenth of the time. */
export async function typePin(page: Page, pin: string, then: string): Promise<void> {
  // The pad is there before a key can go to it.
  const go = page.getByRole('button', { name: then, exact: true });
  await go.waitFor();
  await page.keyboard.type(pin);
  await go.click();
}

export async function open(page: Page, path = ''): Promise<void> {
  await page.goto(path);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** From the first screen to an open, empty record under a PIN. A browser of one's own needs the whole address. */
export async function startMine(page: Page, pin = PIN, address = ''): Promise<void> {
  await open(page, address);
  await makeMine(page, pin);
}

/** The same where the first screen is up already. */
export async function makeMine(page: Page, pin = PIN): Promise<void> {
  await page.getByRole('button', { name: 'Start mine' }).click();
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await typePin(page, pin, 'Next');
  await typePin(page, pin, 'Lock it');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await typePin(page, pin, 'Open');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
}

/** From the first screen to the made-up person's. */
export async function openMadeUp(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Try with a made-up person' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
}

export async function goTo(page: Page, place: 'Today' | 'Mine' | 'Show' | 'People'): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByText(place, { exact: true }).click();
}

/** Opens the empty form of a kind, by what adding it is called. */
export async function beginAdding(page: Page, what: string): Promise<void> {
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /^Add\b/ }).click();
  await page.getByRole('main').getByRole('button', { name: what, exact: true }).click();
}

/** Keeps one thing: answers by question; a value in a list of choices is pressed, anything else is typed. */
export async function add(page: Page, what: string, answers: Record<string, string>): Promise<void> {
  await beginAdding(page, what);
  for (const [question, answer] of Object.entries(answers)) await answerOne(page, question, answer);
  await save(page);
}

export async function answerOne(page: Page, question: string, answer: string): Promise<void> {
  const choices = page.getByRole('group', { name: question });
  if ((await choices.count()) > 0) await choices.getByRole('radio', { name: answer, exact: true }).check();
  else await page.getByLabel(question, { exact: true }).first().fill(answer);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Kept', { exact: true })).toBeVisible();
}

/** Presses a line with a box to tick: the whole line is the target. */
export async function tick(page: Page, name: string): Promise<void> {
  await page.locator('label.pick', { hasText: name }).click();
}
