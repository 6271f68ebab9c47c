import { FILE_NAME, toFile } from '../../../share/file.ts';
import { makeLink } from '../../../share/link.ts';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { handOut } from '../hand-out.ts';
import type { Shown } from './flow.ts';

/** A link for whoever is told the words; or what only the screen that was scanned opens, with what to do there. */
const fileOf = ({ prepared, sealed }: Shown, base: string): File => {
  const text = sealed
    ? toFile(makeLink(base, sealed.bytes), t('show.sealed.todo'))
    : toFile(prepared.sealed.link, t('show.file.todo', { address: base }));
  return new File([text], FILE_NAME, { type: 'text/plain' });
};

/**
 * Hands a share out as a file, and says when it did not go. `first`, of what has gone out in no way yet, comes once it
 * went, unless the app locked.
 */
export const useSendFile = () => {
  const { session, say } = useApp();
  const sharing = useSharing();
  return async (shown: Shown, first?: () => void): Promise<void> => {
    const { away } = session;
    const out = await handOut(fileOf(shown, sharing.base), away);
    if (session.away !== away) return;
    if (out === 'not') {
      if (!first) return say({ text: t('show.file.not-again') });
      const slip = await sharing.stayed(shown.entry).then(() => 'show.file.not' as const, failed);
      return say({ text: t(slip) });
    }
    first?.();
    if (out === 'saved') say({ text: t('show.file.saved', { name: FILE_NAME }) });
  };
};
