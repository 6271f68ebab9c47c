import { FILE_NAME, toFile } from '../../../share/file.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { handOut } from '../hand-out.ts';
import type { Shown } from './flow.ts';

const fileOf = ({ prepared: { sealed } }: Shown): File => {
  const address = sealed.link.replace(/#.*$/s, '');
  return new File([toFile(sealed.link, t('show.file.todo', { address }))], FILE_NAME, { type: 'text/plain' });
};

/** Hands a share out as a file, and says when it did not go. `then` comes once it went, unless the app locked. */
export const useSendFile = () => {
  const { session, say } = useApp();
  return async (shown: Shown, then?: () => void): Promise<void> => {
    const { away } = session;
    const out = await handOut(fileOf(shown), away);
    if (session.away !== away) return;
    if (out === 'not') return say({ text: t('show.file.not') });
    then?.();
    if (out === 'saved') say({ text: t('show.file.saved', { name: FILE_NAME }) });
  };
};
