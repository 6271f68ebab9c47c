import * as z from 'zod/mini';
import type { FieldValue, Privacy, Source, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/log.ts';
import type { Line } from '../domain/proposal.ts';
import { fromUtf8, utf8 } from '../lib/bytes.ts';
import type { RecordChange } from './records.ts';

/** What the person was typing when something interrupted. One for each item, or for each new thing of a kind. */
export interface Draft {
  /** The item being changed, or `new:<kind>`. */
  key: string;
  kind: string;
  values: Record<string, FieldValue>;
  source: Source;
  asOf: string;
  privacy: Privacy;
}

/** An item on the emergency card and which of its fields. No field: the item says only that there is none. */
export interface CardPick {
  item: string;
  fields: readonly string[];
}

/** Settings of one space. They live in it, sealed like everything else. */
export interface Settings {
  /** This install's part of version ids: 16 hex characters. */
  install: string;
  /** Seconds after the app is put away until it locks. */
  hideSeconds: number;
  /** Seconds without a touch until it locks. */
  idleSeconds: number;
  bigWords: boolean;
  /** Hide also leaves to the calendar. */
  hideLeaves?: boolean;
  /** The numbers on goals' dots are covered. */
  dotsCovered?: boolean;
  /** Civil day of the last use, and of the end of the last long gap in use. */
  lastUsed: string;
  gapEndedAt?: string;
  /** Whom the person has told a new phone number; `null` or absent while no list is being ticked off. */
  toldNumber?: readonly string[] | null;
  /** The browser's answer when asked to keep the storage; absent: not asked yet. */
  persisted?: boolean;
  /** What was ticked for the emergency card; absent while it is off. */
  card?: readonly CardPick[];
  /** The recovery kit of this space: its name, the civil day it was made, and whether cards were made of it. */
  kit?: { id: string; made: string; cards: boolean } | null;
  /** The last spare copy that went out: its civil day, how far this install had counted then, and the kit that opens it. */
  spare?: {
    on: string;
    counted: number;
    kit?: string;
    /** Some of the record could not be read into it. */
    lacks?: true;
    /** Then the civil day of the last one into which all of it could. */
    whole?: string;
  };
  /** This came from such a copy: what holds a photo may not be in it, so none may go. */
  lacks?: true;
  /** The civil day on which a spare copy was last asked for, and how many things were in none by then. */
  asked?: { spare?: string; changed?: number };
}

/** What a deletion leaves: the id alone, and its own number, so that no number is used twice. */
interface Tombstone {
  item: string;
  counted: number;
}

export type AppRecord =
  | { tag: 'version'; body: Version }
  | { tag: 'tombstone'; body: Tombstone }
  | { tag: 'log'; body: LogEntry }
  | { tag: 'line'; body: Line }
  | { tag: 'draft'; body: Draft }
  | { tag: 'settings'; body: Settings };

/** The change that writes this record under this id. */
export const put = (id: string, { tag, body }: AppRecord): Extract<RecordChange, { bytes: unknown }> => ({
  op: 'put',
  id,
  bytes: utf8(JSON.stringify([tag, body])),
});

/** The id of the record with a space's settings. */
export const SETTINGS_ID = '0'.repeat(32);

/** A version's record: its install and counter, 16 hex characters each. */
export const recordIdOf = (version: string): string => {
  const [install = '', counter = ''] = version.split('.');
  return install + Number(counter).toString(16).padStart(16, '0');
};

/** The change that writes this version. */
export const putVersion = (version: Version): RecordChange =>
  put(recordIdOf(version.id), { tag: 'version', body: version });

// zod would try `new Function`, which the policy forbids and reports.
z.config({ jitless: true });

const privacy = z.enum(['open', 'careful', 'just-me']);
const strings = z.array(z.string());
const via = z.enum(['together', 'answer', 'scan', 'backup']);
const source = z.object({
  type: z.enum(['me', 'peer', 'provider', 'document', 'scanned']),
  name: z.exactOptional(z.string()),
  checkedBy: z.exactOptional(z.string()),
  checkedOn: z.exactOptional(z.string()),
});
const file = z.object({
  blob: z.string(),
  type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  size: z.number(),
  width: z.exactOptional(z.number()),
  height: z.exactOptional(z.number()),
});
const value = z.union([z.string(), strings, file]);
const values = z.record(z.string(), value);
const logItem = z.object({
  item: z.string(),
  version: z.string(),
  kind: z.string(),
  title: z.string(),
  privacy,
});

const afterwards = z.looseObject({
  looked: z.exactOptional(z.enum(['yes', 'partly', 'no', 'not-sure'])),
  treated: z.exactOptional(z.string()),
  next: z.exactOptional(z.string()),
});
const shareEntry = z.looseObject({
  id: z.string(),
  type: z.literal('share'),
  nth: z.exactOptional(z.number()),
  at: z.string(),
  purpose: z.enum(['gp', 'emergency', 'pharmacy', 'worker', 'own']),
  to: z.string(),
  why: z.string(),
  by: z.enum(['code', 'sealed', 'large-text', 'print', 'file']),
  items: z.array(logItem),
  minutes: z.number(),
  photos: z.exactOptional(z.literal(true)),
  stayed: z.exactOptional(z.literal(true)),
  stoppedAt: z.exactOptional(z.string()),
  share: z.exactOptional(z.string()),
  reply: z.exactOptional(z.object({ publicKey: z.string(), secretKey: z.string() })),
  after: z.exactOptional(afterwards),
  asked: z.exactOptional(z.literal(true)),
});
const proposalEntry = z.looseObject({
  id: z.string(),
  type: z.literal('proposal'),
  nth: z.exactOptional(z.number()),
  at: z.string(),
  via,
  from: z.string(),
  share: z.exactOptional(z.string()),
  items: z.array(
    z.object({
      item: z.string(),
      kind: z.string(),
      title: z.string(),
      privacy,
      fate: z.enum(['used', 'kept']),
    }),
  ),
  more: z.exactOptional(z.object({ used: z.number(), kept: z.number() })),
});

/** The shape of each record. Loose: what a later version adds is kept, what it can't do without is checked. */
const bodies: { [Tag in AppRecord['tag']]: z.ZodMiniType<Extract<AppRecord, { tag: Tag }>['body']> } = {
  version: z.looseObject({
    id: z.string(),
    item: z.string(),
    kind: z.string(),
    parents: strings,
    privacy,
    source,
    asOf: z.string(),
    lookedAt: z.string(),
    savedAt: z.string(),
    absence: z.exactOptional(z.literal('none')),
    values,
  }),
  tombstone: z.looseObject({ item: z.string(), counted: z.number() }),
  log: z.discriminatedUnion('type', [shareEntry, proposalEntry]),
  line: z.looseObject({
    id: z.string(),
    proposal: z.looseObject({
      id: z.string(),
      via,
      from: z.string(),
      at: z.string(),
      on: z.string(),
      share: z.exactOptional(z.string()),
    }),
    seq: z.number(),
    item: z.string(),
    kind: z.string(),
    base: strings,
    changes: z.record(z.string(), z.nullable(value)),
    privacy,
    asOf: z.string(),
    unfinished: z.exactOptional(z.literal(true)),
    out: z.exactOptional(z.literal(true)),
    source: z.exactOptional(source),
    absence: z.exactOptional(z.literal('none')),
    notYet: z.exactOptional(z.literal(true)),
  }),
  draft: z.looseObject({ key: z.string(), kind: z.string(), values, source, asOf: z.string(), privacy }),
  settings: z.looseObject({
    install: z.string(),
    hideSeconds: z.number(),
    idleSeconds: z.number(),
    bigWords: z.boolean(),
    hideLeaves: z.exactOptional(z.boolean()),
    dotsCovered: z.exactOptional(z.boolean()),
    lastUsed: z.string(),
    gapEndedAt: z.exactOptional(z.string()),
    toldNumber: z.exactOptional(z.nullable(strings)),
    persisted: z.exactOptional(z.boolean()),
    card: z.exactOptional(z.array(z.object({ item: z.string(), fields: strings }))),
    kit: z.exactOptional(z.nullable(z.object({ id: z.string(), made: z.string(), cards: z.boolean() }))),
    spare: z.exactOptional(
      z.object({
        on: z.string(),
        counted: z.number(),
        kit: z.exactOptional(z.string()),
        lacks: z.exactOptional(z.literal(true)),
        whole: z.exactOptional(z.string()),
      }),
    ),
    lacks: z.exactOptional(z.literal(true)),
    asked: z.exactOptional(
      z.looseObject({ spare: z.exactOptional(z.string()), changed: z.exactOptional(z.number()) }),
    ),
  }),
};

/** Nothing of ours goes a third as deep, and JSON can't be written again of what goes a hundred times deeper. */
const DEEPEST = 32;
const isDeep = (value: unknown, left = DEEPEST): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some(inner => isDeep(inner, left - 1)));

