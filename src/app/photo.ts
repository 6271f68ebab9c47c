import type { FileValue } from '../domain/item.ts';
import { AppError } from '../lib/error.ts';

/** Long side of a kept photo, px: a page of A4 print stays readable. */
const LONG_SIDE = 1_600;
const QUALITY = 0.8;
/** Largest PDF taken in, bytes. */
const PDF_LIMIT = 10_000_000;

export interface TakenIn {
  bytes: Uint8Array<ArrayBuffer>;
  value: Omit<FileValue, 'blob'>;
}

/**
 * A picked photo, downscaled and stripped of everything but its pixels (place, time and camera go), or a PDF as
 * it is. Throws AppError: bad-file when the browser can't read it, too-big for a PDF over 10 MB.
 */
export const takeIn = async (file: Blob): Promise<TakenIn> => {
  if (file.type === 'application/pdf') return takePdf(file);
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    (error: unknown) => {
      throw new AppError('bad-file', error);
    },
  );
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new AppError('bad-file');
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const bytes = new Uint8Array(await small.arrayBuffer());
  return { bytes, value: { type: 'image/jpeg', size: bytes.length, width, height } };
};

const takePdf = async (file: Blob): Promise<TakenIn> => {
  if (file.size > PDF_LIMIT) throw new AppError('too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A PDF begins with "%PDF-" (ISO 32000-1, 7.5.2).
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== '%PDF-') throw new AppError('bad-file');
  return { bytes, value: { type: 'application/pdf', size: bytes.length } };
};
