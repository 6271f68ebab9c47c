import { AppError } from '../lib/error.ts';
import { readLink } from './link.ts';

/*
 * A share as a text file: a sentence in plain words that says what to do, then the link. Whoever has the file alone
 * has what a picture of the code has: the words are never in it.
 */

/** It lies among downloads and in chats, where anyone may look: the name says nothing. */
export const FILE_NAME = 'page.txt';
/** More than the file of any share, photos included, bytes. What is longer is not looked at. */
const MOST_BYTES = 700_000;

/** The text of a share's file. `todo`: what its reader is to do, in their language. */
export const toFile = (link: string, todo: string): string => `${todo}\n\n${link}\n`;

/** Text of whatever an editor on the way made of it: UTF-16 where it begins with that mark, else UTF-8. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/**
 * The bytes of the share in a file of `toFile`, as `readLink` gives them; also where lines were broken on the way.
 *
 * @throws AppError('bad-file') where the browser can't read it, 'too-big' for more than any share's file has, and as
 * `readLink` does
 */
export async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MOST_BYTES) throw new AppError('too-big');
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new AppError('bad-file', cause);
  });
  return readLink(textOf(new Uint8Array(bytes)));
}
