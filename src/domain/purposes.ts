import { readerSections, sectionOf } from './groups.ts';
import type { Item } from './item.ts';
import { kindOf, kinds } from './kinds.ts';
import type { Purpose } from './share.ts';
import { hasEnded } from './show.ts';

const clinic = ['about', 'need', 'allergy', 'oat', 'medicine', 'naloxone', 'condition', 'wound', 'pregnancy'];

/** Which kinds each purpose proposes. The person sees all of them and ticks what they like. */
const proposed: Readonly<Record<Purpose, readonly string[]>> = {
  gp: [...clinic, 'hepc', 'result', 'vaccination', 'mind', 'advance', 'contact', 'talk'],
  emergency: [...clinic, 'hepc', 'mind', 'advance', 'contact', 'talk'],
  pharmacy: ['about', 'oat'],
  worker: [
    'about',
    'need',
    'goal',
    'appointment',
    'referral',
    'help',
    'contact',
    'nohome',
    'custody',
    'mind',
    'hardtime',
    'talk',
  ],
  own: kinds.filter(kind => !kind.partOf).map(kind => kind.id),
};

/** One line to tick. */
export interface Offer {
  item: Item;
  ticked: boolean;
}

/**
 * What a purpose puts before the person, in the reader's order: Open things that are not over ticked, Careful ones not, Just me ones
 * not there at all. `own` begins with nothing ticked.
 */
export const offersFor = (purpose: Purpose, items: Iterable<Item>): Offer[] => {
  const wanted = new Set(proposed[purpose]);
  return [...items]
    .filter(item => wanted.has(item.kind) && mayLeave(item))
    .map(item => ({ item, place: placeOf(item) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => ({ item, ticked: purpose !== 'own' && isOpen(item) && !hasEnded(item.head) }));
};

// With a conflict the stricter mark counts: no head may leave by a mark that another head took back.
const mayLeave = (item: Item): boolean => item.heads.every(head => head.privacy !== 'just-me');
const isOpen = (item: Item): boolean => item.heads.every(head => head.privacy === 'open');

const order = new Map(readerSections.map((section, at) => [section.id, at]));

const placeOf = (item: Item): number => {
  const kind = kindOf(item.kind);
  if (!kind) return 0;
  return (order.get(sectionOf(kind)) ?? 0) * 100 + kinds.indexOf(kind);
};
