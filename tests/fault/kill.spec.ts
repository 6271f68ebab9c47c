import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { browserArgs, findBrowser } from '../../scripts/browser.mjs';
import type { FoundHelp } from './fixture/help.ts';
import type { Found } from './fixture/main.ts';
import { serveFixture } from './support/fixture.ts';

const KILLS = process.env.HOLDFAST_LONG ? 200 : 8;

/** The pages' two parts, which work side by side: a vault that is saved to, and one while someone helps. */
interface Fixture {
  vaultUnderTest: {
    open(): Promise<Found>;
    saveFrom(first: number, saved: (k: number) => void): Promise<void>;
  };
  helpUnderTest: {
    open(): Promise<FoundHelp>;
    writeFrom(first: number, written: (k: number) => void): Promise<void>;
  };
  /** The newest save, and the newest line written, that is on disk. */
  acknowledge(what: 'save' | 'line', k: number): void;
}

const scratch = mkdtempSync(join(tmpdir(), 'vault-kill-'));
let server: Awaited<ReturnType<typeof serveFixture>>;

test.beforeAll(async () => {
  server = await serveFixture();
});

test.afterAll(async () => {
  await server.close();
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
  await page.goto(server.url);
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

const openBoth = async (): Promise<{ vault: Found; help: FoundHelp }> => {
  const { vaultUnderTest, helpUnderTest } = window as unknown as Fixture;
  const [vault, help] = await Promise.all([vaultUnderTest.open(), helpUnderTest.open()]);
  return { vault, help };
};
const saveForEver = async (first: { save: number; line: number }): Promise<void> => {
  const { vaultUnderTest, helpUnderTest, acknowledge } = window as unknown as Fixture;
  await Promise.all([
    vaultUnderTest.saveFrom(first.save, k => acknowledge('save', k)),
    helpUnderTest.writeFrom(first.line, k => acknowledge('line', k)),
  ]);
};

/** The newest that is there of both. Fails where something is torn. */
const newestOf = ({ vault, help }: { vault: Found; help: FoundHelp }, after: string) => {
  expect(vault, after).toMatchObject({ opens: 1, damage: 0 });
  expect(vault.b, after).toBe(vault.a);
  // The newest blob is that of the newest save that wrote one.
  expect(vault.blob, after).toBe(vault.a - (vault.a % 5));
  expect(help, after).toMatchObject({ damage: 0 });
  // What was taken in is in the inbox no more, and nothing that waits there is older.
  const newest = help.inbox ?? help.taken;
  expect(newest, after).toBeGreaterThanOrEqual(help.taken);
  return { save: vault.a, line: newest };
};

test(`${KILLS} kills in the middle of saves and while someone helps: nothing acknowledged is lost, nothing torn`, async () => {
  test.setTimeout(KILLS * 20_000);
  const profile = join(scratch, 'profile');
  const acknowledged = { save: 0, line: 0 };
  for (let round = 0; round <= KILLS; round++) {
    const { child, browser, page } = await start(profile);
    const after = `after kill ${round}, ${JSON.stringify(acknowledged)} acknowledged`;
    const found = await page.evaluate(openBoth);
    const newest = newestOf(found, after);
    expect(newest.save, after).toBeGreaterThanOrEqual(acknowledged.save);
    expect(newest.line, after).toBeGreaterThanOrEqual(acknowledged.line);
    const before = { ...acknowledged };
    await newLog(profile);
    if (round < KILLS) {
      await page.exposeFunction('acknowledge', (what: keyof typeof acknowledged, k: number) => {
        acknowledged[what] = k;
      });
      page.evaluate(saveForEver, { save: newest.save + 1, line: newest.line + 1 }).catch(() => undefined);
      await expect.poll(() => acknowledged.save, { intervals: [10] }).toBeGreaterThan(before.save);
      await expect.poll(() => acknowledged.line, { intervals: [10] }).toBeGreaterThan(before.line);
      await new Promise(resolve => setTimeout(resolve, Math.random() * 400));
    }
    await kill(child);
    await browser.close().catch(() => undefined);
  }
  expect(acknowledged.save).toBeGreaterThan(KILLS);
  expect(acknowledged.line).toBeGreaterThan(KILLS);
});
