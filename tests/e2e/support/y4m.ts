import { closeSync, openSync, writeSync } from 'node:fs';
import { PNG } from 'pngjs';

export interface Film {
  width?: number;
  height?: number;
  /** Frames a second. */
  rate?: number;
}

/** Writes screenshots, one a frame, into a file that Chromium plays as its camera, over and over. */
export function writeFilm(file: string, screenshots: readonly Uint8Array[], film: Film = {}): void {
  const { width = 1280, height = 720, rate = 10 } = film;
  const out = openSync(file, 'w');
  writeSync(out, `YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420jpeg\n`);
  // Grey only: both colour planes stay at their middle.
  const colour = new Uint8Array((width * height) / 2).fill(128);
  for (const screenshot of screenshots) {
    writeSync(out, 'FRAME\n');
    writeSync(out, toGrey(screenshot, width, height));
    writeSync(out, colour);
  }
  closeSync(out);
}

/** The picture as large as it fits, in the middle, on the grey of a table. */
function toGrey(screenshot: Uint8Array, width: number, height: number): Uint8Array {
  const from = PNG.sync.read(screenshot);
  const scale = Math.min(width / from.width, height / from.height);
  const left = Math.floor((width - from.width * scale) / 2);
  const top = Math.floor((height - from.height * scale) / 2);
  const grey = new Uint8Array(width * height).fill(120);
  for (let y = 0; y < Math.floor(from.height * scale); y++) {
    for (let x = 0; x < Math.floor(from.width * scale); x++) {
      grey[(y + top) * width + x + left] = average(from, x / scale, y / scale, 1 / scale);
    }
  }
  return grey;
}

/** The mean light of a `side`-sized square: a camera blends what falls on one of its points. */
function average(from: ReturnType<typeof PNG.sync.read>, x: number, y: number, side: number): number {
  const right = Math.max(Math.floor(x) + 1, Math.min(Math.floor(x + side), from.width));
  const bottom = Math.max(Math.floor(y) + 1, Math.min(Math.floor(y + side), from.height));
  let sum = 0;
  let points = 0;
  for (let row = Math.floor(y); row < bottom; row++) {
    for (let column = Math.floor(x); column < right; column++) {
      const at = 4 * (row * from.width + column);
      sum += from.data[at]! * 0.299 + from.data[at + 1]! * 0.587 + from.data[at + 2]! * 0.114;
      points += 1;
    }
  }
  return sum / points;
}
