import { Group } from '../../parts/facts.tsx';
import type { IconShape } from '../../parts/icon.tsx';
import { list, phone } from '../../parts/icons.ts';
import { page, speech } from '../../parts/icons-shared.ts';
import { Go } from '../../parts/rings.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';

const starts: readonly { kind: string; word: Key; icon: IconShape }[] = [
  { kind: 'talk', word: 'mine.starts.talk', icon: speech },
  { kind: 'contact', word: 'mine.starts.contact', icon: phone },
  { kind: 'medicine', word: 'mine.starts.medicine', icon: list },
  { kind: 'document', word: 'mine.starts.document', icon: page },
];

/** Four things that people often keep first. */
export const Starts = () => {
  const { router } = useApp();
  return (
    <Group title={t('mine.starts')}>
      {starts.map(({ kind, word, icon }) => (
        <Go key={kind} icon={icon} title={t(word)} onPress={() => router.go({ name: 'item/add', kind })} />
      ))}
    </Group>
  );
};
