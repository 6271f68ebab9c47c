import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { backspace } from './icons-start.ts';

interface PinPadProps {
  value: string;
  onInput: (value: string) => void;
  onOpen: () => void;
  /** What the key says: "Open", or "Next" while a new PIN is set. */
  open?: string | undefined;
  /** While it opens, keys do nothing. */
  busy?: boolean | undefined;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const longest = 64;

/** Meant for a field or the browser, not for the pad. */
const isElsewhere = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** A focused button answers Enter by itself. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a') !== null;

/** Dots and keys. A keyboard's digits, Backspace and Enter work too, wherever the focus is. */
export const PinPad = (props: PinPadProps) => {
  const { value, open, busy } = props;
  const latest = useRef(props);
  latest.current = props;

  const type = (digit: string) => {
    const { value: now, busy: still, onInput } = latest.current;
    if (!still && now.length < longest) onInput(now + digit);
  };
  const remove = () => {
    const { value: now, busy: still, onInput } = latest.current;
    if (!still) onInput(now.slice(0, -1));
  };
  const enter = () => {
    if (!latest.current.busy) latest.current.onOpen();
  };

  // Before the pad shows: on a slow phone the first digits come sooner than an effect after it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return;
      if (/^[0-9]$/.test(event.key)) type(event.key);
      else if (event.key === 'Backspace') remove();
      else if (event.key === 'Enter' && !isPressed(event.target)) enter();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const key = (digit: string) => (
    <button key={digit} type="button" class="key num" onClick={() => type(digit)}>
      {digit}
    </button>
  );

  return (
    <>
      <div class="pin" role="status">
        <span class="sr">{t('parts.pin.typed', { count: value.length })}</span>
        {Array.from(value, (_, i) => (
          <i key={i} aria-hidden="true" />
        ))}
      </div>
      {/* Left to right in every language, as on a phone. */}
      <div class="pad" dir="ltr">
        {digits.map(key)}
        <button type="button" class="key" aria-label={t('parts.pin.delete')} onClick={remove}>
          <Icon of={backspace} />
        </button>
        {key('0')}
        <button type="button" class="key go-key" aria-busy={busy} onClick={enter}>
          {open ?? t('parts.pin.open')}
        </button>
      </div>
    </>
  );
};
