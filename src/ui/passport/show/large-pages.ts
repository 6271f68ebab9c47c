import { plainText } from '../../../domain/plain.ts';
import type { Share } from '../../../domain/share.ts';
import type { Ways } from '../../../domain/show.ts';
import type { LargePart } from '../../parts/code.tsx';

type Line = LargePart['lines'][number];

/** Letters that stand in one line on a small phone, and how much of a page such a line takes. */
const sizes: Readonly<Record<Line['look'], { letters: number; height: number }>> = {
  main: { letters: 20, height: 36 },
  also: { letters: 25, height: 31 },
  said: { letters: 36, height: 25 },
};
const HEADING = 54;
const PAGE = 470;

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { look, text }) => {
    const { letters, height } = sizes[look];
    return sum + Math.max(1, Math.ceil(text.length / letters)) * height;
  }, 0);

/** Things are marked in the plain text: "- " before their name, what else there is set in, who said so in brackets. */
const lineOf = (line: string): Line => {
  const said = /^ {2}\((.*)\)$/.exec(line)?.[1];
  if (said) return { look: 'said', text: said };
  return line.startsWith('  ')
    ? { look: 'also', text: line.trim() }
    : { look: 'main', text: line.replace(/^- /, '') };
};

/** A block of the plain text as a heading and its things, each with all its lines. */
const partOf = (block: string, first: string): { label: string; things: Line[][] } => {
  const [head = '', ...rest] = block.split('\n');
  const named = /^([^:]+): (.+)$/.exec(head);
  if (rest.length === 0 && named) return { label: named[1]!, things: [[lineOf(named[2]!)]] };
  if (!head.endsWith(':')) {
    const also = rest.map((text): Line => ({ look: text.includes(': ') ? 'also' : 'said', text: text }));
    return { label: first, things: [[lineOf(head), ...also]] };
  }
  const things: Line[][] = [];
  for (const line of rest.map(lineOf)) {
    const last = things[things.length - 1];
    if (last && line.look !== 'main') last.push(line);
    else things.push([line]);
  }
  return { label: head.slice(0, -1), things };
};

/** What is too long for a page of its own, cut between lines. */
const cut = (thing: readonly Line[]): Line[][] => {
  const pieces: Line[][] = [];
  for (const line of thing) {
    const last = pieces[pieces.length - 1];
    if (last && HEADING + heightOf([...last, line]) <= PAGE) last.push(line);
    else pieces.push([line]);
  }
  return pieces;
};

/** A share as large text, in pages that need no scrolling on most phones. */
export const largePages = (share: Share, made: string, first: string, ways: Ways): LargePart[][] => {
  const pages: LargePart[][] = [];
  let used = 0;
  for (const block of plainText(share, made, ways).trim().split('\n\n')) {
    const { label, things } = partOf(block, first);
    for (const lines of things.flatMap(cut)) {
      const page = pages[pages.length - 1];
      const under = page?.[page.length - 1];
      const goesOn = under?.label === label;
      const height = heightOf(lines) + (goesOn ? 0 : HEADING);
      if (page && used + height <= PAGE) {
        used += height;
        if (goesOn) page[page.length - 1] = { label, lines: [...under.lines, ...lines] };
        else page.push({ label, lines });
      } else {
        pages.push([{ label, lines }]);
        used = HEADING + heightOf(lines);
      }
    }
  }
  return pages;
};
