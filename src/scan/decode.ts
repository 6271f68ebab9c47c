import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Grey } from './grey.ts';

/** How hard to look. A frame of a camera is soon followed by another; a picked picture is all there is. */
export type Effort = 'quick' | 'thorough';

/** QR codes alone. A code finds its own way round, so no try at turned pictures. */
const qr: ReaderOptions = { formats: ['QRCode'], tryRotate: false, textMode: 'Plain' };

const options: Record<Effort, ReaderOptions> = {
  quick: { ...qr, tryInvert: false, tryDownscale: false },
  thorough: { ...qr, tryDenoise: true },
};

/** What every QR code in the picture says, in no order; none when there is no code. Throws when the wasm is not there. */
export const decode = async (picture: Grey, effort: Effort): Promise<string[]> =>
  (await readBarcodes(picture, options[effort])).map(({ text }) => text);
