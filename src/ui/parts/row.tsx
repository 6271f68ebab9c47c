import type { Privacy } from '../../domain/item.ts';
import { t } from '../words/words.ts';
import { PrivacyMark, SourceLine, type SourceProps } from './marks.tsx';
import { Press, type PressProps } from './press.tsx';

interface RowProps extends PressProps {
  title: string;
  value?: string | undefined;
  privacy?: Privacy | undefined;
  /** A word at its end, where no mark stands. */
  end?: string | undefined;
  source?: SourceProps | undefined;
  /** Its content lies under a grey bar until it is pressed. */
  covered?: boolean | undefined;
}

/** One thing in a list: its name, what it is, how private, and who said so. Stands in `<ul class="rows">`. */
export const Row = ({ title, value, privacy, end, source, covered, ...press }: RowProps) => (
  <li class={covered ? 'covered' : undefined}>
    <Press {...press} class="row">
      <span>
        {covered ? (
          <b aria-hidden="true">{'\u00a0'}</b>
        ) : (
          <b>
            <bdi>{title}</bdi>
          </b>
        )}
        {(covered || value) && (
          <span class="val">
            <bdi>{covered ? t('parts.covered') : value}</bdi>
          </span>
        )}
      </span>
      {(privacy || end) && (
        <span class="end">
          {privacy && <PrivacyMark privacy={privacy} />}
          {end}
        </span>
      )}
      {source && !covered && <SourceLine {...source} />}
    </Press>
  </li>
);
