import { AppError } from '../lib/error.ts';
import { fitted, openPicture } from '../lib/picture.ts';
import { workerUrl } from '../lib/trusted.ts';
import { createDrawing, frameOf } from './frames.ts';
import type { Answer, Ask } from './scan-worker.ts';
import url from './scan-worker.ts?worker&url';

/** Long side of a picked picture as it is looked at, px: a dense code that fills a third of a photo stays sharp. */
const LONG_SIDE = 3_000;

/**
 * Reads QR codes: pictures in, strings out, all of it on this device. One picture is looked at at a time; others
 * wait their turn. Every read may throw AppError: 'too-old' where WebAssembly or workers are missing, 'stopped'
 * where their files did not come or the scanner was closed. The next read tries anew.
 */
export interface Scanner {
  /** Starts the worker, so that it is ready when the first picture comes. Optional. Throws AppError('too-old'). */
  warm(): void;
  /** What the codes in the frame now shown say. None where there is no code, or no frame yet. */
  readFrame(video: HTMLVideoElement): Promise<string[]>;
  /** The same, with more effort, for a picked photo or screenshot. Throws AppError 'bad-file' and 'too-big' too. */
  readPhoto(file: Blob): Promise<string[]>;
  /** Ends the worker. Who still waits for an answer gets 'stopped'. */
  close(): void;
}

interface Engine {
  ask(ask: Ask): Promise<string[]>;
  end(): void;
}

const createEngine = (onEnd: () => void): Engine => {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') throw new AppError('too-old');
  const worker = new Worker(workerUrl(url), { type: 'module' });
  let fail: (error: AppError) => void = () => undefined;
  let broken: AppError | null = null;
  const stop = (error: AppError): void => {
    broken ??= error;
    worker.terminate();
    fail(broken);
    onEnd();
  };
  // A browser that knows no such workers says what it stumbled over; a file that did not come says nothing.
  worker.onerror = ({ message }) => stop(new AppError(message ? 'too-old' : 'stopped', message));
  return {
    ask: ask =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        fail = reject;
        worker.onmessage = ({ data }: MessageEvent<Answer>) =>
          data.texts ? resolve(data.texts) : stop(new AppError('stopped'));
        const { picture } = ask;
        worker.postMessage(ask, 'data' in picture ? [picture.data.buffer] : [picture]);
      }),
    end: () => stop(new AppError('stopped')),
  };
};

/** The worker while there is one: started when it is first needed, and anew after it broke. */
const createEngines = () => {
  let engine: Engine | null = null;
  let closed = false;
  return {
    now: (): Engine => {
      if (closed) throw new AppError('stopped');
      engine ??= createEngine(() => {
        engine = null;
      });
      return engine;
    },
    close: () => {
      closed = true;
      engine?.end();
    },
  };
};

/** A scanner that starts its worker with the first picture. Close it: the decoder holds some 20 MB. */
export const createScanner = (): Scanner => {
  const engines = createEngines();
  const draw = createDrawing();
  // Until it proves that it can't: a frame goes over without a copy, and its light comes out without its colours.
  let whole = true;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (read: () => Promise<string[]>): Promise<string[]> => {
    const now = turn.then(read);
    turn = now.catch(() => undefined);
    return now;
  };

  const readFrame = async (video: HTMLVideoElement): Promise<string[]> => {
    const { ask } = engines.now();
    if (video.readyState < video.HAVE_CURRENT_DATA) return [];
    const frame = whole ? frameOf(video) : null;
    const texts = frame && (await ask({ picture: frame, effort: 'quick' }).catch(() => null));
    if (texts) return texts;
    whole = false;
    const picture = draw(video, { width: video.videoWidth, height: video.videoHeight });
    return engines.now().ask({ picture, effort: 'quick' });
  };
  const readPhoto = async (file: Blob): Promise<string[]> => {
    const photo = await openPicture(file);
    try {
      const picture = draw(photo, fitted(photo, LONG_SIDE));
      return await engines.now().ask({ picture, effort: 'thorough' });
    } finally {
      photo.close();
    }
  };
  return {
    warm: () => void engines.now(),
    readFrame: video => inTurn(() => readFrame(video)),
    readPhoto: file => inTurn(() => readPhoto(file)),
    close: engines.close,
  };
};
