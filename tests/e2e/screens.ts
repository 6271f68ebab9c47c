import type { Page } from '@playwright/test';

export interface Screen {
  /** Lower case and hyphens: it becomes the picture's file name. */
  name: string;
  /** From an empty page to this screen, filled with the made-up person. */
  go: (page: Page) => Promise<void>;
}

const open = async (page: Page, path: string) => {
  await page.goto(path);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
};

/** Every screen there is, in the order in which a person meets them. */
export const screens: readonly Screen[] = [
  { name: 'first', go: page => open(page, '') },
  { name: 'reader', go: page => open(page, 'r.html') },
];
