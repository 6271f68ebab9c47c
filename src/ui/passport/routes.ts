import type { ComponentType } from 'preact';
import type { ShareDraft } from '../../app/sharing.ts';
import type { ItemId } from '../../domain/item.ts';

/** The four places of the bottom bar. */
export type Place = 'today' | 'mine' | 'show' | 'people';

/** Every screen of the open record and what it needs to know. Lives in memory only: nothing of it reaches a URL. */
export type Route =
  | { name: 'today' }
  | { name: 'mine' }
  /** What to add; with a kind, its empty form; of a part, with the thing it stands with. */
  | { name: 'item/add'; kind?: string; owner?: ItemId }
  | { name: 'item/view'; id: ItemId }
  | { name: 'item/edit'; id: ItemId }
  | { name: 'item/story'; id: ItemId }
  /** What asks to be looked at again. */
  | { name: 'again' }
  /** The draft is what was picked so far, also when going back or showing the same again. */
  | { name: 'show/who'; draft?: ShareDraft }
  | { name: 'show/what'; draft: ShareDraft }
  | { name: 'show/look'; draft: ShareDraft }
  /** Their screen's code is scanned, so that only it can open what was looked at. */
  | { name: 'show/seal' }
  /** The log entry of what is being shown; the show flow keeps the share itself in memory. */
  | { name: 'show/code'; entry: string }
  | { name: 'show/words'; entry: string }
  | { name: 'show/large'; entry: string }
  | { name: 'people' }
  /** Who needs the new phone number. */
  | { name: 'people/number' }
  /** Who helps, and what they may see. */
  | { name: 'together' }
  /** Practice for peers, with the made-up person. */
  | { name: 'practice' }
  /** A code, or words that came as a message. */
  | { name: 'scan' }
  /** What others offered and waits for a yes: what came in just now, or the oldest. */
  | { name: 'review'; proposal?: string }
  /** Numbers that help; one of them goes by its name. */
  | { name: 'numbers' }
  | { name: 'numbers/one'; number: string }
  | { name: 'log' }
  | { name: 'log/entry'; id: string }
  | { name: 'card' }
  | { name: 'card/edit' }
  | { name: 'card/look' }
  /** Spare copies. `way`: to make one at once, for a file here or for someone else. */
  | { name: 'spare'; way?: 'save' | 'give' }
  | { name: 'spare/own' }
  /** Twelve words, shown once. */
  | { name: 'spare/kit' }
  /** Three cards of which two are enough. */
  | { name: 'spare/cards' }
  | { name: 'settings' }
  | { name: 'settings/secret' }
  | { name: 'settings/storage' }
  | { name: 'settings/erase' }
  /** The name and icon on the Home Screen. */
  | { name: 'ways/name' }
  | { name: 'ways/passkey' }
  /** A PIN that erases. */
  | { name: 'ways/erase' }
  /** What two PINs are. */
  | { name: 'ways/second' }
  | { name: 'about' }
  /** A spare copy's things, to look at; the copy itself, where it was scanned. */
  | { name: 'spare/back'; copy?: Blob }
  /** All of it to a new phone. */
  | { name: 'spare/move' }
  /** A new PIN or words, after the recovery words or cards opened it. */
  | { name: 'back/secret' }
  /** What came back, checked thing by thing. */
  | { name: 'back/end' };

type RouteName = Route['name'];
export type RouteOf<N extends RouteName> = Extract<Route, { name: N }>;

/** A screen gets its route. Its one `<h1>` takes the focus when it comes up. */
export type ScreenOf<N extends RouteName> = ComponentType<{ route: RouteOf<N> }>;

/** Each folder exports its part of this table (`export const mineScreens = { mine: Mine, … } satisfies Some`). */
export type Screens = { [N in RouteName]: ScreenOf<N> };
export type Some = Partial<Screens>;

/** Which place is marked in the bottom bar, and the root that a tap on it opens. */
export const rootOf: Record<Place, Route> = {
  today: { name: 'today' },
  mine: { name: 'mine' },
  show: { name: 'show/who' },
  people: { name: 'people' },
};

/** The place a screen belongs to: what Back calls it, and what the bottom bar marks. */
export const placeOf = ({ name }: Route): Place => {
  if (name === 'today' || name === 'again' || name === 'review') return 'today';
  if (name.startsWith('show/')) return 'show';
  return name === 'mine' || name.startsWith('item/') ? 'mine' : 'people';
};
