import type { ComponentChildren } from 'preact';

/** What every pressable part takes: somewhere to go (`href`), something to do (`onPress`), or both. */
export interface PressProps {
  href?: string | undefined;
  onPress?: (() => void) | undefined;
  /** A form's own button. */
  submit?: boolean | undefined;
  id?: string | undefined;
  /** Read out instead of the words, where those are too few: "Stop showing a pharmacist". */
  say?: string | undefined;
  current?: boolean | undefined;
  expanded?: boolean | undefined;
}

interface Props extends PressProps {
  class: string;
  children: ComponentChildren;
}

/** A link when it has an `href`, a button otherwise. Never disabled: press it and it says what is missing. */
export const Press = ({ href, onPress, submit, say, current, expanded, children, ...rest }: Props) => {
  const aria = {
    'aria-label': say,
    'aria-current': current ? ('page' as const) : undefined,
    'aria-expanded': expanded,
  };
  if (href !== undefined) {
    return (
      <a {...rest} {...aria} href={href} onClick={onPress}>
        {children}
      </a>
    );
  }
  return (
    <button {...rest} {...aria} type={submit ? 'submit' : 'button'} onClick={onPress}>
      {children}
    </button>
  );
};
