import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { createReceiver } from '../../../src/share/moving/receiver.ts';
import { createSender } from '../../../src/share/moving/sender.ts';
import { frameQr, type QrPicture } from '../../../src/share/qr.ts';

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });
});

const SCALE = 3;

/** The picture in pixels. */
function pixelsOf({ d, size }: QrPicture): ImageData {
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
      for (let at = Number(x) * SCALE; at < (Number(x) + Number(run)) * SCALE; at++)
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
  return { data, width, height: width, colorSpace: 'srgb' } as ImageData;
}

it('a moving code is read from its pictures, whatever their sizes', async () => {
  const message = Uint8Array.from({ length: 9000 }, (_, at) => at * 31 + (at >> 8));
  const sender = createSender(message);
  const receiver = createReceiver();
  for (const version of [25, 30, 19, 15, 10, 40, 25, 25]) {
    const { text } = sender.frame(version);
    const [read] = await readBarcodes(pixelsOf(frameQr(text, version)), { formats: ['QRCode'] });
    expect(read).toMatchObject({ text, symbology: 'QRCode' });
    receiver.take(read!.text);
  }
  expect(receiver.message()).toEqual(message);
});
