import { chromium, type Locator, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import type { Driver, Named } from './driver.ts';

/** A page of Playwright's as a driver. */
export function driverOf(page: Page): Driver {
  page.setDefaultTimeout(20_000);
  const locate = (what: Named | string): Locator => {
    if (typeof what === 'string') return page.getByText(what).first();
    const { role, name } = what;
    return page.getByRole(role, name === undefined ? {} : { name, exact: true }).first();
  };
  return {
    name: `Chromium ${page.context().browser()?.version()}`,
    open: async url => void (await page.goto(url)),
    evaluate: (body, ...args) =>
      page.evaluate(
        ([source, values]) =>
          // The tests' own code: DevTools may run a string where the page may not.
          new Function(`return (async function () { ${source} }).apply(null, arguments)`)(...values),
        [body, args] as const,
      ),
    click: what => locate(what).click(),
    type: (text, field) =>
      field
        ? page.getByRole('textbox', { name: field }).first().pressSequentially(text)
        : page.keyboard.type(text),
    giveFile: (path, nth = 0) => page.locator('input[type=file]').nth(nth).setInputFiles(path),
    sees: what => locate(what).waitFor(),
    close: () => page.context().browser()!.close(),
  };
}

/** Chromium, through Playwright, which the other suites use as well. */
export async function openChromiumPage(wall: number): Promise<Page> {
  process.env.HOLDFAST_WALL = String(wall);
  const browser = await chromium.launch(launchOptions());
  return browser.newPage({ viewport: { width: 500, height: 900 }, locale: 'en-AU' });
}
