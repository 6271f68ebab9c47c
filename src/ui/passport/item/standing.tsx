import type { Version } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { Note } from '../../parts/note.tsx';
import { useWays } from '../ways.ts';

/** What goes wherever the thing shows: "To help you check. Not proof of a dose." */
export const CheckNote = ({ version }: { version: Version }) => {
  const ways = useWays();
  const kind = kindOf(version.kind);
  if (!kind?.check) return null;
  const at = `kind.${kind.id}.check`;
  return (
    <div class="gap-above">
      <Note look="ask" title={ways.words(`${at}.title`, kind.check.title)}>
        <p>{ways.words(`${at}.text`, kind.check.text)}</p>
      </Note>
    </div>
  );
};

/** A quiet sentence under the facts. */
export const Aside = ({ version }: { version: Version }) => {
  const ways = useWays();
  const kind = kindOf(version.kind);
  if (!kind?.aside) return null;
  return <p class="quiet gap-above-s">{ways.words(`kind.${kind.id}.aside`, kind.aside)}</p>;
};
