/** An icon's drawing in a 24 × 24 box: its lines, points drawn thicker, and whether it mirrors right-to-left. */
export interface IconShape {
  readonly d: string;
  readonly dot?: string;
  readonly flip?: true;
}

/** An icon beside words. It says nothing by itself, so it is hidden from screen readers. */
export const Icon = ({ of }: { of: IconShape }) => (
  <svg class={of.flip ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={of.d} />
    {of.dot && <path class="dot" d={of.dot} />}
  </svg>
);
