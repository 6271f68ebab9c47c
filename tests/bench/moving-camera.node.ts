import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { typeByte } from '../../src/share/message.ts';
import { createSender } from '../../src/share/moving/sender.ts';
import { frameQr } from '../../src/share/qr.ts';
import { openCameraBrowser } from '../e2e/support/camera.ts';
import { writeFilm } from '../e2e/support/y4m.ts';
import { pixelsOfPicture, pngOf } from '../scan/codes.ts';
import { atMost, median, type Row } from './support/row.ts';
import { seeded } from './support/seeded.ts';

/*
 * 32 kB through a camera: the built app's own reader's page, in Chromium at 4× CPU throttle, whose camera plays the
 * frames at 10 a second. CDP throttles a page's main thread; the decoder's worker runs at the machine's own speed, and
 * what it takes there is said beside the figure by `moving.camera.drawn`, where frames are drawn on the main thread.
 */
const LENGTH = 32_000;
const VERSION = 25;
const RATE = 10;
const RUNS = 3;
const THROTTLE = 4;

/** A share under code words as the camera brings it; what is in it is never opened here. */
function message(): Uint8Array {
  const random = seeded(LENGTH);
  const bytes = Uint8Array.from({ length: LENGTH }, () => random() * 256);
  bytes[0] = typeByte('words');
  return bytes;
}

/** Notes in the page when the first part and when the last had come. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen: { first?: number; last?: number } = {};
    Object.assign(window, { seen });
    const look = (): void => {
      if (document.querySelector('progress')) seen.first ??= performance.now();
      if (document.querySelector('.r-words')) seen.last ??= performance.now();
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });

/** Milliseconds from the first frame that was read to the whole message, that frame's own time included. */
async function receive(film: string, url: string, isDrawn: boolean): Promise<number> {
  const browser = await openCameraBrowser(film);
  try {
    const page = await browser.newPage();
    await watch(page);
    if (isDrawn) await page.addInitScript(() => Reflect.deleteProperty(window, 'VideoFrame'));
    await page.goto(`${url}r.html`);
    const cdp = await page.context().newCDPSession(page);
    await page.getByRole('button', { name: 'Receive from a phone' }).click();
    await page.getByRole('img', { name: 'Code to scan' }).waitFor();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await page.locator('.r-words').waitFor({ timeout: 120_000 });
    return await page
      .evaluate(() => {
        const { seen } = window as unknown as { seen: { first: number; last: number } };
        return seen.last - seen.first;
      })
      .then(between => between + 1000 / RATE);
  } finally {
    await browser.close();
  }
}

/** Measures the way through the camera. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-film-'));
  const film = join(folder, 'film.y4m');
  const sender = createSender(message());
  const frames = sender.needed(VERSION);
  // More than are needed, so that a late or a lost one is made up by another and not by waiting for a whole turn.
  const pictures = Array.from({ length: 2 * frames }, () => frameQr(sender.frame(VERSION).text, VERSION));
  writeFilm(
    film,
    pictures.map(picture => pngOf(pixelsOfPicture(picture, 5))),
    { rate: RATE },
  );
  const server = await serve({ dir: 'dist' });
  try {
    const own = (frames * 1000) / RATE;
    const ratios = { worker: [] as number[], drawn: [] as number[] };
    for (let round = 0; round < RUNS; round++) {
      ratios.worker.push((await receive(film, server.url, false)) / own);
      ratios.drawn.push((await receive(film, server.url, true)) / own);
    }
    const all = (values: readonly number[]): string => values.map(value => value.toFixed(2)).join(' ');
    return [
      atMost(
        'moving.camera',
        median(ratios.worker),
        '× own time',
        1.15,
        `${frames} frames, ${all(ratios.worker)}`,
      ),
      {
        name: 'moving.camera.drawn',
        value: median(ratios.drawn),
        unit: '× own time',
        bar: null,
        holds: null,
        peers: `without VideoFrame: drawn on the throttled thread, ${all(ratios.drawn)}`,
      },
    ];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
