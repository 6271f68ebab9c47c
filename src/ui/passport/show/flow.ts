import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Book } from '../../../app/book.ts';
import type { Prepared, SealedFor, ShareDraft } from '../../../app/sharing.ts';
import type { Item, ItemId, Topic } from '../../../domain/item.ts';
import { topicsOf, withoutTopics } from '../../../domain/let-out.ts';
import { offersFor } from '../../../domain/purposes.ts';
import type { Purpose, ShareEntry } from '../../../domain/share.ts';
import { MOST_VERSION } from '../../../share/room.ts';
import { useApp } from '../context.ts';

/** A share that is being shown, and its entry in the log. */
export interface Shown {
  prepared: Prepared;
  entry: ShareEntry;
  /** Where it is for one reader's screen alone. */
  sealed?: SealedFor | undefined;
}

/** What the screens of Show hand to each other. Lives as long as its book is open. */
interface Flow {
  draft: Signal<ShareDraft>;
  /** "Show this": ticked whatever the purpose proposes. */
  asked: readonly ItemId[];
  /** Topics that the person leaves out. */
  without: Signal<readonly Topic[]>;
  shown: Map<string, Shown>;
  /** What the last look was at. */
  looked: Prepared | null;
  /** The purpose whose proposals are ticked. */
  tickedFor: Purpose | null;
  made: boolean;
  routes: WeakSet<object>;
}

export const freshDraft = (): ShareDraft => ({ purpose: 'gp', to: '', why: '', length: '60', ticked: [] });

const flows = new WeakMap<Book, Flow>();

const flowOf = (book: Book): Flow => {
  const known = flows.get(book) ?? {
    draft: signal(freshDraft()),
    asked: [],
    without: signal([]),
    shown: new Map(),
    looked: null,
    tickedFor: null,
    made: false,
    routes: new WeakSet(),
  };
  flows.set(book, known);
  return known;
};

/** Begins anew: nothing of who it was for or what was ticked is left over for the next one. */
export const endFlow = (book: Book): void => {
  const flow = flowOf(book);
  flow.draft.value = freshDraft();
  flow.asked = [];
  flow.without.value = [];
  flow.looked = null;
  flow.tickedFor = null;
  flow.made = false;
};

/** A screen that comes up for the first time with a draft of its own, or after a code was made, begins anew. */
const arrive = (book: Book, route: { name: string; draft?: ShareDraft }): void => {
  const flow = flowOf(book);
  const isNew = !flow.routes.has(route);
  flow.routes.add(route);
  if (route.name === 'show/who' && (isNew || flow.made)) {
    endFlow(book);
    flow.asked = route.draft?.ticked ?? [];
    if (route.draft) flow.draft.value = { ...route.draft, ticked: [] };
  } else if (isNew && route.draft && route.draft !== flow.draft.peek()) {
    endFlow(book);
    flow.draft.value = route.draft;
    flow.tickedFor = route.draft.purpose;
  }
};

/** What is picked so far, also after Back. */
export const useFlow = (route: { name: string; draft?: ShareDraft }) => {
  const { book } = useApp();
  const flow = flowOf(book);
  const { draft, without } = flow;
  useMemo(() => arrive(book, route), [book, route]);
  return {
    draft: draft.value,
    without: without.value,
    set: (part: Partial<ShareDraft>) => {
      draft.value = { ...draft.peek(), ...part };
    },
    /** Ticks what the purpose proposes, once for each purpose. Returns the draft as it then stands. */
    propose: (): ShareDraft => {
      const { purpose } = draft.peek();
      if (flow.tickedFor !== purpose) {
        flow.tickedFor = purpose;
        draft.value = { ...draft.peek(), ticked: ticksFor(purpose, flow.asked, book.items.peek().values()) };
      }
      return draft.peek();
    },
    setWithout: (topics: readonly Topic[]) => {
      without.value = topics;
      const left = new Set(leftOut(topics, book.items.peek().values()).map(item => item.id));
      draft.value = { ...draft.peek(), ticked: draft.peek().ticked.filter(id => !left.has(id)) };
    },
  };
};

const leftOut = (topics: readonly Topic[], items: Iterable<Item>): Item[] => {
  const all = [...items];
  const stay = new Set(withoutTopics(all, topics));
  return all.filter(item => !stay.has(item));
};

/** What a purpose ticks to begin with, and what the person asked to show. Careful things are never in the first. */
const ticksFor = (purpose: Purpose, asked: readonly ItemId[], items: Iterable<Item>): ItemId[] => {
  const offers = offersFor(purpose, items);
  const ticked = offers.filter(offer => offer.ticked).map(({ item }) => item.id);
  return [...new Set([...ticked, ...asked])];
};

/** Which of these topics any of the items is about. */
export const topicsAmong = (items: readonly Item[], topics: readonly Topic[]): Topic[] => {
  const about = items.map(topicsOf);
  return topics.filter(topic => about.some(own => own.has(topic)));
};

/**
 * Keeps what is being shown at hand for the code, the words and the large text. The next visit to Who is for
 * someone else.
 */
export const holdShown = (book: Book, shown: Shown): void => {
  const flow = flowOf(book);
  flow.shown.set(shown.entry.id, shown);
  flow.made = true;
};

/** `null` once it was stopped, or after a lock: then there is nothing left to show. */
export const shownIn = (book: Book, entry: string): Shown | null => flowOf(book).shown.get(entry) ?? null;

export const letShownGo = (book: Book, entry: string): void => {
  flowOf(book).shown.delete(entry);
};

/** What was looked at last, for whoever scans their screen next. */
export const holdLooked = (book: Book, prepared: Prepared): void => {
  flowOf(book).looked = prepared;
};

/** `null` after a lock, or once another share was begun. */
export const lookedIn = (book: Book): Prepared | null => flowOf(book).looked;

/** One still code holds it, and any phone's own camera reads that; else it moves. */
export const isStill = ({ sealed }: Prepared): boolean => (sealed.version ?? Infinity) <= MOST_VERSION;
