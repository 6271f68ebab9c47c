import { Ghost } from '../../parts/button.tsx';
import { cross } from '../../parts/icons.ts';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { toAskAbout } from '../log/ask-after.ts';
import { useNow } from '../show/closes.ts';

/** One quiet line that leads to how the last visit went, and can be put away for good. */
export const HowItWent = () => {
  const { book, router, session, say } = useApp();
  const sharing = useSharing();
  const entry = toAskAbout(book.shares.value, useNow(session.clock));
  if (!entry) return null;
  const { id, to, purpose, after = {} } = entry;
  const name = to.trim();
  const putAway = () =>
    sharing.went(id, after, true).then(
      () => say({ text: t('log.after.skipped'), undo: () => sharing.went(id, after, false) }),
      (error: unknown) => say({ text: t(failed(error)) }),
    );
  return (
    <div class="line-row apart outdent gap-above">
      <Ghost line onPress={() => router.go({ name: 'log/entry', id })}>
        <span dir="auto">{name ? t('today.after.name', { name }) : t(`today.after.${purpose}`)}</span>
      </Ghost>
      <Ghost icon={cross} say={t('today.after.away')} onPress={() => void putAway()}>
        {null}
      </Ghost>
    </div>
  );
};
