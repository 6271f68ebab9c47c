/** The emergency card: the one readable thing on disk, there only while the person wants it. */
export interface Card {
  /** Civil day it was last written. */
  made: string;
  lines: readonly CardLine[];
}

export interface CardLine {
  label: string;
  /** The name of the thing; what else there is of it on lines of its own. */
  value: string;
}

/** The card as any camera reads it and any clinic files it: one thing a line, each part of it a sentence. */
export const cardText = (card: Card): string =>
  card.lines.map(({ label, value }) => `${label}: ${value.split('\n').map(sentence).join(' ')}`).join('\n');

const sentence = (part: string): string => (/[.!?…]$/u.test(part) ? part : `${part}.`);
