import type { Page } from '@playwright/test';

interface Screen {
  /** Lower case and hyphens: it becomes the picture's file name. */
  name: string;
  /** From the screen before it to this one. */
  go: (page: Page) => Promise<void>;
}

/** Screens that follow from one another. It starts on an empty page of a browser that knows nothing. */
export interface Journey {
  name: string;
  screens: readonly Screen[];
}

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor();

export const back = async (page: Page, to: string | RegExp) => {
  await press(page, /^Back/);
  await heading(page, to);
};
