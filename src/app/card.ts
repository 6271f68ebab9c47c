/** The emergency card: the one readable thing on disk, there only while the person wants it. */
export interface Card {
  /** Civil day it was last written. */
  made: string;
  lines: readonly CardLine[];
}

export interface CardLine {
  label: string;
  value: string;
}

/** The card as any camera reads it and any clinic files it. */
export const cardText = (card: Card): string =>
  card.lines.map(({ label, value }) => `${label}: ${value}`).join('\n');
