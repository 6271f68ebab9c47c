import type { Item, Topic } from '../../../domain/item.ts';
import { PickRow } from '../../parts/choice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { topicsAmong } from './flow.ts';

const topics: readonly Topic[] = [
  'drugs',
  'mental-health',
  'sexual-health',
  'violence',
  'custody',
  'children',
];

interface LeaveOutProps {
  items: readonly Item[];
  without: readonly Topic[];
  onInput: (topics: readonly Topic[]) => void;
  onDone: () => void;
}

/** Leaves out everything about a topic. Only topics that something is about are offered. */
export const LeaveOut = ({ items, without, onInput, onDone }: LeaveOutProps) => {
  const offered = topicsAmong(items, topics);
  const turn = (topic: Topic, on: boolean) =>
    onInput(on ? [...without, topic] : without.filter(one => one !== topic));
  return (
    <Sheet
      title={t('show.what.leave.title')}
      text={t(offered.length > 0 ? 'show.what.leave.text' : 'show.what.leave.none')}
      notNow={t('show.what.leave.done')}
      onNotNow={onDone}
    >
      <ul class="picks">
        {offered.map(topic => (
          <PickRow
            key={topic}
            title={t(`show.topic.${topic}`)}
            checked={without.includes(topic)}
            onInput={on => turn(topic, on)}
          />
        ))}
      </ul>
    </Sheet>
  );
};
