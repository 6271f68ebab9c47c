import type { Card } from '../../../app/card.ts';
import { LargeText } from '../../parts/code.tsx';

/** The card in letters that can be read across a room. */
export const CardLines = ({ card }: { card: Card }) => (
  <LargeText
    parts={card.lines.map(({ label, value }) => ({
      label,
      lines: value.split('\n').map((text, at) => ({ look: at === 0 ? 'main' : 'also', text })),
    }))}
  />
);
