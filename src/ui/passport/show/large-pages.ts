import { plainText } from '../../../domain/plain.ts';
import type { Share } from '../../../domain/share.ts';
import type { Ways } from '../../../domain/show.ts';

export interface LargeLine {
  label: string;
  text: string;
}

/** Letters that stand on one page of large text on a small phone. */
const LETTERS = 240;

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
    if (last && last.text.length + line.length < LETTERS) last.text += `\n${line.trim()}`;
    else parts.push({ label, text: line.trim() });
  }
  return parts;
};

/** A share as large text, in pages that need no scrolling on most phones. */
export const largePages = (share: Share, made: string, first: string, ways: Ways): LargeLine[][] => {
  const blocks = plainText(share, made, ways).trim().split('\n\n');
  const pages: LargeLine[][] = [];
  let letters = LETTERS;
  for (const piece of blocks.flatMap(block => pieces(lineOf(block, first)))) {
    letters += piece.text.length + piece.label.length;
    const page = pages[pages.length - 1];
    if (page && letters <= LETTERS) page.push(piece);
    else {
      pages.push([piece]);
      letters = piece.text.length + piece.label.length;
    }
  }
  return pages;
};
