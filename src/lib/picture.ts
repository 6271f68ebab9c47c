import { AppError } from './error.ts';

/** Largest picture taken in: a cheap phone's memory holds four bytes for each of its pixels while it is made smaller. */
const PIXEL_LIMIT = 70_000_000;
const BYTE_LIMIT = 60_000_000;

const bad = (error?: unknown): never => {
  throw new AppError('bad-file', error);
};

/**
 * Unpacks a picked picture, the right way up. Close it when done. Throws AppError: bad-file when the browser can't
 * read it, too-big for one that would fill the phone's memory.
 */
export const openPicture = async (file: Blob): Promise<ImageBitmap> => {
  if (file.size > BYTE_LIMIT || (await pixelsIn(file)) > PIXEL_LIMIT) throw new AppError('too-big');
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(bad);
};

/** The size a picture has once its long side is no longer than `longSide`, px. It never grows. */
export const fitted = ({ width, height }: { width: number; height: number }, longSide: number) => {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
};

/** How many pixels a picture says it has. An `<img>` reads that without unpacking them: a small file can hold many. */
const pixelsIn = async (file: Blob): Promise<number> => {
  const address = URL.createObjectURL(file);
  const picture = new Image();
  try {
    await new Promise((done, fail) => {
      picture.onload = done;
      picture.onerror = fail;
      picture.src = address;
    }).catch(bad);
    return picture.naturalWidth * picture.naturalHeight;
  } finally {
    URL.revokeObjectURL(address);
  }
};
