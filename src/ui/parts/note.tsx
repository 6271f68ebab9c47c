import type { ComponentChildren } from 'preact';
import { Icon, type IconShape } from './icon.tsx';
import { info, warn } from './icons-start.ts';

interface NoteProps {
  /** `ask`: look again, check this. `wrong`: a slip or something that did not work. Plain without. */
  look?: 'ask' | 'wrong' | undefined;
  icon?: IconShape | undefined;
  title?: string | undefined;
  /** Read out as soon as it appears: `status` waits its turn, `alert` does not. */
  live?: 'status' | 'alert' | undefined;
  children?: ComponentChildren;
}

/** A sentence apart. */
export const Note = ({ look, icon, title, live, children }: NoteProps) => (
  <div class={look ? `note ${look}` : 'note'} role={live}>
    <Icon of={icon ?? (look === 'wrong' ? warn : info)} />
    <div>
      {title && <b>{title}</b>}
      {children}
    </div>
  </div>
);
