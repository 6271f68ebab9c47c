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

/** One camera at a time: asked for, shown, stopped, and lost with a reason. */
export class Source {
  #stream: MediaStream | null = null;
  // What comes of an older press than the last is nothing any more.
  #press = 0;
  readonly #say: (state: CameraState) => void;

  constructor(say: (state: CameraState) => void) {
    this.#say = say;
  }

  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** Asks for the camera at the back, or for this one. */
  async start(deviceId?: string): Promise<void> {
    this.drop();
    const mine = this.#press;
    const last = () => mine === this.#press;
    this.#say({ at: 'asking' });
    try {
      const given = await askFor(deviceId);
      if (!last()) return endAll(given);
      this.#stream = given;
      const track = trackOf(given)!;
      // It ends by itself only when it is taken away.
      track.onended = () => last() && this.stop('gone');
      const others = (await cameras()).length > 1;
      if (last() && hidden()) this.stop('left');
      else if (last()) this.#say({ at: 'on', light: hasLight(track) ? false : null, others });
    } catch (error) {
      if (last()) this.stop(troubleOf(error));
    }
  }

  stop(trouble?: CameraTrouble): void {
    this.drop();
    this.#say({ at: 'off', trouble });
  }

  /** Goes on with the next camera of this device. */
  async other(): Promise<void> {
    const mine = this.#press;
    const all = await cameras();
    // Let go of in between: nobody is there who could turn it off again.
    if (mine !== this.#press) return;
    const now = trackOf(this.#stream)?.getSettings().deviceId;
    await this.start(all[(all.findIndex(({ deviceId }) => deviceId === now) + 1) % all.length]?.deviceId);
  }

  /** A light that can't be switched after all is not offered again. */
  async setLight(on: boolean): Promise<void> {
    const mine = this.#press;
    const advanced = [{ torch: on } as MediaTrackConstraintSet];
    const switched = trackOf(this.#stream)?.applyConstraints({ advanced });
    const light = await switched?.then(
      () => on,
      () => null,
    );
    const others = (await cameras()).length > 1;
    if (mine === this.#press) this.#say({ at: 'on', light: light ?? null, others });
  }

  /** Lets go without a word. */
  drop(): void {
    this.#press++;
    endAll(this.#stream);
    this.#stream = null;
  }
}

export interface Camera {
  state: CameraState;
  source: Pick<Source, 'start' | 'stop' | 'other' | 'setLight'>;
  /** For the `<video>` that shows it while it is on. */
  video: RefObject<HTMLVideoElement | null>;
}

/** A camera's picture on the page. It goes off, light and all, with whatever shows it and when the page is left. */
export const useCamera = (): Camera => {
  const [state, setState] = useState<CameraState>({ at: 'off' });
  const [source] = useState(() => new Source(setState));
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const view = video.current;
    if (state.at !== 'on' || !view) return;
    view.srcObject = source.stream;
    // It comes up over the button that was pressed, which on a small screen may be far down.
    view.scrollIntoView({ block: 'nearest' });
    // Refused only where the picture is already gone again.
    void view.play().catch(() => undefined);
    return () => {
      view.srcObject = null;
    };
  }, [state.at]);
  useEffect(() => {
    const leave = () => {
      if (source.stream) source.stop('left');
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
  return { state, source, video };
};
