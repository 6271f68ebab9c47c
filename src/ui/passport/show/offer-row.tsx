import type { Item, ItemId } from '../../../domain/item.ts';
import { coverOf, factsOf, lineOf, titleOf, type Ways } from '../../../domain/show.ts';
import { PickRow } from '../../parts/choice.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { sourceFor } from '../mine/cover.ts';
import { useWays } from '../ways.ts';

/** Its name, and what would go out: a Careful thing goes by its own name here too, with what it is under it. */
const wordsOf = ({ head }: Item, ways: Ways): { title: string; text: string } => {
  const [title, cover, line] = [titleOf(head, ways), coverOf(head, ways), lineOf(head, ways)];
  if (head.privacy === 'open' || cover === title) return { title, text: line };
  return { title: cover, text: title };
};

/** One thing to tick. A photo or PDF fits no code, so it is said that it stays. */
export const OfferRow = ({
  item,
  checked,
  onTick,
}: {
  item: Item;
  checked: boolean;
  onTick: (id: ItemId, on: boolean) => void;
}) => {
  const { book } = useApp();
  const ways = useWays();
  const { title, text } = wordsOf(item, ways);
  const { old } = sourceFor(item.head, ways, book.settings.value);
  const file = factsOf(item.head, ways).find(fact => fact.file)?.file;
  const stays = file && t(file.type === 'application/pdf' ? 'show.what.pdf-stays' : 'show.what.photo-stays');
  return (
    <PickRow
      title={title}
      text={[text, stays, old].filter(Boolean).join('. ') || undefined}
      privacy={item.head.privacy}
      checked={checked}
      onInput={on => onTick(item.id, on)}
    />
  );
};
