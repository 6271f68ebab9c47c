import type { Privacy, SourceType } from '../../domain/item.ts';
import { t } from '../words/words.ts';
import { Icon, type IconShape } from './icon.tsx';
import { clock } from './icons.ts';
import { page, pageTicked, speech } from './icons-shared.ts';
import { people } from './icons-start.ts';

/** Shape and word; the more private, the heavier. `bare` leaves the word to what stands beside it. */
export const PrivacyMark = ({ privacy, bare }: { privacy: Privacy; bare?: boolean }) => (
  <span class={`mark ${privacy}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {privacy === 'just-me' ? (
        <>
          <circle class="f" cx="8" cy="8" r="6.8" />
          <circle class="k" cx="8" cy="6.7" r="1.7" />
          <path class="k" d="M7.2 7h1.6l.5 4.2H6.7z" />
        </>
      ) : (
        <circle cx="8" cy="8" r="6" />
      )}
      {privacy === 'careful' && <path class="f" d="M8 2a6 6 0 0 1 0 12z" />}
    </svg>
    {!bare && t(`parts.privacy.${privacy}`)}
  </span>
);

/** Speech for me, two people with a peer, a ticked page for a health worker, a page for a letter or label. */
export const sourceIcon: Record<SourceType, IconShape> = {
  me: speech,
  peer: people,
  provider: pageTicked,
  document: page,
  scanned: page,
};

export interface SourceProps {
  type: SourceType;
  /** "From Dr Osei, 9 Dec" */
  text: string;
  /** "5 months old", where it asks to be looked at again. */
  old?: string | null | undefined;
}

/** Who said so and as of when. Every fact has one. */
export const SourceLine = ({ type, text, old }: SourceProps) => (
  <span class="src">
    <span class="by">
      <Icon of={sourceIcon[type]} />
      <bdi>{text}</bdi>
    </span>
    {old && (
      <span class="old">
        <Icon of={clock} />
        {old}
      </span>
    )}
  </span>
);
