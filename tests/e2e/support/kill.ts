import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContext, chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../../../scripts/browser.mjs';

export interface Victim {
  context: BrowserContext;
  /** SIGKILL to every process of the browser at once, as when a phone's battery drops out. */
  kill: () => Promise<void>;
}

/** A browser with the profile in `folder`, in a process group of its own, so that all of it can be killed. */
export async function openVictim(folder: string): Promise<Victim> {
  const child = spawn(
    findBrowser()!,
    [
      ...browserArgs(),
      '--headless=new',
      `--user-data-dir=${folder}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(child));
  return {
    context: browser.contexts()[0]!,
    kill: async () => {
      const gone = new Promise(done => child.once('exit', done));
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
      await browser.close();
    },
  };
}

/** Chromium prints where it can be reached. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    child.stderr!.on('data', chunk => {
      said += chunk;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) found(address);
    });
    child.once('exit', () => fail(new Error(`the browser ended: ${said.slice(-300)}`)));
  });
}
