import type { Page } from '@playwright/test';

/** What the reader's page says of itself once the share can be read. */
export const SHARED = '1';

/** Opens a share on the reader's page, as someone would who scanned its code and was told its words. */
export async function openShare(page: Page, base: string): Promise<void> {
  await page.goto(`${base}r.html`);
}
