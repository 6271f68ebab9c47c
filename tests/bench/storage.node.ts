import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { Filling } from './support/fill.ts';
import type { Row } from './support/row.ts';

const FILLINGS = [
  ['empty', { items: 0, photos: 0 }],
  ['1k', { items: 1000, photos: 0 }],
  ['10k', { items: 10_000, photos: 0 }],
  ['100photos', { items: 0, photos: 100 }],
] as const;

/** What the second lane costs: bytes on disk, and the time of a small save, with it and without. */
export async function run(): Promise<Row[]> {
  const server = await serve({ dir: at('.cache/bench/page') });
  const rows: Row[] = [];
  try {
    for (const [name, what] of FILLINGS) {
      const one = await measure(server.url, { ...what, mirrored: false });
      const both = await measure(server.url, { ...what, mirrored: true });
      rows.push(
        figure(`storage.${name}.MB`, both.bytes / 1e6, 'MB', one.bytes / 1e6),
        figure(`storage.${name}.save`, both.save, 'ms', one.save),
      );
    }
  } finally {
    await server.close();
  }
  return rows;
}

const figure = (name: string, value: number, unit: string, one: number): Row => ({
  name,
  value,
  unit,
  bar: null,
  holds: null,
  peers: `one lane alone ${Number(one.toPrecision(4))} ${unit}`,
});

/** In a browser and a profile of its own, closed before the files are counted. */
async function measure(url: string, filling: Filling): Promise<{ bytes: number; save: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-storage-'));
  try {
    const context = await chromium.launchPersistentContext(folder, launchOptions());
    const page = context.pages()[0]!;
    await page.goto(`${url}tests/bench/support/page.html`);
    const save = await page.evaluate(
      wanted => (window as unknown as { fill(what: Filling): Promise<number> }).fill(wanted),
      filling,
    );
    await context.close();
    return { bytes: bytesIn(join(folder, 'Default', 'IndexedDB')), save };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
