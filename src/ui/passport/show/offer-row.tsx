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

/** One thing to tick. Unless the person sends photos too, it is said that a photo or PDF `stays`. */
export const OfferRow = ({
  item,
  checked,
  stays = true,
  onTick,
}: {
  item: Item;
  checked: boolean;
  stays?: boolean;
  onTick: (id: ItemId, on: boolean) => void;
}) => {
  const { book } = useApp();
  const ways = useWays();
  const { title, text } = wordsOf(item, ways);
  const { old } = sourceFor(item.head, ways, book.settings.value);
  const file = factsOf(item.head, ways).find(fact => fact.file)?.file;
  const isPdf = file?.type === 'application/pdf';
  const staying = file && stays && t(isPdf ? 'show.what.pdf-stays' : 'show.what.photo-stays');
  return (
    <PickRow
      title={title}
      text={[text, staying, old].filter(Boolean).join('. ') || undefined}
      privacy={item.head.privacy}
      checked={checked}
      onInput={on => onTick(item.id, on)}
    />
  );
};
