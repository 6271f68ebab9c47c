import { AppError } from '../lib/error.ts';
import { MOST_TEXT } from './scanning.ts';

/** How a file may begin that says in which encoding it is (Unicode, "BOM"). */
const marks: readonly [encoding: string, mark: readonly number[]][] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const decoded = (bytes: Uint8Array): string => {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What older programs write without saying so.
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The words in a file. Throws AppError('too-big') over a million bytes, 'bad-file' for one that is not words. */
export const textIn = async (file: Blob): Promise<string> => {
  if (file.size > MOST_TEXT) throw new AppError('too-big');
  const bytes = await file.arrayBuffer().catch(error => {
    throw new AppError('bad-file', error);
  });
  const text = decoded(new Uint8Array(bytes));
  if (text.includes('\0')) throw new AppError('bad-file');
  return text;
};
