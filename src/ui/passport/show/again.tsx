import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ShareDraft } from '../../../app/sharing.ts';
import { topicsOf } from '../../../domain/let-out.ts';
import type { ShareEntry } from '../../../domain/share.ts';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { AskChildren } from './children.tsx';

/** "Show the same again": straight to the last look, past the question that something about children always asks. */
export const useShowAgain = (): { again: (entry: ShareEntry) => void; ask: JSX.Element | null } => {
  const { book, router, say } = useApp();
  const sharing = useSharing();
  const [asking, setAsking] = useState<ShareDraft | null>(null);
  const aboutChildren = (id: string): boolean => {
    const item = book.items.peek().get(id);
    return item !== undefined && topicsOf(item).has('children');
  };
  const look = (draft: ShareDraft) => {
    setAsking(null);
    if (draft.ticked.length === 0) return say({ text: t('log.again.gone') });
    router.go({ name: 'show/look', draft });
  };
  const again = (entry: ShareEntry) => {
    const draft = sharing.again(entry);
    if (draft.ticked.some(aboutChildren)) setAsking(draft);
    else look(draft);
  };
  const ask = asking && (
    <AskChildren
      onShow={() => look(asking)}
      onLeave={() => look({ ...asking, ticked: asking.ticked.filter(id => !aboutChildren(id)) })}
      onNotNow={() => setAsking(null)}
    />
  );
  return { again, ask };
};
