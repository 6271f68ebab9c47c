import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../../../scripts/browser.mjs';
import { at } from '../../../scripts/run.mjs';

/**
 * A browser of its own, another device, whose camera sees the film (see writeFilm). Close it when done. With `asks`
 * only a page with the permission 'camera' may use it.
 */
export const openCameraBrowser = (film: string, { asks = false } = {}): Promise<Browser> =>
  chromium.launch(
    launchOptions(
      '--use-fake-device-for-media-stream',
      ...(asks ? [] : ['--use-fake-ui-for-media-stream']),
      `--use-file-for-fake-video-capture=${film}`,
    ),
  );

/** Points an ordinary camera at the film and gives the first `count` different codes that it reads. */
export async function scan(film: string, { count = 1, timeout = 20_000 } = {}): Promise<string[]> {
  const server = await servePage();
  const browser = await openCameraBrowser(film);
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const read = await page.waitForFunction(
      wanted => {
        const { seen } = window as unknown as { seen?: string[] };
        return seen && seen.length >= wanted ? seen : null;
      },
      count,
      { timeout },
    );
    return (await read.jsonValue()) as string[];
  } finally {
    await browser.close();
    server.close();
  }
}

const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** The scanner and its decoder, from node_modules: nothing comes from outside. */
async function servePage(): Promise<{ url: string; close: () => void }> {
  const page = readFileSync(fileURLToPath(new URL('scan.html', import.meta.url)));
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (path.startsWith('/zxing/')) {
      response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain');
      response.end(readFileSync(at('node_modules/zxing-wasm/dist', path.slice('/zxing/'.length))));
    } else {
      response.setHeader('Content-Type', 'text/html').end(page);
    }
  });
  await new Promise<void>(done => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
