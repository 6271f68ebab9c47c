// @ts-check
// Which Chromium the tests drive, and how: the system's own if there is one, else the one Playwright brings.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The path of a browser that is there, or null. */
export function findBrowser() {
  return (
    [process.env.HOLDFAST_CHROMIUM, ...system, chromium.executablePath()].find(p => p && existsSync(p)) ??
    null
  );
}

/** A test browser talks to the page under test and to nobody else; tests/e2e/support/wall.ts sees to it. */
export const browserArgs = () => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.env.HOLDFAST_WALL ? [`--proxy-server=localhost:${process.env.HOLDFAST_WALL}`] : []),
];

/** @param {string[]} more */
export function launchOptions(...more) {
  const executablePath = findBrowser();
  return { ...(executablePath ? { executablePath } : {}), args: [...browserArgs(), ...more] };
}
