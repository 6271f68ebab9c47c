import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';

const wasmBinary = readFileSync(
  createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
);
prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer as ArrayBuffer } });

/** The code on the screen, as a decoder sees it in a picture of the screen. Throws when there is none. */
export async function findCode(page: Page): Promise<ReadResult> {
  const picture = await page.screenshot();
  const [found] = await readBarcodes(new Blob([new Uint8Array(picture)]), { formats: ['QRCode'] });
  if (!found) throw new Error('no code on the screen');
  return found;
}

/** What the code on the screen says. */
export const readCode = async (page: Page): Promise<string> => (await findCode(page)).text;
