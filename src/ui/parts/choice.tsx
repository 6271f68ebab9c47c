import { useState } from 'preact/hooks';
import type { Privacy } from '../../domain/item.ts';
import { t } from '../words/words.ts';
import { type Asked, BlockGroup, describedBy } from './block.tsx';
import { Icon } from './icon.tsx';
import { tick } from './icons-start.ts';
import { PrivacyMark } from './marks.tsx';

interface Choice {
  id: string;
  label: string;
}

interface ChipProps {
  /** Radio chips of one question share it. */
  name: string;
  many?: boolean | undefined;
  checked: boolean;
  label: string;
  id?: string | undefined;
  onPress: () => void;
}

/** One choice as a chip. A picked one, pressed again, is let go: no answer is an answer. */
export const Chip = ({ name, many, checked, label, id, onPress }: ChipProps) => (
  <label class="chip">
    <input type={many ? 'checkbox' : 'radio'} id={id} name={name} checked={checked} onClick={onPress} />
    <span class="face">
      <Icon of={tick} />
      <bdi>{label}</bdi>
    </span>
  </label>
);

interface ChipsProps extends Asked {
  options: readonly Choice[];
  /** One below the other, for longer words. */
  one?: boolean | undefined;
  /** Many beside one another, for numbers. */
  tight?: boolean | undefined;
  /** Lets the person answer in their own words. */
  own?: boolean | undefined;
}

type OneChoice = ChipsProps & { many?: false; value: string; onInput: (value: string) => void };
type ManyChoices = ChipsProps & {
  many: true;
  value: readonly string[];
  onInput: (value: string[]) => void;
};

const OwnWords = ({
  asked,
  value,
  onInput,
}: {
  asked: Asked;
  value: string;
  onInput: (v: string) => void;
}) => (
  <label class="own-words">
    <span class="hint">{t('parts.ownWords')}</span>
    <input
      class="field"
      type="text"
      autoComplete="off"
      dir="auto"
      value={value}
      aria-describedby={describedBy(asked)}
      onInput={event => onInput(event.currentTarget.value)}
    />
  </label>
);

/** A question answered by pressing: one of these, or several with `many`. Own words where `own` is set. */
export const ChipChoice = (props: OneChoice | ManyChoices) => {
  const { options, one, tight, own, many: _many, value: _value, onInput: _onInput, ...asked } = props;
  const picked = props.many ? props.value : props.value ? [props.value] : [];
  const ids = new Set(options.map(option => option.id));
  const known = picked.filter(value => ids.has(value));
  const [typed, setTyped] = useState(() => picked.find(value => !ids.has(value)) ?? '');

  const press = (id: string) => {
    const on = picked.includes(id);
    if (props.many) return props.onInput(on ? picked.filter(value => value !== id) : [...picked, id]);
    setTyped('');
    props.onInput(on ? '' : id);
  };
  const say = (text: string) => {
    setTyped(text);
    // Own words on their way past the id of a chip ("he or they", "english") stay own words: a space tells them apart.
    const words = ids.has(text) ? `${text} ` : text;
    if (!props.many) props.onInput(words);
    else props.onInput(words ? [...known, words] : known);
  };

  return (
    <BlockGroup {...asked}>
      <div class={one ? 'chips one' : tight ? 'chips tight' : 'chips'}>
        {options.map(({ id, label }, i) => (
          <Chip
            key={id}
            id={i === 0 ? asked.id : undefined}
            name={asked.id}
            many={props.many}
            checked={picked.includes(id)}
            label={label}
            onPress={() => press(id)}
          />
        ))}
      </div>
      {own && <OwnWords asked={asked} value={typed} onInput={say} />}
    </BlockGroup>
  );
};

interface Box extends Choice {
  text?: string | undefined;
  privacy?: Privacy | undefined;
}

interface BoxesProps extends Asked {
  options: readonly Box[];
  value: string;
  onInput: (value: string) => void;
  /** The question already stands as a heading above. */
  quiet?: boolean | undefined;
}

/** A question whose answers need a line of their own: radio boxes. */
export const PickBoxed = ({ options, value, onInput, quiet, ...asked }: BoxesProps) => (
  <BlockGroup {...asked} quiet={quiet}>
    <div class="stack-2 under-legend">
      {options.map(({ id, label, text, privacy }, i) => (
        <label key={id} class="pick boxed">
          <input
            type="radio"
            id={i === 0 ? asked.id : undefined}
            name={asked.id}
            checked={id === value}
            onChange={() => onInput(id)}
          />
          <span>
            <b>
              <bdi>{label}</bdi>
            </b>
            {text && <span>{text}</span>}
          </span>
          {privacy && <PrivacyMark privacy={privacy} bare />}
        </label>
      ))}
    </div>
  </BlockGroup>
);

interface PickRowProps {
  title: string;
  text?: string | undefined;
  privacy?: Privacy | undefined;
  checked: boolean;
  onInput: (checked: boolean) => void;
}

/** One thing to tick. Stands in `<ul class="picks">`. */
export const PickRow = ({ title, text, privacy, checked, onInput }: PickRowProps) => (
  <li>
    <label class="pick">
      <input type="checkbox" checked={checked} onChange={event => onInput(event.currentTarget.checked)} />
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
      {privacy && <PrivacyMark privacy={privacy} />}
    </label>
  </li>
);
