import type { ComponentChildren } from 'preact';
import { Icon, type IconShape } from './icon.tsx';

interface FileFieldProps {
  /** MIME types: `image/*,application/pdf`. */
  accept: string;
  /** Opens the camera straight away. */
  camera?: boolean | undefined;
  /** The one thing to do on this screen. */
  solid?: boolean | undefined;
  icon?: IconShape | undefined;
  /** Just before the picker opens: leaving the app for it must not lock. */
  onOpen?: (() => void) | undefined;
  onFile: (file: File) => void;
  /** The picker was closed without a file. */
  onCancel?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A button that picks a photo or file. The native control lies over it, so keyboard and screen reader work. */
export const FileField = ({
  accept,
  camera,
  solid,
  icon,
  onOpen,
  onFile,
  onCancel,
  children,
}: FileFieldProps) => (
  <label class="file">
    <input
      type="file"
      accept={accept}
      {...(camera ? { capture: 'environment' } : {})}
      onClick={onOpen}
      onCancel={onCancel}
      onChange={event => {
        const input = event.currentTarget;
        const file = input.files?.[0];
        // Emptied, so that the same file can be picked again.
        if (file) onFile(file);
        input.value = '';
      }}
    />
    <span class={solid ? 'btn solid wide' : 'btn wide'}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  </label>
);
