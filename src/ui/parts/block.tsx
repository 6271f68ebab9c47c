import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { warn } from './icons-start.ts';

/** What every question of a form takes. `id` is what an error summary's link leads to. */
export interface Asked {
  id: string;
  label: string;
  hint?: string | undefined;
  err?: string | undefined;
}

/** The ids of what describes a field, for `aria-describedby`. */
export const describedBy = ({ id, hint, err }: Asked): string | undefined =>
  [hint && `${id}-hint`, err && `${id}-err`].filter(Boolean).join(' ') || undefined;

const Under = ({ id, hint, err }: Asked) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {err && (
      <p class="err" id={`${id}-err`}>
        <Icon of={warn} />
        <span>{err}</span>
      </p>
    )}
  </>
);

/** One question with one field. */
export const Block = ({ children, ...asked }: Asked & { children: ComponentChildren }) => (
  <div class={asked.err ? 'block has-err' : 'block'}>
    <label class="q" for={asked.id}>
      {asked.label}
    </label>
    <Under {...asked} />
    {children}
  </div>
);

/** One question with several controls. `quiet` keeps its words for screen readers, where a heading says them. */
export const BlockGroup = ({
  quiet,
  children,
  ...asked
}: Asked & { quiet?: boolean | undefined; children: ComponentChildren }) => (
  <fieldset class={asked.err ? 'block has-err' : 'block'} aria-describedby={describedBy(asked)}>
    <legend class={quiet ? 'sr' : 'q'}>{asked.label}</legend>
    <Under {...asked} />
    {children}
  </fieldset>
);

/** What to fix, on top of a form. It takes the focus when it appears; each line leads to its field. */
export const ErrorSummary = ({ slips }: { slips: readonly { id: string; text: string }[] }) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [slips]);
  if (!slips.length) return null;
  return (
    <div class="note wrong gap-above" role="alert" tabIndex={-1} ref={ref}>
      <Icon of={warn} />
      <div>
        <b>{t('parts.toFix', { count: slips.length })}</b>
        {slips.map(({ id, text }) => (
          <a
            key={id}
            href={`#${id}`}
            onClick={event => {
              // The address stays as it is: places have theirs, and a field is not one.
              event.preventDefault();
              document.getElementById(id)?.focus();
            }}
          >
            {text}
          </a>
        ))}
      </div>
    </div>
  );
};
