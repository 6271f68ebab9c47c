import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';

interface SheetProps {
  title: string;
  text?: string | undefined;
  /** "Not now", also by Escape. */
  onNotNow: () => void;
  notNow?: string | undefined;
  /** Up to three ways. */
  children?: ComponentChildren;
}

const focusable = 'a[href], button, input, textarea, select, [tabindex]:not([tabindex="-1"])';

/** Tab goes round inside: the browser's own bars come after the last control, and back at the first. */
const keepInside = (sheet: HTMLElement, event: KeyboardEvent): void => {
  if (event.key !== 'Tab') return;
  const all = sheet.querySelectorAll<HTMLElement>(focusable);
  const first = all[0];
  const last = all[all.length - 1];
  const at = document.activeElement;
  if (event.shiftKey ? at === first || at === sheet : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
};

/** A question over the screen. A native modal dialog, so all behind it is inert in every browser we serve. */
export const Sheet = ({ title, text, onNotNow, notNow, children }: SheetProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const sheet = ref.current!;
    const before = document.activeElement as HTMLElement | null;
    sheet.showModal();
    // On the sheet, not its first button: the question is read out, and Enter does not answer it by accident.
    sheet.focus();
    return () => {
      sheet.close();
      if (before?.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      class="sheet"
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={event => keepInside(event.currentTarget, event)}
      onCancel={event => {
        event.preventDefault();
        onNotNow();
      }}
    >
      <h2 class="title" id={id}>
        {title}
      </h2>
      {text && <p class="intro">{text}</p>}
      <div class="stack-2 gap-above">{children}</div>
      <Button wide class="gap-above" onPress={onNotNow}>
        {notNow ?? t('parts.notNow')}
      </Button>
    </dialog>
  );
};
