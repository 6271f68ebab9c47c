import type { FieldValue } from '../../../domain/item.ts';
import type { Field, Kind } from '../../../domain/kind.ts';
import { ChipChoice } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { AmountField, LongField, TextField } from '../../parts/field.tsx';
import { useWays } from '../ways.ts';
import { FileQuestion } from './file-question.tsx';
import { Ideas } from './ideas.tsx';
import { PersonQuestion } from './person-question.tsx';
import { idOf } from './slips.ts';
import type { Form } from './use-form.ts';

interface QuestionProps {
  kind: Kind;
  field: Field;
  form: Form;
  err: string | undefined;
}

/** Chips with more letters than this stand one below the other. */
const LONG_LABEL = 16;
/** With fewer than this in each, many stand beside one another. */
const SHORT_LABEL = 3;

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** One question of a form, asked in the kind's own words. */
export const Question = ({ kind, field, form, err }: QuestionProps) => {
  const ways = useWays();
  const { values } = form.filled;
  if (field.hidden || field.set || !(field.when?.(values) ?? true)) return null;
  const at = `kind.${kind.id}.${field.name}`;
  const asked = {
    id: idOf(field.name),
    label: ways.words(`${at}.question`, field.question),
    hint: field.hint && ways.words(`${at}.hint`, field.hint),
    err,
  };
  const value = values[field.name];
  const text = textOf(value);
  const say = (next: FieldValue) => form.setValue(field.name, next);
  switch (field.type) {
    case 'long':
      return <LongField {...asked} value={text} onInput={say} />;
    case 'amount':
      return <AmountField {...asked} unit={field.unit} value={text} onInput={say} />;
    case 'date':
    case 'time': {
      const time = field.type === 'time';
      return <DateField {...asked} value={text} time={time} past={time && field.past} onInput={say} />;
    }
    case 'choice':
    case 'choices': {
      const options = field.options.map(({ id, label }) => ({ id, label: ways.words(`${at}.${id}`, label) }));
      const chips = {
        ...asked,
        options,
        own: field.own,
        one: options.some(o => o.label.length > LONG_LABEL),
        tight: options.every(o => o.label.length < SHORT_LABEL),
      };
      if (field.type === 'choice') return <ChipChoice {...chips} value={text} onInput={say} />;
      return <ChipChoice {...chips} many value={Array.isArray(value) ? value : []} onInput={say} />;
    }
    case 'file': {
      const name = ways.words(`${at}.label`, field.label);
      return <FileQuestion asked={asked} name={name} value={value} onInput={say} />;
    }
    case 'person':
      return <PersonQuestion asked={asked} value={text} onInput={say} />;
    default:
      return (
        <>
          <TextField {...asked} type={field.type === 'phone' ? 'tel' : 'text'} value={text} onInput={say} />
          <Ideas at={at} of={field.ideas} />
        </>
      );
  }
};
