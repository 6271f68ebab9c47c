import { inOneLine } from '../domain/safe-text.ts';
import { AppError } from '../lib/error.ts';
import { LONGEST_FIELD } from './format.ts';

/** What a field of one line would hold. Throws AppError('garbled') where it is more than such a field is for. */
export const oneLine = (text: string): string => {
  const line = inOneLine(text.trim(), ', ');
  if (line.length > LONGEST_FIELD) throw new AppError('garbled');
  return line;
};

/** Parts one after the other, each once, without the empty ones. */
export const joined = (parts: readonly string[], by: string): string =>
  [...new Set(parts.map(part => part.trim()).filter(Boolean))].join(by);

/** The values that say something. */
export const filled = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The text as a note, under its name where it has one. */
export const note = (text: string, name = '') => {
  const line = inOneLine(name.trim(), ', ');
  return { kind: 'note', values: filled({ name: line.length > LONGEST_FIELD ? '' : line, text }) } as const;
};

/** `text` cut at each `by` that no backslash stands before. The backslashes stay: `unescaped` takes them. */
export const splitAt = (text: string, by: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === by) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
};

/** Backslashes taken away: `\n` is a line end, any other character is itself. */
export const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
