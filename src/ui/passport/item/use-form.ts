import { useMemo, useRef, useState } from 'preact/hooks';
import type { ItemInput } from '../../../app/book.ts';
import { draftKeyOf } from '../../../app/drafts.ts';
import type { FieldValue, Item, Privacy, Source } from '../../../domain/item.ts';
import type { Kind } from '../../../domain/kind.ts';
import { useApp } from '../context.ts';
import { useTyped } from '../typed.ts';
import { useWays } from '../ways.ts';
import { draftTroubleOf, type Trouble } from './save.ts';

/** What a form holds: everything of an item that the person says. */
export interface Filled {
  values: Record<string, FieldValue>;
  source: Source;
  asOf: string;
  privacy: Privacy;
}

export interface Form {
  filled: Filled;
  /** It began with what was typed before something interrupted. */
  resumed: boolean;
  trouble: Trouble | null;
  setTrouble(trouble: Trouble | null): void;
  setValue(name: string, value: FieldValue): void;
  change(part: Partial<Omit<Filled, 'values'>>): void;
  /** Back to how the form began. */
  startOver(): Promise<void>;
  /** Lets go of what was typed. Returns what brings it back; `null` when nothing was. */
  drop(): Promise<(() => Promise<void>) | null>;
  /** What to keep. From now on no draft is written. */
  finish(): ItemInput;
  /** The save did not work: drafts are written again. */
  resume(): void;
}

/** What a form is for: a new thing of a kind, a new part of the thing `owner`, or a change to `item`. */
export interface FormOf {
  kind: Kind;
  item?: Item | undefined;
  owner?: Item | undefined;
}

const begin = ({ kind, item, owner }: FormOf, today: string): Filled => {
  if (item) {
    const { values, source, asOf, privacy } = item.head;
    return { values: { ...values }, source, asOf, privacy };
  }
  const values = kind.partOf && owner ? { [kind.partOf]: owner.id } : {};
  return { values, source: { type: 'me' }, asOf: today, privacy: owner?.head.privacy ?? kind.privacy };
};

const asText = ({ values, source, asOf, privacy }: Filled): string => {
  const said = Object.entries(values).filter(([, value]) => value !== '' && !isNone(value));
  return JSON.stringify([said.sort(([a], [b]) => (a < b ? -1 : 1)), source, asOf, privacy]);
};
const isNone = (value: FieldValue): boolean => Array.isArray(value) && value.length === 0;

/** A form's words as they are typed, kept as a draft after each pause and before every lock. */
export const useForm = (of: FormOf): Form => {
  const { kind, item } = of;
  const { book } = useApp();
  const { today } = useWays();
  const start = useMemo(() => begin(of, today), []);
  const key = draftKeyOf({ ...(item ? { id: item.id } : {}), kind: kind.id, values: start.values });
  const [resumed, setResumed] = useState(() => book.drafts.peek().has(key));
  const [filled, setFilled] = useState<Filled>(() => ({ ...start, ...book.drafts.peek().get(key) }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const now = useRef({ filled }).current;

  const typed = useTyped(async () => {
    try {
      if (asText(now.filled) === asText(start)) await book.dropDraft(key);
      else await book.keepDraft({ ...now.filled, key, kind: kind.id });
      setTrouble(null);
    } catch (error) {
      setTrouble(draftTroubleOf(error));
      throw error;
    }
  });
  const set = (next: Filled) => {
    now.filled = next;
    setFilled(next);
    typed.touch();
  };

  return {
    filled,
    resumed,
    trouble,
    setTrouble,
    setValue: (name, value) =>
      set({ ...mineNow(now.filled, start, item, today), values: { ...now.filled.values, [name]: value } }),
    change: part => set({ ...now.filled, ...part }),
    startOver: async () => {
      set(start);
      setResumed(false);
      await typed.flush();
    },
    drop: async () => {
      typed.end();
      const words = now.filled;
      if (asText(words) === asText(start)) return null;
      await book.dropDraft(key);
      return () => book.keepDraft({ ...words, key, kind: kind.id });
    },
    finish: () => {
      typed.end();
      return inputOf(now.filled, kind, item);
    },
    resume: typed.resume,
  };
};

/**
 * Changing what someone else said makes it the person's own word, as of today, until they say otherwise: a new
 * dose must not go out under the doctor's name of last year.
 */
const mineNow = (filled: Filled, start: Filled, item: Item | undefined, today: string): Filled => {
  const touched = filled.source !== start.source || filled.asOf !== start.asOf;
  return item && !touched ? { ...filled, source: { type: 'me' }, asOf: today } : filled;
};

const inputOf = (
  { values, source, asOf, privacy }: Filled,
  kind: Kind,
  item: Item | undefined,
): ItemInput => ({
  ...(item ? { id: item.id } : {}),
  kind: kind.id,
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && !isNone(value))),
  source,
  asOf,
  privacy,
  ...(item?.head.absence ? { absence: item.head.absence } : {}),
});
