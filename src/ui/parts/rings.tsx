import { Icon, type IconShape } from './icon.tsx';
import { forward } from './icons.ts';
import { Press, type PressProps } from './press.tsx';

interface TwoLines extends PressProps {
  title: string;
  text?: string | undefined;
  icon?: IconShape | undefined;
}

const Lines = ({ title, text }: { title: string; text?: string | undefined }) => (
  <span>
    <b>
      <bdi>{title}</bdi>
    </b>
    {text && (
      <span>
        <bdi>{text}</bdi>
      </span>
    )}
  </span>
);

/** A two-line call or choice. `go` draws the arrow of something that opens. */
export const Ring = ({ title, text, icon, go, ...press }: TwoLines & { go?: boolean }) => (
  <Press {...press} class="ring">
    {icon && <Icon of={icon} />}
    <Lines title={title} text={text} />
    {go && <Icon of={forward} />}
  </Press>
);

/** The large solid "Show someone". */
export const Hero = ({ title, text, icon, ...press }: TwoLines) => (
  <Press {...press} class="hero">
    {icon && <Icon of={icon} />}
    <Lines title={title} text={text} />
    <Icon of={forward} />
  </Press>
);

/** A ruled row that leads somewhere. `first` draws the line above it, where no heading does. */
export const Go = ({ title, text, icon, first, ...press }: TwoLines & { first?: boolean }) => (
  <Press {...press} class={first ? 'go first' : 'go'}>
    {icon && <Icon of={icon} />}
    <Lines title={title} text={text} />
    <Icon of={forward} />
  </Press>
);
