import type { ItemId, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/log.ts';
import type { Line } from '../domain/proposal.ts';
import { counterOf } from '../domain/versions.ts';
import { INBOX_RECORD } from '../vault/inbox.ts';
import { type AppRecord, type Draft, decodeRecord, SETTINGS_ID, type Settings } from './codec.ts';

/** All records of a space, sorted by what they are. */
export interface ReadAll {
  versions: Version[];
  /** Items that were deleted, and the number that their deletion had. */
  gone: Map<ItemId, number>;
  log: LogEntry[];
  /** What was offered and waits for a yes or no. */
  lines: Line[];
  drafts: Map<string, Draft>;
  /** The record that each draft lies in. */
  places: Map<string, string>;
  settings: Settings | null;
  /** The highest number that a version was ever given. */
  counter: number;
  /** A later version of the app wrote something that this one can't read. */
  strange: boolean;
}

/**
 * Decodes what a space keeps. What can't be read stays where it is, and is only said.
 *
 * @param look sees each record that can be read, and may throw
 */
export const readAll = (
  records: ReadonlyMap<string, Uint8Array>,
  look: (id: string, record: AppRecord) => void = () => undefined,
): ReadAll => {
  const all: ReadAll = {
    versions: [],
    gone: new Map(),
    log: [],
    lines: [],
    drafts: new Map(),
    places: new Map(),
    settings: null,
    counter: 0,
    strange: false,
  };
  for (const [id, bytes] of records) {
    if (id === INBOX_RECORD) continue;
    const record = decodeRecord(bytes);
    if (!record) {
      all.strange = true;
      continue;
    }
    look(id, record);
    if (record.tag === 'version') {
      all.versions.push(record.body);
      all.counter = Math.max(all.counter, counterOf(record.body.id));
    } else if (record.tag === 'tombstone') {
      all.gone.set(record.body.item, record.body.counted);
      all.counter = Math.max(all.counter, record.body.counted);
    } else if (record.tag === 'log') all.log.push(record.body);
    else if (record.tag === 'line') all.lines.push(record.body);
    else if (record.tag === 'draft') {
      all.drafts.set(record.body.key, record.body);
      all.places.set(record.body.key, id);
      // Settings under another id are nobody's.
    } else if (id === SETTINGS_ID) all.settings = record.body;
  }
  return all;
};
