import { namesIn } from '../../../domain/people.ts';
import type { Asked } from '../../parts/block.tsx';
import { ChipChoice } from '../../parts/choice.tsx';
import { TextField } from '../../parts/field.tsx';
import { useApp } from '../context.ts';

interface PersonProps {
  asked: Asked;
  value: string;
  onInput: (name: string) => void;
}

/** More names than these are quicker typed than found. */
const MOST_NAMES = 12;

/** Someone by name: one of the people kept, or anyone. */
export const PersonQuestion = ({ asked, ...field }: PersonProps) => {
  const { book, helping } = useApp();
  const helper = helping?.helper ? [helping.helper] : [];
  const names = [...new Set([...helper, ...namesIn(book.items.value.values())])].slice(0, MOST_NAMES);
  if (names.length === 0) return <TextField {...asked} {...field} />;
  return <ChipChoice {...asked} {...field} own options={names.map(name => ({ id: name, label: name }))} />;
};
