import type { FieldValue, Privacy, Source, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/share.ts';
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
  /** Civil day of the last use, and of the end of the last long gap in use. */
  lastUsed: string;
  gapEndedAt?: string;
  /** The browser's answer when asked to keep the storage; absent: not asked yet. */
  persisted?: boolean;
  /** What was ticked for the emergency card; absent while it is off. */
  card?: readonly CardPick[];
}

/** What a deletion leaves: the id alone, and how far this install had counted, so that no number is used twice. */
export interface Tombstone {
  item: string;
  counted: number;
}

export type AppRecord =
  | { tag: 'version'; body: Version }
  | { tag: 'tombstone'; body: Tombstone }
  | { tag: 'log'; body: LogEntry }
  | { tag: 'draft'; body: Draft }
  | { tag: 'settings'; body: Settings };

/** The change that writes this record under this id. */
export const put = (id: string, { tag, body }: AppRecord): RecordChange => ({
  op: 'put',
  id,
  bytes: utf8(JSON.stringify([tag, body])),
});

/** A version's record: its install and counter, 16 hex characters each. */
export const recordIdOf = (version: string): string => {
  const [install = '', counter = ''] = version.split('.');
  return install + Number(counter).toString(16).padStart(16, '0');
};

/** The change that writes this version. */
export const putVersion = (version: Version): RecordChange =>
  put(recordIdOf(version.id), { tag: 'version', body: version });

/**
 * The record of those bytes; `null` for a tag this version does not know. The bytes come authenticated from the
 * vault, so their shape is trusted until used.
 */
export const decodeRecord = (bytes: Uint8Array): AppRecord | null => {
  const [tag, body] = JSON.parse(fromUtf8(bytes)) as [AppRecord['tag'], never];
  return ['version', 'tombstone', 'log', 'draft', 'settings'].includes(tag) ? { tag, body } : null;
};
