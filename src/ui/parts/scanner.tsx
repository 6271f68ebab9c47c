import './css/scan.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { createScanner, type Scanner as Eye } from '../../scan/client.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { type Camera, type CameraTrouble, useCamera } from './camera.ts';
import { FileField } from './file-field.tsx';
import { camera as cameraIcon, light, stop, turn } from './icons.ts';
import { page } from './icons-shared.ts';
import { Note } from './note.tsx';
import { useAwake } from './wake.ts';

const readTroubles = ['too-old', 'bad-file', 'too-big', 'stopped'] as const;
type ReadTrouble = (typeof readTroubles)[number] | 'no-code';

const readTroubleOf = (error: unknown): ReadTrouble =>
  readTroubles.find(one => error instanceof AppError && one === error.code) ?? 'stopped';

interface ScannerProps {
  /** Why the camera is asked for, said before it is. */
  why: string;
  /**
   * All codes of one picture, at least one. Called for every frame that shows one, up to thirty times a second and
   * often with the same texts; it draws nothing by itself.
   */
  onTexts: (texts: readonly string[]) => void;
  /** Just before a picker or the browser's own question opens: leaving the app for it must not lock. */
  onAsk?: (() => void) | undefined;
  /** It is closed again. */
  onAsked?: (() => void) | undefined;
  /** What became of it so far, under the picture. */
  children?: ComponentChildren;
}

/**
 * Reads QR codes with the camera, or from a photo that is picked. Nothing starts by itself; what goes wrong is said,
 * with a way on. Its words are a part of the catalogue of their own: whoever shows it brings them.
 */
export const Scanner = ({ why, onTexts, onAsk, onAsked, children }: ScannerProps) => {
  const camera = useCamera();
  const eye = useEye();
  const [trouble, setTrouble] = useState<ReadTrouble | null>(null);
  const [reading, setReading] = useState(false);
  const { at } = camera.state;
  useAwake(at === 'on');
  useFrames(camera, eye, onTexts, error => {
    camera.stop();
    setTrouble(readTroubleOf(error));
  });

  const start = async () => {
    setTrouble(null);
    try {
      eye().warm();
    } catch (error) {
      return setTrouble(readTroubleOf(error));
    }
    onAsk?.();
    await camera.start();
    onAsked?.();
  };
  const readPhoto = async (file: File) => {
    onAsked?.();
    setReading(true);
    setTrouble(null);
    try {
      const texts = await eye().readPhoto(file);
      if (texts.length > 0) onTexts(texts);
      else setTrouble('no-code');
    } catch (error) {
      setTrouble(readTroubleOf(error));
    }
    setReading(false);
  };
  const openPicker = () => {
    camera.stop();
    onAsk?.();
  };
  const said = camera.state.at === 'off' ? (trouble ?? camera.state.trouble) : undefined;
  const now = reading ? 'reading' : ({ off: null, asking: 'asking', on: 'looking' } as const)[at];
  return (
    <div class="stack">
      <p>{why}</p>
      {at === 'on' && (
        <div class="scan-view">
          <video ref={camera.video} muted playsInline aria-label={t('scan.view')} />
        </div>
      )}
      <p role="status" class={now ? 'quiet' : 'sr'}>
        {now ? t(`scan.${now}`) : ''}
      </p>
      {said && <Said trouble={said} />}
      {children}
      <div class="stack-2">
        <Button
          look={at === 'on' ? undefined : 'solid'}
          icon={at === 'on' ? stop : cameraIcon}
          wide
          onPress={() => (at === 'on' ? camera.stop() : void start())}
        >
          {t(at === 'on' ? 'scan.turn-off' : 'scan.turn-on')}
        </Button>
        <More camera={camera} />
        <FileField
          accept="image/*"
          icon={page}
          onOpen={openPicker}
          onCancel={onAsked}
          onFile={file => void readPhoto(file)}
        >
          {t('scan.pick')}
        </FileField>
      </div>
    </div>
  );
};

const Said = ({ trouble }: { trouble: ReadTrouble | CameraTrouble }) => (
  <Note look={trouble === 'left' ? 'ask' : 'wrong'} live="alert" title={t(`scan.${trouble}`)}>
    <p>{t(`scan.${trouble}.text`)}</p>
  </Note>
);

/** What only some cameras have. */
const More = ({ camera: { state, setLight, other } }: { camera: Camera }) => {
  if (state.at !== 'on') return null;
  return (
    <>
      {state.light !== null && (
        <Button wide icon={light} onPress={() => void setLight(!state.light)}>
          {t(state.light ? 'scan.light-off' : 'scan.light-on')}
        </Button>
      )}
      {state.others && (
        <Button wide icon={turn} onPress={() => void other()}>
          {t('scan.other')}
        </Button>
      )}
    </>
  );
};

/** The decoder, from the first time that it is asked for until this part goes away. */
const useEye = (): (() => Eye) => {
  const ref = useRef<Eye | null>(null);
  useEffect(() => () => ref.current?.close(), []);
  return () => {
    ref.current ??= createScanner();
    return ref.current;
  };
};

/** Looks at one frame after the other while the camera is on: the next one as soon as the last is read. */
const useFrames = (
  { state, video }: Camera,
  eye: () => Eye,
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
      try {
        const texts = await eye().readFrame(view);
        if (!here) return;
        if (texts.length > 0) tell.current.onTexts(texts);
        if (here) nextFrame(view, look);
      } catch (error) {
        if (here) tell.current.onFail(error);
      }
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
