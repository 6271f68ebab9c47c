import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { decode } from '../../src/scan/decode.ts';
import { greyOfPixels, greyOfPlane, type Pixels } from '../../src/scan/grey.ts';
import { linkQr } from '../../src/share/qr.ts';
import { beside, pixelsOfPicture, pixelsOfText } from './codes.ts';

beforeAll(() => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer as ArrayBuffer } });
});

const link = `https://holdfast.example/r.html#${'0123456789'.repeat(120)}`;
const inverted = ({ data, ...size }: Pixels): Pixels => ({ ...size, data: data.map(byte => 255 - byte) });

describe('reading codes', () => {
  test('our own link, as it is drawn', async () => {
    expect(await decode(greyOfPixels(pixelsOfPicture(linkQr(link), 3)), 'quick')).toEqual([link]);
  });

  test('every code there is in one picture', async () => {
    const three = ['ONE', 'TWO', 'THREE'].map(text => pixelsOfText(text, 5, 4));
    expect((await decode(greyOfPixels(beside(...three)), 'quick')).sort()).toEqual(['ONE', 'THREE', 'TWO']);
  });

  test('letters beyond ASCII', async () => {
    const said = 'Zoë’s café — ΩЖ漢字';
    expect(await decode(greyOfPixels(pixelsOfText(said, 10, 4)), 'quick')).toEqual([said]);
  });

  test('a picture without a code holds none', async () => {
    const data = Uint8ClampedArray.from({ length: 4 * 200 * 100 }, (_, i) => (i * 7919) % 256);
    expect(await decode(greyOfPixels({ data, width: 200, height: 100 }), 'thorough')).toEqual([]);
  });

  test('a light code on dark ground takes more effort', async () => {
    const grey = greyOfPixels(inverted(pixelsOfText('LIGHT ON DARK', 5, 4)));
    expect(await decode(grey, 'thorough')).toEqual(['LIGHT ON DARK']);
  });

  test('a picture of one pixel is no code and no crash', async () => {
    expect(await decode(greyOfPlane(new Uint8Array([9]), 1, 1, 1), 'thorough')).toEqual([]);
  });
});

describe('pictures without their colours', () => {
  const light = (grey: Uint8Array, count: number) => [...grey.slice(-count)];

  test('each colour weighs as much as the eye makes of it', () => {
    const data = Uint8ClampedArray.from(
      [
        [255, 0, 0, 255],
        [0, 255, 0, 255],
        [0, 0, 255, 255],
        [255, 255, 255, 255],
      ].flat(),
    );
    const grey = greyOfPixels({ data, width: 2, height: 2 });
    expect(light(grey, 4)).toEqual([76, 149, 29, 255]);
    expect(new TextDecoder().decode(grey.slice(0, -4))).toBe('P5\n2 2\n255\n');
  });

  test('what a camera puts behind each row of light is left out', () => {
    const plane = new Uint8Array([1, 2, 0, 0, 3, 4, 0, 0]);
    expect(light(greyOfPlane(plane, 4, 2, 2), 4)).toEqual([1, 2, 3, 4]);
  });
});