/** Tag and body, as `put` writes them; neither where it is something else. */
const pairIn = (bytes: Uint8Array): unknown[] => {
  try {
    const pair: unknown = JSON.parse(fromUtf8(bytes));
    return Array.isArray(pair) ? pair : [];
  } catch {
    return [];
  }
};

const isText = (one: unknown): boolean => typeof one === 'string';
const privacies = new Set<unknown>(privacy.options);
const sources = new Set<unknown>(source.shape.type.options);
const texts = ['id', 'item', 'kind', 'asOf', 'lookedAt', 'savedAt', 'privacy'];
const groups = ['source', 'parents', 'values'];

/**
 * A version in which all is words, as in nearly all there are. Told by hand, in a tenth of the time: it is what opening
 * a large record waits for. Whatever else there is goes by its schema.
 */
const isPlainVersion = (body: unknown): boolean => {
  const one = body as Record<string, unknown> & Version;
  return (
    one !== null &&
    typeof one === 'object' &&
    texts.every(name => isText(one[name])) &&
    Object.keys(one).length === texts.length + groups.length &&
    privacies.has(one.privacy) &&
    sources.has(one.source?.type) &&
    Object.values(one.source).every(isText) &&
    Array.isArray(one.parents) &&
    one.parents.every(isText) &&
    typeof one.values === 'object' &&
    !Array.isArray(one.values) &&
    Object.values(one.values ?? [null]).every(isText)
  );
};

/**
 * The record of those bytes; `null` for what this version does not know: a tag or a shape of a later one, or what
 * someone made up and put into a spare copy. Such a record stays where it is, for the version that wrote it.
 */
export const decodeRecord = (bytes: Uint8Array): AppRecord | null => {
  const [tag, body] = pairIn(bytes);
  if (tag === 'version' && isPlainVersion(body)) return { tag, body: body as Version };
  if (typeof tag !== 'string' || !Object.hasOwn(bodies, tag) || isDeep(body)) return null;
  const read = bodies[tag as AppRecord['tag']].safeParse(body);
  return read.success ? ({ tag, body: read.data } as AppRecord) : null;
};
