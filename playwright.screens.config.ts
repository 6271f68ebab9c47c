import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

// npm run screens: every screen of tests/e2e/screens.ts, twice the sizes, twice the themes, into screens/.
const port = Number(process.env.HOLDFAST_PORT ?? 4191);
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
const themes = ['light', 'dark'] as const;

export default defineConfig({
  testDir: 'tests/e2e/support',
  testMatch: 'picture.ts',
  outputDir: 'test-results/screens',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${port}/`,
    locale: 'en-AU',
    timezoneId: 'Australia/Melbourne',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: launchOptions(),
  },
  projects: Object.entries(sizes).flatMap(([size, use]) =>
    themes.map(colorScheme => ({ name: `${size}-${colorScheme}`, use: { ...use, colorScheme } })),
  ),
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
