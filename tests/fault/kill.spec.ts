import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../../scripts/browser.mjs';
import { expect, test } from '../e2e/support/network.ts';
import type { FoundHelp } from './fixture/help.ts';
import type { Found } from './fixture/main.ts';
import type { FoundMade } from './fixture/making.ts';
import type { FoundWays } from './fixture/ways.ts';
import { serveFixture } from './support/fixture.ts';

/** How many of each: in a restore, in an erase; every one of them is in a save, a line and a change of secrets too. */
const KILLS = process.env.HOLDFAST_LONG ? 200 : 3;
/** What an install is in the middle of after each of its three steps, see `fixture/making.ts`. */
const PHASES = ['restore', null, 'erase'] as const;
/** About as long as an erase takes, ms. */
const ERASE_MS = 30;

/** The newest of each that is on disk: a save, a line, a change of secrets, a step of beginning and ending installs. */
interface Newest {
  save: number;
  line: number;
  change: number;
  step: number;
}

/** The page's parts, which work side by side: see `fixture/`. */
interface Fixture {
  vaultUnderTest: {
    open(): Promise<Found>;
    saveFrom(first: number, saved: (k: number) => void): Promise<void>;
  };
  helpUnderTest: {
    open(): Promise<FoundHelp>;
    writeFrom(first: number, written: (k: number) => void): Promise<void>;
  };
  waysUnderTest: {
    open(known: number): Promise<FoundWays>;
    changeFrom(first: number, changed: (n: number) => void): Promise<void>;
  };
  makingUnderTest: {
    open(known: number): Promise<FoundMade>;
    makeFrom(first: number, said: (step: number) => Promise<void>): Promise<void>;
  };
  acknowledge(what: keyof Newest, k: number): Promise<void>;
}

interface FoundAll {
  readonly vault: Found;
  readonly help: FoundHelp;
  readonly ways: FoundWays;
  readonly made: FoundMade;
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

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

const portOf = async (profile: string): Promise<string> => {
  for (let waited = 0; waited < 300; waited++) {
    await pause(50);
    const file = join(profile, 'DevToolsActivePort');
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : '';
    if (port) return port;
  }
  throw new Error('the browser did not start');
};

/** A browser in a process group of its own, so that all of it can be killed. */
const start = async (profile: string) => {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const args = ['--headless', ...browserArgs(), '--remote-debugging-port=0', `--user-data-dir=${profile}`];
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

const openAll = async (known: Newest): Promise<FoundAll> => {
  const { vaultUnderTest, helpUnderTest, waysUnderTest, makingUnderTest } = window as unknown as Fixture;
  const [vault, help, ways, made] = await Promise.all([
    vaultUnderTest.open(),
    helpUnderTest.open(),
    waysUnderTest.open(known.change),
    makingUnderTest.open(known.step),
  ]);
  return { vault, help, ways, made };
};
const workForEver = async (first: Newest): Promise<void> => {
  const { vaultUnderTest, helpUnderTest, waysUnderTest, makingUnderTest, acknowledge } =
    window as unknown as Fixture;
  await Promise.all([
    vaultUnderTest.saveFrom(first.save, k => void acknowledge('save', k)),
    helpUnderTest.writeFrom(first.line, k => void acknowledge('line', k)),
    waysUnderTest.changeFrom(first.change, n => void acknowledge('change', n)),
    makingUnderTest.makeFrom(first.step / 3, step => acknowledge('step', step)),
  ]);
};

/** The newest that is there of saves and lines. Fails where something is torn. */
const newestOf = ({ vault, help }: FoundAll, after: string) => {
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

/** The newest change of secrets. Fails unless exactly one PIN opens, and one set of recovery words once there is one. */
const newestChange = ({ opens, record, damage }: FoundWays, known: number, after: string): number => {
  const newest = opens.at(-1) ?? -1;
  expect(newest, after).toBeGreaterThanOrEqual(known);
  expect(opens, after).toEqual(newest === 0 ? [0] : [newest - 1, newest]);
  expect(damage, after).toBe(0);
  expect([newest, newest + 1], after).toContain(record);
  return newest;
};

/** Fails where an install that landed is not whole, or one opens that was erased. The next one is 3 steps on. */
const nextInstall = ({ opens, whole }: FoundMade, known: number, after: string): number => {
  const [k, step] = [Math.floor(known / 3), known % 3];
  // Landed, and nothing else begun; landed but not yet said, or erasing, or neither.
  expect(step === 1 ? [k] : [k, null], after).toContain(opens);
  if (opens !== null) expect(whole, after).toBe(true);
  return 3 * (k + 1);
};

test(`${KILLS} kills in a restore and ${KILLS} in an erase, each in a save, in helping and in new secrets too: nothing acknowledged is lost, nothing torn`, async () => {
  test.setTimeout(KILLS * 60_000);
  const profile = join(scratch, 'profile');
  const acknowledged: Newest = { save: 0, line: 0, change: 0, step: 0 };
  const phase = () => PHASES[acknowledged.step % 3]!;
  const kills = { restore: 0, erase: 0 };
  const isEnough = () => Math.min(kills.restore, kills.erase) >= KILLS;
  for (let round = 0; ; round++) {
    const { child, browser, page } = await start(profile);
    const after = `after kill ${round}, ${JSON.stringify(acknowledged)} acknowledged`;
    const found = await page.evaluate(openAll, acknowledged);
    const newest = newestOf(found, after);
    expect(newest.save, after).toBeGreaterThanOrEqual(acknowledged.save);
    expect(newest.line, after).toBeGreaterThanOrEqual(acknowledged.line);
    const change = newestChange(found.ways, acknowledged.change, after);
    const step = nextInstall(found.made, acknowledged.step, after);
    const isLast = isEnough();
    if (!isLast) {
      const before = { ...acknowledged };
      await newLog(profile);
      await page.exposeFunction('acknowledge', (what: keyof Newest, k: number) => {
        acknowledged[what] = k;
      });
      const first = { save: newest.save + 1, line: newest.line + 1, change: change + 1, step };
      page.evaluate(workForEver, first).catch(() => undefined);
      for (const what of ['save', 'line', 'change', 'step'] as const)
        await expect.poll(() => acknowledged[what], { intervals: [10] }).toBeGreaterThan(before[what]);
      const wanted = kills.erase < kills.restore ? 'erase' : 'restore';
      await expect.poll(phase, { intervals: [1] }).toBe(wanted);
      await pause(Math.random() * (wanted === 'erase' ? ERASE_MS : 400));
      const hit = phase();
      if (hit) kills[hit] += 1;
    }
    await kill(child);
    await browser.close().catch(() => undefined);
    if (isLast) break;
  }
  for (const what of ['save', 'line', 'change', 'step'] as const)
    expect(acknowledged[what]).toBeGreaterThan(KILLS);
});
