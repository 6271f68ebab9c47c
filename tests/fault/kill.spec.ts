import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { browserArgs, findBrowser } from '../../scripts/browser.mjs';
import type { Found } from './fixture/main.ts';

const KILLS = process.env.HOLDFAST_LONG ? 200 : 30;
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

interface Fixture {
  open(): Promise<Found>;
  saveFrom(first: number, saved: (k: number) => void): Promise<void>;
}

const scratch = mkdtempSync(join(tmpdir(), 'vault-kill-'));
const pages = join(scratch, 'pages');
let server: Server;

test.beforeAll(async () => {
  await build({
    root: fileURLToPath(new URL('fixture', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: pages, target: 'es2022', assetsInlineLimit: 0 },
  });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(pages, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response
      .setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
      .end(readFileSync(file));
  });
  await new Promise<void>(resolve => void server.listen(0, 'localhost', resolve));
});

test.afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(scratch, { recursive: true, force: true });
});

/** Ends the browser and all its processes at once, as the system does when memory is short or the battery dies. */
const kill = async (browser: ChildProcess): Promise<void> => {
  const gone = new Promise(resolve => browser.once('exit', resolve));
  process.kill(-browser.pid!, 'SIGKILL');
  await gone;
};

const portOf = async (profile: string): Promise<string> => {
  for (let waited = 0; waited < 300; waited++) {
    await new Promise(resolve => setTimeout(resolve, 50));
    const file = join(profile, 'DevToolsActivePort');
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : '';
    if (port) return port;
  }
  throw new Error('the browser did not start');
};

/** A browser in a process group of its own, so that all of it can be killed. */
const start = async (profile: string) => {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const args = ['--headless', ...browserArgs, '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(findBrowser()!, [...args, 'about:blank'], { detached: true, stdio: 'ignore' });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`);
  const page = await browser.contexts()[0]!.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'vaultUnderTest' in window);
  return { child, browser, page };
};

/**
 * Chromium writes on behind the torn end of a log that a kill left, and takes it for corruption at the next start. So
 * the store makes it begin a new log when it opens; typing a PIN takes longer than that does.
 */
const newLog = (profile: string): Promise<void> => {
  const folder = join(profile, 'Default', 'IndexedDB');
  const read = () => {
    const ours = readdirSync(folder).find(name => name.endsWith('.leveldb'))!;
    return readFileSync(join(folder, ours, 'LOG'), 'utf8');
  };
  return expect.poll(read, { intervals: [20], timeout: 15_000 }).toContain('Level-0 table');
};

const openVault = (): Promise<Found> =>
  (window as unknown as { vaultUnderTest: Fixture }).vaultUnderTest.open();
const saveForEver = (first: number): Promise<void> => {
  const { vaultUnderTest, saved } = window as unknown as { vaultUnderTest: Fixture; saved(k: number): void };
  return vaultUnderTest.saveFrom(first, saved);
};

test(`${KILLS} kills in the middle of saves lose no acknowledged save and tear none`, async () => {
  test.setTimeout(KILLS * 20_000);
  const profile = join(scratch, 'profile');
  let acknowledged = 0;
  for (let round = 0; round <= KILLS; round++) {
    const { child, browser, page } = await start(profile);
    const found = await page.evaluate(openVault);
    expect(found, `after kill ${round}, save ${acknowledged} acknowledged`).toMatchObject({
      opens: 1,
      damage: 0,
    });
    expect(found.a).toBeGreaterThanOrEqual(acknowledged);
    expect(found.b).toBe(found.a);
    // The newest blob is that of the newest save that wrote one.
    expect(found.blob).toBe(found.a - (found.a % 5));
    const before = acknowledged;
    await newLog(profile);
    if (round < KILLS) {
      await page.exposeFunction('saved', (k: number) => {
        acknowledged = k;
      });
      page.evaluate(saveForEver, found.a + 1).catch(() => undefined);
      await expect.poll(() => acknowledged, { intervals: [10] }).toBeGreaterThan(before);
      await new Promise(resolve => setTimeout(resolve, Math.random() * 400));
    }
    await kill(child);
    await browser.close().catch(() => undefined);
  }
  expect(acknowledged).toBeGreaterThan(KILLS);
});
