import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { atMost, type Row } from './support/row.ts';
import type { unlockBench } from './support/unlock.ts';

const COUNT = 10_000;
const ROUNDS = 12;
/** How much slower a cheap phone is. */
const TIMES = 4;
/** One turn of standing still and running, ms. */
const TURN = 20;

/** The unlock of a large record beside its KDF alone, on a processor made four times slower. */
export async function run(): Promise<Row[]> {
  const server = await serve({ dir: at('.cache/bench/page') });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}tests/bench/support/page.html`);
    const measure = () =>
      page.evaluate(
        ([count, rounds]) =>
          (window as unknown as { unlockBench: typeof unlockBench }).unlockBench(count, rounds),
        [COUNT, ROUNDS] as const,
      );
    const [fast, fastAlone] = await measure();
    const stop = await slowDown(browser);
    const [ours, theirs] = await measure().finally(stop);
    const said = `unlock ${ours.toFixed(0)} ms, KDF ${theirs.toFixed(0)} ms; at full speed ${fast.toFixed(0)} and ${fastAlone.toFixed(0)} ms`;
    return [atMost('vault.unlock10k', ours / theirs, '× KDF', 1.3, said)];
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Lets the pages' processes run a quarter of the time. The browser's own throttling would slow the page down and leave
 * its workers as they are, where the key is derived.
 */
async function slowDown(browser: Browser): Promise<() => void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const tell = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const id of pages) process.kill(id, signal);
  };
  let running = setTimeout(() => undefined);
  const turn = () => {
    tell('SIGCONT');
    running = setTimeout(() => {
      tell('SIGSTOP');
      running = setTimeout(turn, (TURN * (TIMES - 1)) / TIMES);
    }, TURN / TIMES);
  };
  turn();
  return () => {
    clearTimeout(running);
    tell('SIGCONT');
  };
}
