import { AppError } from '../lib/error.ts';

/** One line of a vCard or an iCalendar file (RFC 6350, 3.3; RFC 5545, 3.1). */
export interface ContentLine {
  /** Upper case, without the group before it. */
  name: string;
  /** By upper-case name. One that stands without a name (vCard 2.1) is a `TYPE`. */
  params: ReadonlyMap<string, readonly string[]>;
  /** As written, escapes and all. */
  value: string;
}

/** vCard 2.1: bytes written as `=E2`, and its own way of going on: a line that ends with `=`. */
const QUOTED = /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
/** What stands before a value is short, or none of ours to read. Characters. */
const LONGEST_HEAD = 2000;
/** Fifty cards with a hundred lines each. */
const MOST_LINES = 5000;

const isQuoted = (line: string): boolean => QUOTED.test(line.slice(0, LONGEST_HEAD));

/** Folded lines made whole; empty ones left out. In pieces until the end: adding to a long line takes its length. */
const unfolded = (text: string): string[] => {
  const lines: string[][] = [];
  let quoted = false;
  let goesOn = false;
  for (const raw of text.split('\n')) {
    const last = lines.at(-1);
    const isMore = last !== undefined && (goesOn || /^[ \t]/.test(raw));
    if (!isMore && raw.trim() === '') continue;
    if (!isMore) quoted = isQuoted(raw);
    const piece = isMore && !goesOn ? raw.slice(1) : raw;
    goesOn = quoted && raw.endsWith('=');
    const said = goesOn ? piece.slice(0, -1) : piece;
    if (isMore) last.push(said);
    else lines.push([said]);
  }
  return lines.map(pieces => pieces.join(''));
};

const decoderFor = (charset: string): TextDecoder => {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
};

const fromQuoted = (text: string, charset: string): string => {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] === 0x3d ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const isCode = /^[0-9A-F]{2}$/i.test(code);
    out[length++] = isCode ? Number.parseInt(code, 16) : bytes[at]!;
    if (isCode) at += 2;
  }
  return decoderFor(charset).decode(out.subarray(0, length)).replace(/\r\n?/g, '\n');
};

/** Where the head ends: at the first colon outside quotes; -1 where there is none. */
const colonIn = (line: string): number => {
  let inQuotes = false;
  for (let at = 0; at < Math.min(line.length, LONGEST_HEAD); at++) {
    if (line[at] === '"') inQuotes = !inQuotes;
    else if (line[at] === ':' && !inQuotes) return at;
  }
  return -1;
};

const paramsIn = (parts: readonly string[]): Map<string, string[]> => {
  const params = new Map<string, string[]>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase();
    const values = part
      .slice(equals + 1)
      .replaceAll('"', '')
      .split(',');
    params.set(name, [...(params.get(name) ?? []), ...values.map(value => value.trim())]);
  }
  return params;
};

/** Cut at semicolons that do not stand in quotes. */
const headParts = (head: string): string[] => head.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];

const lineOf = (line: string): ContentLine => {
  const colon = colonIn(line);
  if (colon < 1) throw new AppError('garbled');
  const [name = '', ...rest] = headParts(line.slice(0, colon));
  const params = paramsIn(rest);
  const value = line.slice(colon + 1);
  return {
    name: name
      .slice(name.lastIndexOf('.') + 1)
      .trim()
      .toUpperCase(),
    params,
    value: isQuoted(line) ? fromQuoted(value, params.get('CHARSET')?.[0] ?? 'utf-8') : value,
  };
};

/** The lines of a text, unfolded and taken apart. Throws AppError('garbled') for one without a name, 'too-big' for too many. */
const contentLines = (text: string): ContentLine[] => {
  const lines = unfolded(text);
  if (lines.length > MOST_LINES) throw new AppError('too-big');
  return lines.map(lineOf);
};

/** A component: its own lines, and those that it holds. */
export interface Component {
  name: string;
  lines: readonly ContentLine[];
  inside: readonly Component[];
}

/** Nobody nests deeper: a calendar, an event, an alarm. */
const DEEPEST = 8;

/**
 * The components of a text, from `BEGIN` to `END`. Throws AppError('garbled') for lines outside one, for one that does
 * not end (the rest of it may be missing), and for one in one in one without end. Throws 'too-big' for too many lines.
 */
export const componentsIn = (text: string): Component[] => {
  const top: Component[] = [];
  const open: { name: string; lines: ContentLine[]; inside: Component[] }[] = [];
  for (const line of contentLines(text)) {
    const now = open.at(-1);
    const named = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      const begun = { name: named, lines: [], inside: [] };
      (now?.inside ?? top).push(begun);
      if (open.push(begun) > DEEPEST) throw new AppError('garbled');
    } else if (!now || (line.name === 'END' && now.name !== named)) throw new AppError('garbled');
    else if (line.name === 'END') open.pop();
    else now.lines.push(line);
  }
  if (open.length > 0) throw new AppError('garbled');
  return top;
};
