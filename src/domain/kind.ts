import type { Item, Privacy, Topic, Values } from './item.ts';

/** Where an item stands in Mine and on the reader's page, in the order of `groups.ts`. */
export type GroupId =
  | 'about'
  | 'goals'
  | 'plans'
  | 'treatment'
  | 'allergies'
  | 'medicines'
  | 'conditions'
  | 'tests'
  | 'mind'
  | 'life'
  | 'people'
  | 'papers';

interface FieldBase {
  /** Name in `Values`. Never changes once released. */
  name: string;
  /** What a list or a reader calls it: "Last dose". */
  label: string;
  /** What the form asks: "When was the last one?". */
  question: string;
  hint?: string;
  /** Shown in a form only while this holds. */
  when?: (values: Values) => boolean;
  /** Kept and shared, never asked in a form (a code from a document). */
  hidden?: true;
  /** Set by a button on the thing's own screen, never asked in a form. Shown like any other. */
  set?: true;
  /** Never leaves the phone, whatever the item's mark. */
  neverShared?: true;
  /** Seen by whoever helps on this phone, though it never leaves. */
  together?: true;
  /** Thoughts to begin from, folded until the person opens them. */
  ideas?: readonly Idea[];
}

export interface Option {
  id: string;
  label: string;
}

export interface Idea extends Option {
  text: string;
}

/**
 * A field. Its value in `Values`:
 * text, long, phone: what was typed; person: a name, picked from the people kept or typed; amount: the number as typed, `unit` follows it; date, time: a `SaidDate`;
 * choice: an option's id or own words; choices: several of these; file: a `FileValue`;
 * code: `system|code`, as documents carry it.
 */
export type Field = FieldBase &
  (
    | { type: 'text' | 'long' | 'phone' | 'person' | 'code' | 'file' }
    | { type: 'amount'; unit: string }
    /**
     * `past`: a day still to come is a slip; `coming`: Today and lists say when it runs out; `after` has Today say so
     * on the day and not before, and only once the thing is over.
     */
    | { type: 'date' | 'time'; past?: true; coming?: true | 'after' }
    | { type: 'choice' | 'choices'; options: readonly Option[]; own?: true }
  );

/**
 * One kind of thing a person keeps. This description drives form, view, plain text, print and the share
 * encoding, so a new kind is one new file beside the others and one line in `kinds.ts`.
 */
export interface Kind {
  id: string;
  /** Number in the share encoding. Never reused. */
  code: number;
  group: GroupId;
  /** "Medicine" */
  label: string;
  /** "Medicines" */
  plural: string;
  /** What adding one is called, in the person's words: "Something I take". */
  add: string;
  /** What a list shows for a Careful item instead of its content: "My treatment", "A test". */
  cover: string;
  privacy: Privacy;
  topics: readonly Topic[];
  /** Stands on the screen of a thing of that kind, and nowhere else; its field of that name says which. Never leaves. */
  partOf?: string;
  /** One for the whole record ("About me"); adding again opens it. */
  single?: true;
  /** "No allergies, I say": offered where the absence itself is worth saying. */
  none?: string;
  /**
   * A standing sentence that goes wherever the item shows ("To help you check. Not proof of a dose."), and the field
   * with the number that it says to ring.
   */
  check?: { title: string; text: string; phone?: string };
  /** A standing quiet sentence under the item on the person's own screen. */
  aside?: string;
  /** Order is the share encoding's: append only. */
  fields: readonly Field[];
  /** The one-line name: field names, the first filled one is the title. */
  title: readonly string[];
  /** What belongs on the line after the title, in order. */
  line: readonly string[];
  /** It is over, whatever came of it: nothing asks about it any more, and lists have it last of its kind. */
  ended?: (values: Values) => boolean;
  /** People to ring: field names of who, of the number, and of what helps to reach them. */
  ring?: readonly { label: string; name: string; phone: string; more?: string }[];
}

/** The kind as it was written; only fixes its type. */
export const defineKind = (kind: Kind): Kind => kind;

/** Items by id, as the app holds them while unlocked. */
export type Items = ReadonlyMap<string, Item>;
