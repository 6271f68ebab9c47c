import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { installedFiles } from '../../scripts/sizes.mjs';
import { typePin } from '../e2e/support/person.ts';
import { atMost, median, type Row } from './support/row.ts';
import { openShare } from './support/share.ts';

const ROUNDS = 5;

/** Lighthouse's slow 4G, applied by DevTools: 150 ms × 3.75, 1.6 Mbit/s × 0.9 down, 750 kbit/s × 0.9 up. */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1_600_000 * 0.9) / 8,
  uploadThroughput: (750_000 * 0.9) / 8,
};

/** How long, and how much, until people can use what they came for. */
export async function run(): Promise<Row[]> {
  const app = await serve({ dir: at('dist') });
  const bare = await serve({ dir: at('.cache/bench/bare') });
  const browser = await chromium.launch(launchOptions());
  try {
    const first = await filesUntil(browser, '1', page => page.goto(app.url));
    const locked = await filesUntil(browser, '1', page => page.goto(app.url), makeInstall(app.url));
    const reader = await filesUntil(browser, 'shared', page => openShare(page, app.url));
    const code = /\.(js|css)$/;
    return [
      atMost('load.first.kB', kB(first.filter(file => code.test(file))), 'kB', 25, 'Phanpy 461, KeeWeb 426'),
      atMost(
        'load.locked.kB',
        kB(locked.filter(file => code.test(file))),
        'kB',
        25,
        'the same, with a PIN to type',
      ),
      await compare(browser, app.url, bare.url),
      atMost('load.reader.kB', kB(reader), 'kB', 250),
      atMost('load.install.kB', kB(installedFiles()), 'kB', 900),
    ];
  } finally {
    await browser.close();
    await app.close();
    await bare.close();
  }
}

/** In turn, so that whatever else the machine does falls on both. */
async function compare(browser: Browser, app: string, bare: string): Promise<Row> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await slowLoad(browser, app));
    theirs.push(await slowLoad(browser, bare));
  }
  const seconds = (times: number[]) => (median(times) / 1000).toFixed(2);
  const said = `${seconds(ours)} s and ${seconds(theirs)} s`;
  return atMost('load.first.ratio', median(ours) / median(theirs), '×', 1.5, said);
}

async function slowLoad(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const mark = await watchFor(page, '1');
  await page.goto(url, { waitUntil: 'commit' });
  const { after } = await mark();
  await context.close();
  return after;
}

/** Everything the page asked for before its mark, as paths in dist/. */
async function filesUntil(
  browser: Browser,
  value: string,
  open: (page: Page) => Promise<unknown>,
  first: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  // Without a service worker, so that each page asks for all it needs.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await first(await context.newPage());
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const requests: Request[] = [];
  page.on('requestfinished', request => requests.push(request));
  const mark = await watchFor(page, value);
  await open(page);
  const { at: markedAt } = await mark();
  const before = requests.filter(request => request.timing().startTime <= markedAt);
  const files = before.map(request => new URL(request.url()).pathname.slice(1));
  await context.close();
  return [...new Set(files)].filter(file => /\.(js|css|wasm)$/.test(file));
}

const makeInstall = (url: string) => async (page: Page) => {
  await page.goto(url);
  await page.getByRole('button', { name: 'Start mine' }).click();
  await page.getByRole('button', { name: /^A PIN/ }).click();
  await typePin(page, '805316', 'Next');
  await typePin(page, '805316', 'Lock it');
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  await page.close();
};

/** Notes the moment when the page says `<html data-ready="value">`. */
async function watchFor(page: Page, value: string): Promise<() => Promise<{ after: number; at: number }>> {
  await page.addInitScript(wanted => {
    // It may be said and taken back within one task, so the old values count too.
    const look = (changes: MutationRecord[]) => {
      const said = document.documentElement?.dataset.ready === wanted;
      if ('marked' in window || (!said && !changes.some(({ oldValue }) => oldValue === wanted))) return;
      const after = performance.now();
      Object.assign(window, { marked: { after, at: performance.timeOrigin + after } });
    };
    new MutationObserver(look).observe(document, {
      attributeFilter: ['data-ready'],
      attributeOldValue: true,
      subtree: true,
      childList: true,
    });
  }, value);
  return async () => {
    const marked = await page.waitForFunction(
      () => (window as unknown as { marked?: { after: number; at: number } }).marked,
      undefined,
      { timeout: 60_000 },
    );
    return (await marked.jsonValue())!;
  };
}

/** Each file packed by itself, as a host sends it. */
const kB = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(at('dist'), file)), { level: 9 }).length, 0) /
  1000;
