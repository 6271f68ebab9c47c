import { plainText } from '../../../domain/plain.ts';
import type { Share } from '../../../domain/share.ts';
import type { Ways } from '../../../domain/show.ts';

export interface LargeLine {
  label: string;
  text: string;
}

/** Letters that stand in one line of large text on a small phone, and lines on one page. */
const LETTERS = 22;
const LINES = 13;

/** Lines that a piece takes, with its heading and the room under it. */
const height = ({ text }: LargeLine): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 2);

/** A block of the plain text as a heading and what stands under it. */
const lineOf = (block: string, first: string): LargeLine => {
  const [head = '', ...rest] = block.split('\n');
  if (rest.length === 0) {
    const at = head.indexOf(': ');
    return at < 0 ? { label: '', text: head } : { label: head.slice(0, at), text: head.slice(at + 2) };
  }
  return head.endsWith(':')
    ? { label: head.slice(0, -1), text: rest.join('\n') }
    : { label: first, text: block };
};

/** One heading's text in pieces that fit a page each, cut between lines. */
const pieces = ({ label, text }: LargeLine): LargeLine[] => {
  const parts: LargeLine[] = [];
  for (const line of text.split('\n')) {
    const last = parts[parts.length - 1];
    const bare = line.replace(/^\s*(?:- )?/, '');
    const longer = last && { label, text: `${last.text}\n${bare}` };
    if (longer && height(longer) <= LINES) parts[parts.length - 1] = longer;
    else parts.push({ label, text: bare });
  }
  return parts;
};

/** A share as large text, in pages that need no scrolling on most phones. */
export const largePages = (share: Share, made: string, first: string, ways: Ways): LargeLine[][] => {
  const blocks = plainText(share, made, ways).trim().split('\n\n');
  const pages: LargeLine[][] = [];
  let lines = 0;
  for (const piece of blocks.flatMap(block => pieces(lineOf(block, first)))) {
    lines += height(piece);
    const page = pages[pages.length - 1];
    if (page && lines <= LINES) page.push(piece);
    else {
      pages.push([piece]);
      lines = height(piece);
    }
  }
  return pages;
};
