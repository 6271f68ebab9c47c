import { t } from '../words/words.ts';

interface QrProps {
  /** As `share/qr.ts` draws it: dark modules as an SVG path, in a square of `size` with its quiet zone. */
  d: string;
  size: number;
  /** As wide as the screen allows. */
  big: boolean;
}

/** A code in its rope frame: black on white in either theme. */
export const QrFrame = ({ d, size, big }: QrProps) => (
  <div class={big ? 'qr rope big' : 'qr rope'}>
    <div>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('parts.code')}
        shape-rendering="crispEdges"
      >
        <path d={d} />
      </svg>
    </div>
  </div>
);

/** The words to say, each on its own tile. `loud` where nothing else is on the screen. */
export const WordTiles = ({ words, loud }: { words: readonly string[]; loud?: boolean }) => (
  <ol class={loud ? 'words loud' : 'words'}>
    {words.map((word, i) => (
      <li key={i}>{word}</li>
    ))}
  </ol>
);

/** How long it stays open, as a bar. Say it in words beside it. */
export const TimeLeft = ({ left, of, label }: { left: number; of: number; label: string }) => (
  <progress class="left-bar" value={left} max={of} aria-label={label} />
);

export interface LargePart {
  label: string;
  lines: readonly { look: 'main' | 'also' | 'said'; text: string }[];
}

/** A phone number stays in one piece. */
const whole = (text: string): string => text.replace(/(?<=\d) (?=\d)/g, '\u00a0');

/** Facts in letters that can be read across a counter: the name of a thing heavier than what else there is of it. */
export const LargeText = ({ parts }: { parts: readonly LargePart[] }) => (
  <dl class="large">
    {parts.map(({ label, lines }, i) => (
      <div key={i}>
        <dt>
          <bdi>{label}</bdi>
        </dt>
        {lines.map(({ look, text }, i) => (
          <dd key={i} class={look} dir="auto">
            {whole(text)}
          </dd>
        ))}
      </div>
    ))}
  </dl>
);
