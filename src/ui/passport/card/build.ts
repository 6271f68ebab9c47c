import type { Card, CardLine } from '../../../app/card.ts';
import type { CardPick } from '../../../app/codec.ts';
import { createFormats } from '../../../domain/format.ts';
import type { Item, ItemId } from '../../../domain/item.ts';
import type { Items } from '../../../domain/kind.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { offersFor } from '../../../domain/purposes.ts';
import { type Fact, factsOf, kindLabel, titleOf, type Ways } from '../../../domain/show.ts';
import { locale, t } from '../../words/words.ts';

/** Dates on a card always have their year: nobody knows when it will be read. */
export const cardWays = (ways: Ways): Ways => ({ ...ways, date: createFormats(locale()).date });

/** What may stand on a card, in the order a stranger needs it. Just me things are not among it. */
const cardItems = (items: Items): Item[] => offersFor('own', items.values()).map(offer => offer.item);

/** The same in two parts: what an emergency asks for, and the rest. */
export const cardOffers = (items: Items): { first: Item[]; rest: Item[] } => {
  const offers = offersFor('emergency', items.values()).map(offer => offer.item);
  // What someone needs today is old by the time the card is read.
  const first = offers.filter(item => item.kind !== 'need');
  const ids = new Set(first.map(item => item.id));
  return { first, rest: cardItems(items).filter(item => !ids.has(item.id)) };
};

/** The lines of one item that may be ticked. Photos stay inside, and so does what never leaves. */
export const cardFacts = (item: Item, ways: Ways): Fact[] => {
  const kind = kindOf(item.kind);
  const inside = new Set(kind?.fields.filter(f => f.neverShared).map(f => f.name));
  return factsOf(item.head, ways).filter(fact => !fact.file && !inside.has(fact.name));
};

/** One item's part of the card: "Sertraline", and under it "50 mg" and "In the morning". `null` when nothing of it is left to say. */
const cardLine = (item: Item, fields: readonly string[], ways: Ways): CardLine | null => {
  const kind = kindOf(item.kind);
  if (!kind) return null;
  const label = kindLabel(kind, ways.words);
  if (item.head.absence) return { label, value: titleOf(item.head, ways) };
  const wanted = new Set(fields);
  const parts = cardFacts(item, ways)
    .filter(fact => wanted.has(fact.name))
    .map(factText);
  return parts.length > 0 ? { label, value: parts.join('\n') } : null;
};

const factText = ({ label, text, also, type }: Fact): string => {
  const bare = also === 'title' || (also === 'line' && type !== 'date' && type !== 'time');
  return (bare ? capital(text) : t('card.labelled', { label, text })).replace(/\s*\n\s*/g, ' / ');
};

/** Each part stands on a line of its own on the card. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);

/** The picks that still hold, each with its item. */
const picked = (picks: readonly CardPick[], items: Items): [Item, readonly string[]][] => {
  const fields = new Map(picks.map(pick => [pick.item, pick.fields]));
  return cardItems(items).flatMap(item => {
    const own = fields.get(item.id);
    return own ? [[item, own] as [Item, readonly string[]]] : [];
  });
};

/** The card as those ticks make it now. "Ring the dosing point first" stands right before what it is about. */
export const buildCard = (picks: readonly CardPick[], items: Items, ways: Ways): Card => {
  const lines: CardLine[] = [];
  for (const [item, fields] of picked(picks, items)) {
    const line = cardLine(item, fields, ways);
    if (!line) continue;
    const kind = kindOf(item.kind);
    if (kind?.check) {
      const { title, text } = kind.check;
      const first = ways.words(`kind.${kind.id}.check.text`, text);
      const then = ways.words(`kind.${kind.id}.check.title`, title);
      lines.push({ label: t('card.check'), value: `${first}\n${then}` });
    }
    lines.push(line);
  }
  return { made: ways.today, lines };
};

/** The items whose line on the card is not what it would be now. */
export const changedSince = (
  card: Card,
  picks: readonly CardPick[],
  items: Items,
  ways: Ways,
): { id: ItemId; item: Item | null }[] => {
  const written = new Set(card.lines.map(({ value }) => value));
  const may = new Map(cardItems(items).map(item => [item.id, item]));
  return picks.flatMap(({ item: id, fields }) => {
    const item = may.get(id);
    const line = item && cardLine(item, fields, ways);
    return line && written.has(line.value) ? [] : [{ id, item: items.get(id) ?? null }];
  });
};
