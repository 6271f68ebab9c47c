import { AppError } from '../lib/error.ts';
import type { Pixels } from './grey.ts';

type Size = Pick<Pixels, 'width' | 'height'>;

/** The frame now shown, without a copy; null where the browser knows no such thing (Firefox before 130). */
export const frameOf = (video: HTMLVideoElement): VideoFrame | null => {
  try {
    return new VideoFrame(video);
  } catch {
    return null;
  }
};

/** Draws pictures and hands out their pixels, on one canvas. Throws AppError('bad-file') where there is no room for it. */
export const createDrawing = (): ((picture: CanvasImageSource, size: Size) => Pixels) => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return (picture, { width, height }) => {
    if (!pen) throw new AppError('bad-file');
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    // Dark on a clear ground would be dark on dark.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height);
  };
};
