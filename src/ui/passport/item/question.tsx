import type { FieldValue } from '../../../domain/item.ts';
import type { Field, Kind } from '../../../domain/kind.ts';
import { KindField } from '../../parts/kind-field.tsx';
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

/** One question of a form, asked in the kind's own words. */
export const Question = ({ kind, field, form, err }: QuestionProps) => {
  const { words } = useWays();
  const { values } = form.filled;
  if (field.hidden || field.set || !(field.when?.(values) ?? true)) return null;
  const at = `kind.${kind.id}.${field.name}`;
  const asked = {
    id: idOf(field.name),
    label: words(`${at}.question`, field.question),
    hint: field.hint && words(`${at}.hint`, field.hint),
    err,
  };
  const value = values[field.name];
  const say = (next: FieldValue) => form.setValue(field.name, next);
  if (field.type === 'file') {
    const name = words(`${at}.label`, field.label);
    return <FileQuestion asked={asked} name={name} value={value} onInput={say} />;
  }
  if (field.type === 'person') {
    return <PersonQuestion asked={asked} value={typeof value === 'string' ? value : ''} onInput={say} />;
  }
  return (
    <>
      <KindField kind={kind} field={field} asked={asked} value={value} words={words} onInput={say} />
      <Ideas at={at} of={field.ideas} />
    </>
  );
};
