import { isAfter } from '../../../domain/date.ts';
import type { Item } from '../../../domain/item.ts';
import type { Kind } from '../../../domain/kind.ts';
import type { Filled } from './use-form.ts';

export interface Slip {
  /** The field, or `asOf`. */
  name: string;
  /** The control that the summary leads to. */
  id: string;
}

/** The id of a question's control. */
export const idOf = (name: string): string => `ask-${name}`;

/** Days still to come where only a past one can be meant. The one thing a form remarks on; it keeps them too. */
export const slipsIn = (
  kind: Kind,
  { values, asOf }: Filled,
  before: Item | undefined,
  today: string,
): Slip[] => {
  // What stood there before the form was opened was kept on purpose, and is not asked about again.
  const late = (said: unknown, kept: unknown): boolean =>
    typeof said === 'string' && said !== kept && isAfter(said.slice(0, 10), today);
  const fields = kind.fields.filter(
    field =>
      (field.type === 'date' || field.type === 'time') &&
      field.past &&
      (field.when?.(values) ?? true) &&
      late(values[field.name], before?.head.values[field.name]),
  );
  const names = fields.map(field => field.name);
  return [...names, ...(late(asOf, before?.head.asOf) ? ['asOf'] : [])].map(name => ({
    name,
    id: idOf(name),
  }));
};
