import { expect, type Page } from '@playwright/test';

/**
 * Another app comes in front, or the screen goes dark. A headless browser never hides a page, so this tells the
 * page what a phone's browser would: the same two properties, the same event.
 */
export async function putAway(page: Page): Promise<void> {
  await tell(page, 'hidden');
}

export async function comeBack(page: Page): Promise<void> {
  await tell(page, 'visible');
}

async function tell(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate(now => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
    Object.defineProperty(document, 'hidden', { configurable: true, value: now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

export const cover = (page: Page) => page.locator('.cover');

export async function expectLocked(page: Page, why?: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  if (why) await expect(page.getByText(why)).toBeVisible();
}

/** One wrong try at the lock screen, and what it says to it. */
export async function tryPin(page: Page, pin: string, says: RegExp): Promise<void> {
  for (const digit of pin) await page.keyboard.press(digit);
  await page.getByRole('button', { name: /^(Open|Next)$/ }).click();
  await expect(page.getByText(says).filter({ visible: true }).first()).toBeVisible();
}
