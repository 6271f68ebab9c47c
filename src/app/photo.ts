import type { FileValue } from '../domain/item.ts';
import { AppError } from '../lib/error.ts';
import { fitted, openPicture } from '../lib/picture.ts';

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
 * it is. What a file is, its first bytes say: a name or a type can lie. Throws AppError: bad-file when the browser
 * can't read it, too-big for a PDF over 10 MB or a picture that would fill the phone's memory.
 */
export const takeIn = async (file: Blob): Promise<TakenIn> => {
  const head = new Uint8Array(await file.slice(0, PDF_HEAD.length).arrayBuffer());
  return String.fromCharCode(...head) === PDF_HEAD ? takePdf(file) : takePhoto(file);
};

/** ISO 32000-1, 7.5.2 */
const PDF_HEAD = '%PDF-';

const takePdf = async (file: Blob): Promise<TakenIn> => {
  if (file.size > PDF_LIMIT) throw new AppError('too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, value: { type: 'application/pdf', size: bytes.length } };
};

const takePhoto = async (file: Blob): Promise<TakenIn> => {
  const picture = await openPicture(file);
  const { width, height } = fitted(picture, LONG_SIDE);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new AppError('bad-file');
  // A JPEG has no clear ground: black words on one would be kept as black on black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const bytes = new Uint8Array(await small.arrayBuffer());
  return { bytes, value: { type: 'image/jpeg', size: bytes.length, width, height } };
};
