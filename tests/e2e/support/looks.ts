import { type CDPSession, expect, type Page } from '@playwright/test';

export interface Look {
  size: 'phone' | 'small' | 'desktop';
  scheme: 'light' | 'dark';
  /** How big the browser draws words, in percent. */
  text: 100 | 200;
}

const sizes = {
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
  desktop: { width: 1280, height: 800 },
};
const BROWSERS_OWN = 16;
const browsers = new WeakMap<Page, CDPSession>();

/** The page as it looks on that screen, in that theme, with the browser's own setting for big words. */
export async function lookLike(page: Page, { size, scheme, text }: Look): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  // The browser forgets the setting with the session, so that stays open.
  const browser = browsers.get(page) ?? (await page.context().newCDPSession(page));
  browsers.set(page, browser);
  const standard = (BROWSERS_OWN * text) / 100;
  await browser.send('Page.setFontSizes', { fontSizes: { standard } });
  const root = `${(standard * 17) / 16}px`;
  await expect(page.locator('html')).toHaveCSS('font-size', root);
}
