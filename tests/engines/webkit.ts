import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/run.mjs';
import type { Driver } from './driver.ts';
import { type Command, driveOver } from './wire.ts';

type Params = Readonly<Record<string, unknown>>;

/** Where each command goes in a session, by the standard. */
const PATHS: Readonly<Record<Command, (params: Params) => [method: string, path: string]>> = {
  navigate: () => ['POST', '/url'],
  script: () => ['POST', '/execute/async'],
  findAll: () => ['POST', '/elements'],
  click: ({ id }) => ['POST', `/element/${id}/click`],
  keys: ({ id }) => ['POST', `/element/${id}/value`],
  quit: () => ['DELETE', ''],
};

/** What it takes: the driver, the small browser that WebKitGTK brings, and a screen to draw on that nobody sees. */
export interface WebKitPaths {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** WebKitGTK's MiniBrowser, through its own WebDriver, on a screen of its own. */
export async function openWebKit(paths: WebKitPaths, wall: number): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'holdfast-webkit-'));
  const screen = await openScreen(paths.screen);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`], {
    // Nothing of a home that is there already: no profile, no session, no bus.
    env: { ...process.env, DISPLAY: screen.display, HOME: home, XDG_RUNTIME_DIR: home, NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const call = async (method: string, path: string, body?: Params): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const wayOut = [`--proxy=http://localhost:${wall}`, '--ignore-host=localhost'];
  const options = { binary: paths.browser, args: ['--automation', ...wayOut] };
  const session = (await untilListening(() =>
    call('POST', '', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
  )) as { sessionId: string; capabilities: { browserVersion: string } };
  const own = `/${session.sessionId}`;
  await call('POST', `${own}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  await call('POST', `${own}/window/rect`, SIZE);
  return driveOver({
    name: `WebKitGTK ${session.capabilities.browserVersion}`,
    call: (command, params) => {
      const [method, path] = PATHS[command](params);
      return call(method, own + path, params);
    },
    close: async () => {
      await end(driver);
      await end(screen.child);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}

const SIZE = { width: 500, height: 900 };

/**
 * A screen with a number that is free, which Xvfb picks and says on its fourth stream. Nobody manages its windows, so
 * the one under the pointer has the focus: the screen is no larger than the window, for the app covers itself without.
 */
async function openScreen(binary: string): Promise<{ child: ChildProcess; display: string }> {
  const screen = `${SIZE.width}x${SIZE.height}x24`;
  const child = spawn(binary, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const number = await new Promise<string>((done, fail) => {
    child.stdio[3]!.once('data', said => done(String(said).trim()));
    child.once('exit', () => fail(new Error('Xvfb did not start')));
  });
  return { child, display: `:${number}` };
}

const untilListening = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tried = 0; ; tried++) {
    try {
      return await work();
    } catch (error) {
      // "fetch failed" while nobody listens yet; anything else is an answer.
      if (!(error instanceof TypeError) || tried > 100) throw error;
      await new Promise(done => setTimeout(done, 50));
    }
  }
};

/** Ends a process and those it started. */
async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise(done => child.once('exit', done));
  process.kill(-child.pid!, 'SIGTERM');
  await gone;
}
