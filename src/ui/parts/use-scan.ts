import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { createScanner, type Scanner } from '../../scan/client.ts';
import { type Camera, type CameraTrouble, useCamera } from './camera.ts';
import { useAwake } from './wake.ts';

const readTroubles = ['too-old', 'bad-file', 'too-big', 'stopped'] as const;

/** Why nothing was read: the camera's reasons, the decoder's, or no code in the picture. */
export type ScanTrouble = CameraTrouble | (typeof readTroubles)[number] | 'no-code';

/** What it does just now, for whoever can't see it. */
type Doing = 'asking' | 'looking' | 'reading' | null;

const troubleOf = (error: unknown): ScanTrouble =>
  readTroubles.find(one => error instanceof AppError && one === error.code) ?? 'stopped';

export interface ScanEvents {
  /**
   * All codes of one picture, at least one. Called for every frame that shows one, up to thirty times a second and
   * often with the same texts; it draws nothing by itself.
   */
  onTexts: (texts: readonly string[]) => void;
  /** Just before a picker or the browser's own question opens: leaving the app for it must not lock. */
  onAsk?: (() => void) | undefined;
  /** It is closed again. */
  onAsked?: (() => void) | undefined;
}

/** A camera and a decoder that work together, and what there is to say of them. */
export const useScan = ({ onTexts, onAsk, onAsked }: ScanEvents) => {
  const camera = useCamera();
  const decoder = useDecoder();
  const [trouble, setTrouble] = useState<ScanTrouble | null>(null);
  const [reading, setReading] = useState(false);
  const { at } = camera.state;
  useAwake(at === 'on');
  useFrames(camera, decoder, onTexts, error => {
    camera.source.stop();
    setTrouble(troubleOf(error));
  });

  const turnOn = async () => {
    setTrouble(null);
    try {
      decoder().warm();
    } catch (error) {
      return setTrouble(troubleOf(error));
    }
    onAsk?.();
    await camera.source.start();
    onAsked?.();
  };
  const openPicker = () => {
    camera.source.stop();
    onAsk?.();
  };
  const readPhoto = async (file: File) => {
    onAsked?.();
    setReading(true);
    setTrouble(null);
    try {
      const texts = await decoder().readPhoto(file);
      if (texts.length > 0) onTexts(texts);
      else setTrouble('no-code');
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setReading(false);
  };
  const wrong = camera.state.at === 'off' ? (trouble ?? camera.state.trouble) : undefined;
  const doing: Doing = reading ? 'reading' : ({ off: null, asking: 'asking', on: 'looking' } as const)[at];
  return { camera, wrong, doing, turnOn, openPicker, readPhoto };
};

/** The decoder, from the first time that it is asked for until this part goes away. */
const useDecoder = (): (() => Scanner) => {
  const ref = useRef<Scanner | null>(null);
  useEffect(() => () => ref.current?.close(), []);
  return () => {
    ref.current ??= createScanner();
    return ref.current;
  };
};

/** Looks at one frame after the other while the camera is on: the next one as soon as the last is read. */
const useFrames = (
  { state, video }: Camera,
  decoder: () => Scanner,
  onTexts: (texts: readonly string[]) => void,
  onFail: (error: unknown) => void,
): void => {
  // Whoever draws again while frames come in hands over new functions.
  const tell = useRef({ onTexts, onFail });
  tell.current = { onTexts, onFail };
  useEffect(() => {
    const view = video.current;
    if (state.at !== 'on' || !view) return;
    let here = true;
    const look = async () => {
      let texts: string[];
      try {
        texts = await decoder().readFrame(view);
      } catch (error) {
        if (here) tell.current.onFail(error);
        return;
      }
      if (!here) return;
      // First the next frame: what becomes of these texts must not keep it waiting.
      nextFrame(view, look);
      if (texts.length > 0) tell.current.onTexts(texts);
    };
    nextFrame(view, look);
    return () => {
      here = false;
    };
  }, [state.at]);
};

const nextFrame = (view: HTMLVideoElement, look: () => Promise<void>): void => {
  // Firefox before 132 knows only the screen's own beat.
  if ('requestVideoFrameCallback' in view) view.requestVideoFrameCallback(() => void look());
  else requestAnimationFrame(() => void look());
};
