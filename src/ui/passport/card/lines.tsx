import type { Card } from '../../../app/card.ts';

/** The card in letters that can be read across a room. */
export const CardLines = ({ card }: { card: Card }) => (
  <dl class="large">
    {card.lines.map(({ label, value }, i) => (
      <div key={i}>
        <dt>
          <bdi>{label}</bdi>
        </dt>
        <dd dir="auto">{value}</dd>
      </div>
    ))}
  </dl>
);
