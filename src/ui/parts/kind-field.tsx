import type { FieldValue } from '../../domain/item.ts';
import type { Field, Kind } from '../../domain/kind.ts';
import type { Words } from '../../domain/phrases.ts';
import type { Asked } from './block.tsx';
import { ChipChoice } from './choice.tsx';
import { DateField } from './date-field.tsx';
import { AmountField, LongField, TextField } from './field.tsx';

interface KindFieldProps {
  kind: Kind;
  /** Photos have a field of their own where they can be taken. */
  field: Exclude<Field, { type: 'file' }>;
  asked: Asked;
  value: FieldValue | undefined;
  words: Words;
  onInput: (value: FieldValue) => void;
}

/** Chips with more letters than this stand one below the other. */
const LONG_LABEL = 16;
/** With fewer than this in each, many stand beside one another. */
const SHORT_LABEL = 3;

/** One field of a kind, as its type is answered: by typing, by pressing, by day and month. */
export const KindField = ({ kind, field, asked, value, words, onInput }: KindFieldProps) => {
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'long':
      return <LongField {...asked} value={text} onInput={onInput} />;
    case 'amount':
      return <AmountField {...asked} unit={field.unit} value={text} onInput={onInput} />;
    case 'date':
    case 'time': {
      const time = field.type === 'time';
      return <DateField {...asked} value={text} time={time} past={time && field.past} onInput={onInput} />;
    }
    case 'choice':
    case 'choices': {
      const at = `kind.${kind.id}.${field.name}`;
      const options = field.options.map(({ id, label }) => ({ id, label: words(`${at}.${id}`, label) }));
      const chips = {
        ...asked,
        options,
        own: field.own,
        one: options.some(o => o.label.length > LONG_LABEL),
        tight: options.every(o => o.label.length < SHORT_LABEL),
      };
      if (field.type === 'choice') return <ChipChoice {...chips} value={text} onInput={onInput} />;
      return <ChipChoice {...chips} many value={Array.isArray(value) ? value : []} onInput={onInput} />;
    }
    default:
      return (
        <TextField {...asked} type={field.type === 'phone' ? 'tel' : 'text'} value={text} onInput={onInput} />
      );
  }
};
