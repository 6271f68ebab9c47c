import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';
import { openWall } from './tests/e2e/support/wall.ts';

const port = Number(process.env.HOLDFAST_PORT ?? 4190);

// Each worker reads this file, so each has a wall of its own, and what it saw belongs to the test that runs.
process.env.HOLDFAST_WALL = String((await openWall()).port);

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'fault/**/*.spec.ts'],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  // Nothing here is a measure of speed: a slow machine with two vaults opening at once may take its time.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./config/playwright-counts.ts']],
  use: {
    ...devices['Pixel 5'],
    baseURL: `http://localhost:${port}/`,
    locale: 'en-AU',
    timezoneId: 'Australia/Melbourne',
    // A trace takes a sixth of the time.
    trace: process.env.HOLDFAST_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: launchOptions(),
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
