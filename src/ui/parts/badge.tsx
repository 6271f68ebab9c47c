/** The mark: an H lashed with rope. The same in both themes. */
export const Badge = ({ big }: { big?: boolean }) => (
  <div class={big ? 'badge big' : 'badge'}>
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path stroke-width="5.2" d="M14.5 8v32M33.5 8v32" />
      <path class="c" stroke-width="9" d="M10 20h28M10 28h28M10 24h28" />
      <path class="r" stroke-width="4.6" d="M10 20C20 20 28 28 38 28" />
      <path class="c" stroke-width="8.8" d="M20.5 26L27.5 22" />
      <path class="r" stroke-width="4.6" d="M10 28C20 28 28 20 38 20" />
    </svg>
  </div>
);
