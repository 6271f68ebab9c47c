import type { ComponentChildren } from 'preact';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import type { Camera } from './camera.ts';
import { FileField } from './file-field.tsx';
import { camera as cameraIcon, light, stop, turn } from './icons.ts';
import { page } from './icons-shared.ts';
import { Note } from './note.tsx';
import { type ScanEvents, type ScanTrouble, useScan } from './use-scan.ts';

interface ScannerProps extends ScanEvents {
  /** Why the camera is asked for, said before it is. */
  why: string;
  /** What can be done where no camera can be used. */
  otherwise?: string;
  /** What became of it so far, under the picture. */
  children?: ComponentChildren;
}

/**
 * Reads QR codes with the camera, or from a photo that is picked. Nothing starts by itself; what goes wrong is said,
 * with a way on. Its words are a part of the catalogue of their own: whoever shows it brings them.
 */
export const Scanner = ({ why, otherwise, children, ...events }: ScannerProps) => {
  const { camera, wrong, doing, turnOn, openPicker, readPhoto } = useScan(events);
  const on = camera.state.at === 'on';
  return (
    <div class="stack">
      <p>{why}</p>
      {on && (
        <div class="scan-view">
          <video ref={camera.video} muted playsInline aria-label={t('scan.view')} />
        </div>
      )}
      <p role="status" class={doing ? 'quiet' : 'sr'}>
        {doing ? t(`scan.${doing}`) : ''}
      </p>
      {wrong && <Wrong trouble={wrong} otherwise={otherwise} />}
      {children}
      <div class="stack-2">
        {/* One button in both states, so that it keeps the focus. */}
        <Button
          look={on ? undefined : 'solid'}
          icon={on ? stop : cameraIcon}
          wide
          onPress={() => (on ? camera.source.stop() : void turnOn())}
        >
          {t(on ? 'scan.turn-off' : 'scan.turn-on')}
        </Button>
        <More camera={camera} />
        <FileField
          accept="image/*"
          icon={page}
          onOpen={openPicker}
          onCancel={events.onAsked}
          onFile={file => void readPhoto(file)}
        >
          {t('scan.pick')}
        </FileField>
      </div>
    </div>
  );
};

const noCamera: readonly ScanTrouble[] = ['refused', 'none', 'busy', 'too-old'];

const Wrong = ({ trouble, otherwise }: { trouble: ScanTrouble; otherwise: string | undefined }) => (
  <Note look={trouble === 'left' ? 'ask' : 'wrong'} live="alert" title={t(`scan.${trouble}`)}>
    <p>{t(`scan.${trouble}.text`)}</p>
    {otherwise && noCamera.includes(trouble) && <p>{otherwise}</p>}
  </Note>
);

/** What only some cameras have. */
const More = ({ camera: { state, source } }: { camera: Camera }) => {
  if (state.at !== 'on') return null;
  return (
    <>
      {state.light !== null && (
        <Button wide icon={light} onPress={() => void source.setLight(!state.light)}>
          {t(state.light ? 'scan.light-off' : 'scan.light-on')}
        </Button>
      )}
      {state.others && (
        <Button wide icon={turn} onPress={() => void source.other()}>
          {t('scan.other')}
        </Button>
      )}
    </>
  );
};
