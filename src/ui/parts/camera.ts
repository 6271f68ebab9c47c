import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Why there is no picture: refused, no camera at all, another app has it, it went midway, the page was left. */
export type CameraTrouble = 'refused' | 'none' | 'busy' | 'gone' | 'left';

type CameraState =
  | { at: 'off'; trouble?: CameraTrouble | undefined }
  | { at: 'asking' }
  /** `light` is null where the camera has none; `others` says that there is another camera. */
  | { at: 'on'; light: boolean | null; others: boolean };

/** What a browser's refusal means (W3C Media Capture and Streams, 10.2). */
export const troubleOf = (error: unknown): CameraTrouble => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
};

/** Dense codes need this many pixels, and a cheap phone has no time for more. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } };

const askFor = async (deviceId: string | undefined): Promise<MediaStream> => {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } };
  // Missing where a page did not come over https: as good as no camera.
  if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } });
};

const cameras = async (): Promise<MediaDeviceInfo[]> =>
  (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');

// TypeScript's own list does not know the torch (W3C MediaStream Image Capture).
const hasLight = (track: MediaStreamTrack): boolean =>
  !!(track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch;

const trackOf = (stream: MediaStream | null) => stream?.getVideoTracks()[0];

const endAll = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

const hidden = (): boolean => document.visibilityState === 'hidden';

interface Source {
  stream(): MediaStream | null;
  /** Asks for the camera at the back, or for this one. */
  start(deviceId?: string): Promise<void>;
  stop(trouble?: CameraTrouble): void;
  /** Goes on with the next camera of this device. */
  other(): Promise<void>;
  setLight(on: boolean): Promise<void>;
  /** Lets go without a word. */
  drop(): void;
}

const createSource = (say: (state: CameraState) => void): Source => {
  let stream: MediaStream | null = null;
  // What comes of an older press than the last is nothing any more.
  let press = 0;
  const drop = () => {
    press++;
    endAll(stream);
    stream = null;
  };
  const stop = (trouble?: CameraTrouble) => {
    drop();
    say({ at: 'off', trouble });
  };
  const start = async (deviceId?: string) => {
    drop();
    const mine = press;
    const last = () => mine === press;
    say({ at: 'asking' });
    try {
      const given = await askFor(deviceId);
      if (!last()) return endAll(given);
      stream = given;
      const track = trackOf(given)!;
      // It ends by itself only when it is taken away.
      track.onended = () => last() && stop('gone');
      const others = (await cameras()).length > 1;
      if (last() && hidden()) stop('left');
      else if (last()) say({ at: 'on', light: hasLight(track) ? false : null, others });
    } catch (error) {
      if (last()) stop(troubleOf(error));
    }
  };
  const other = async () => {
    const all = await cameras();
    const now = trackOf(stream)?.getSettings().deviceId;
    await start(all[(all.findIndex(({ deviceId }) => deviceId === now) + 1) % all.length]?.deviceId);
  };
  const setLight = async (on: boolean) => {
    const advanced = [{ torch: on } as MediaTrackConstraintSet];
    const mine = press;
    // A light that won't come on is no reason to stop.
    await trackOf(stream)
      ?.applyConstraints({ advanced })
      .catch(() => undefined);
    const others = (await cameras()).length > 1;
    if (mine === press) say({ at: 'on', light: on, others });
  };
  return { stream: () => stream, start, stop, other, setLight, drop };
};

export interface Camera extends Pick<Source, 'start' | 'stop' | 'other' | 'setLight'> {
  state: CameraState;
  /** For the `<video>` that shows it while it is on. */
  video: RefObject<HTMLVideoElement | null>;
}

/** A camera's picture on the page. It goes off, light and all, with whatever shows it and when the page is left. */
export const useCamera = (): Camera => {
  const [state, setState] = useState<CameraState>({ at: 'off' });
  const [source] = useState(() => createSource(setState));
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const view = video.current;
    if (state.at !== 'on' || !view) return;
    view.srcObject = source.stream();
    // Refused only where the picture is already gone again.
    void view.play().catch(() => undefined);
    return () => {
      view.srcObject = null;
    };
  }, [state.at]);
  useEffect(() => {
    const leave = () => {
      if (source.stream()) source.stop('left');
    };
    const onSight = () => hidden() && leave();
    document.addEventListener('visibilitychange', onSight);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', onSight);
      removeEventListener('pagehide', leave);
      source.drop();
    };
  }, []);
  return { ...source, state, video };
};
