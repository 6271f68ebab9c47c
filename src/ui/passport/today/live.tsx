import { Live } from '../../parts/rope.tsx';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { closesText, isOpen, minutesLeft, useNow, whoText } from '../show/closes.ts';

/** Every page that is open to someone right now, with Stop. */
export const LiveNow = () => {
  const { book, session, say } = useApp();
  const sharing = useSharing();
  const now = useNow(session.clock);
  const open = book.shares.value.filter(entry => isOpen(entry, now));
  return open.map(entry => (
    <Live
      key={entry.id}
      title={t('today.live', { who: whoText(entry), count: entry.items.length })}
      text={closesText(minutesLeft(entry, now))}
      onStop={() => void sharing.stop(entry).then(() => say({ text: t('show.stopped') }))}
    />
  ));
};
