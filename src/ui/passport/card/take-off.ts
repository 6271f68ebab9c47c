import { useEffect } from 'preact/hooks';
import type { Book } from '../../../app/book.ts';
import type { CardPick } from '../../../app/codec.ts';
import type { Session } from '../../../app/session.ts';
import type { App } from '../context.ts';
import { waysNow } from '../ways.ts';
import { buildCard, cardWays } from './build.ts';

/** The picks whose item is still there and may be read by anyone. */
const holding = (book: Book, picks: readonly CardPick[]): CardPick[] =>
  picks.filter(({ item }) => {
    const head = book.items.value.get(item)?.head;
    return head !== undefined && head.privacy !== 'just-me';
  });

/** The card first: should it end in between, the ticks still say that there is something to take off. */
const takeOff = async (session: Session, book: Book): Promise<void> => {
  const left = holding(book, book.settings.peek().card ?? []);
  const card = buildCard(left, book.items.peek(), cardWays(waysNow(session.clock)));
  if (card.lines.length > 0) await session.kept.writeCard(card);
  else await session.kept.removeCard();
  await book.writeSettings({ card: left });
};

/**
 * What is deleted or marked Just me leaves the emergency card at once: it is the one readable thing on the phone, and
 * nobody should have to think of it. Not while a page can't be read: then an item may be missing that was never
 * deleted.
 */
export const useTakeOff = ({ session, book, madeUp }: App): void => {
  const picks = book.settings.value.card ?? [];
  const gone = !madeUp && book.damage.length === 0 && holding(book, picks).length < picks.length;
  useEffect(() => {
    if (gone) void takeOff(session, book).catch(() => undefined);
  }, [gone, session, book]);
};
