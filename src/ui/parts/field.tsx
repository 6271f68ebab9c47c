import type { TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../words/words.ts';
import { type Asked, Block, describedBy } from './block.tsx';
import { Icon } from './icon.tsx';
import { find } from './icons.ts';

export interface FieldProps extends Asked {
  value: string;
  onInput: (value: string) => void;
}

interface TextProps extends FieldProps {
  type?: 'text' | 'tel' | 'password' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined;
  /** The browser's own hint; off unless said, so that no health word ends up in its form history. */
  autoComplete?: string | undefined;
  spellCheck?: boolean | undefined;
}

// Apart, because the typed attributes of an input hang on its type.
const kinds = { text: { type: 'text' }, tel: { type: 'tel' }, password: { type: 'password' } } as const;

const heard =
  (onInput: (value: string) => void) =>
  (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
    onInput(event.currentTarget.value);

/** A question answered in a few words. */
export const TextField = ({
  type,
  inputMode,
  autoComplete,
  spellCheck,
  value,
  onInput,
  ...asked
}: TextProps) => (
  <Block {...asked}>
    <input
      class="field"
      id={asked.id}
      {...kinds[type ?? 'text']}
      inputMode={inputMode ?? (type === 'tel' ? 'tel' : 'text')}
      autoComplete={autoComplete ?? 'off'}
      spellcheck={spellCheck ?? true}
      dir="auto"
      value={value}
      onInput={heard(onInput)}
      aria-describedby={describedBy(asked)}
      aria-invalid={asked.err ? true : undefined}
    />
  </Block>
);

/** A question answered at length. */
export const LongField = ({ value, onInput, ...asked }: FieldProps) => (
  <Block {...asked}>
    <textarea
      class="field"
      id={asked.id}
      rows={3}
      dir="auto"
      autoComplete="off"
      value={value}
      onInput={heard(onInput)}
      aria-describedby={describedBy(asked)}
      aria-invalid={asked.err ? true : undefined}
    />
  </Block>
);

/** A number with its unit after it. What is typed is kept, number or not. */
export const AmountField = ({ unit, value, onInput, ...asked }: FieldProps & { unit: string }) => (
  <Block {...asked}>
    <div class="field-unit">
      <input
        class="field num"
        id={asked.id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onInput={heard(onInput)}
        aria-describedby={[`${asked.id}-unit`, describedBy(asked)].filter(Boolean).join(' ')}
        aria-invalid={asked.err ? true : undefined}
      />
      <span id={`${asked.id}-unit`}>
        <bdi>{unit}</bdi>
      </span>
    </div>
  </Block>
);

/** Search that answers while typing. */
export const FindField = ({ value, onInput }: { value: string; onInput: (value: string) => void }) => {
  const id = useId();
  return (
    <label class="find" for={id}>
      <Icon of={find} />
      <span class="sr">{t('parts.find')}</span>
      <input
        class="field"
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder={t('parts.find')}
        value={value}
        onInput={heard(onInput)}
      />
    </label>
  );
};
