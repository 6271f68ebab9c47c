import type { ComponentChildren } from 'preact';
import { Icon, type IconShape } from './icon.tsx';
import { Press, type PressProps } from './press.tsx';

interface ButtonProps extends PressProps {
  /** `solid`: the one thing to do on this screen. `brick`: stop or delete. Outlined without. */
  look?: 'solid' | 'brick' | undefined;
  icon?: IconShape | undefined;
  wide?: boolean | undefined;
  tall?: boolean | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

const names = (...all: (string | false | undefined)[]): string => all.filter(Boolean).join(' ');

/** A button, or a link that looks like one. */
export const Button = ({ look, icon, wide, tall, class: more, children, ...press }: ButtonProps) => (
  <Press {...press} class={names('btn', look, wide && 'wide', tall && 'tall', more)}>
    {icon && <Icon of={icon} />}
    {children}
  </Press>
);

interface GhostProps extends PressProps {
  icon?: IconShape | undefined;
  /** Underlined, where it stands among words. */
  line?: boolean | undefined;
  children: ComponentChildren;
}

/** A bare button: in the top bar, or underlined among words. */
export const Ghost = ({ icon, line, children, ...press }: GhostProps) => (
  <Press {...press} class={line ? 'ghost line' : 'ghost'}>
    {icon && <Icon of={icon} />}
    {children}
  </Press>
);
