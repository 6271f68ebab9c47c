import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import type { Pixels } from '../../src/scan/grey.ts';
import type { QrPicture } from '../../src/share/qr.ts';

/** Pixels, red to blue alike, of one grey for each point. */
const pixelsFrom = (width: number, height: number, light: (x: number, y: number) => number): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    data.fill(light(i % width, Math.floor(i / width)), 4 * i, 4 * i + 3);
  }
  return { data, width, height };
};

/** A code as the app draws it, its path filled in by hand: `scale` pixels for each module. */
export const pixelsOfPicture = ({ d, size }: QrPicture, scale: number): Pixels => {
  const dark = new Uint8Array(size * size);
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    const from = Number(y) * size + Number(x);
    dark.fill(1, from, from + Number(run));
  }
  return pixelsFrom(size * scale, size * scale, (x, y) =>
    dark[Math.floor(y / scale) * size + Math.floor(x / scale)] ? 0 : 255,
  );
};

/** A code of this text at this version, 4 light modules round it. */
export const pixelsOfText = (text: string, version: number, scale: number): Pixels => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'L', version });
  const side = (modules.size + 8) * scale;
  const at = (value: number) => Math.floor(value / scale) - 4;
  const inside = (value: number) => value >= 0 && value < modules.size;
  return pixelsFrom(side, side, (x, y) =>
    inside(at(x)) && inside(at(y)) && modules.get(at(y), at(x)) ? 0 : 255,
  );
};

/** Several pictures of one height side by side. */
export const beside = (...all: Pixels[]): Pixels => {
  const height = all[0]!.height;
  const width = all.reduce((sum, one) => sum + one.width, 0);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let left = 0;
  for (const one of all) {
    for (let y = 0; y < height; y++) {
      const row = one.data.subarray(4 * y * one.width, 4 * (y + 1) * one.width);
      data.set(row, 4 * (y * width + left));
    }
    left += one.width;
  }
  return { data, width, height };
};

/** As a file that can be picked. */
export const pngOf = ({ data, width, height }: Pixels): Buffer => {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png);
};
