import { AppError } from '../lib/error.ts';
import { INBOX_RECORD } from '../vault/inbox.ts';
import { type AppRecord, recordIdOf, SETTINGS_ID } from './codec.ts';
import { MOST_COUNTED } from './items.ts';

/** What an id of a copy names. `count`: a tombstone of nothing, which only keeps the count. */
type Named = 'version' | 'item' | 'log' | 'line' | 'draft' | 'count';
/** Takes an id for this; false where it names something else, is no id, or is not for anyone to take. */
type Name = (id: string, as: Named) => boolean;

/** As `Items.make` writes them: sixteen hex characters, and a number of at most twelve digits. */
const VERSION_ID = /^[0-9a-f]{16}\.[1-9]\d{0,11}$/;
const ID = /^[0-9a-f]{32}$/;
const RESERVED: ReadonlySet<string> = new Set([SETTINGS_ID, INBOX_RECORD]);

/** A moment that can be shown, and that many minutes after it too. */
const isMoment = (at: string, minutes = 0): boolean =>
  !Number.isNaN(new Date(Date.parse(at) + minutes * 60_000).getTime());

const isNumber = (counted: number): boolean =>
  Number.isInteger(counted) && counted >= 0 && counted <= MOST_COUNTED;

/** Whether the record of that id is as this app writes one. */
const checks: {
  [Tag in AppRecord['tag']]: (
    id: string,
    body: Extract<AppRecord, { tag: Tag }>['body'],
    name: Name,
  ) => boolean;
} = {
  settings: id => id === SETTINGS_ID,
  version: (id, { id: version, item, savedAt }, name) =>
    VERSION_ID.test(version) &&
    recordIdOf(version) === id &&
    isMoment(savedAt) &&
    name(id, 'version') &&
    name(item, 'item'),
  tombstone: (id, { item, counted }, name) =>
    isNumber(counted) && (item === '' ? name(id, 'count') : item === id && name(id, 'item')),
  log: (id, body, name) =>
    body.id === id &&
    isMoment(body.at) &&
    (body.type !== 'share' || (isMoment(body.at, body.minutes) && isMoment(body.stoppedAt ?? body.at))) &&
    name(id, 'log'),
  line: (id, { id: line, item, proposal }, name) =>
    line === id &&
    isMoment(proposal.at) &&
    name(id, 'line') &&
    name(item, 'item') &&
    // What is said of it goes into the log under its name.
    name(proposal.id, 'log'),
  draft: (id, { key }, name) => name(id, 'draft') && (key.startsWith('new:') || name(key, 'item')),
};

/**
 * Holds each record of a copy to what this app writes. Whoever makes a copy up chooses all that is in it, and what is
 * saved later must never land on a record that is there, repeat a number, or stop a screen: so every record lies where
 * its content says, an id names one thing only, no number is past the end of counting, and every moment is one. What
 * only a later version can read never comes here: nothing of it is used.
 *
 * @returns to be called with each record; it throws AppError('garbled')
 */
export const createRecordCheck = (): ((id: string, record: AppRecord) => void) => {
  const named = new Map<string, Named>();
  const name: Name = (id, as) => {
    const is = named.get(id) ?? as;
    named.set(id, is);
    return is === as && ID.test(id) && !RESERVED.has(id);
  };
  return (id, { tag, body }) => {
    const check = checks[tag] as (id: string, body: AppRecord['body'], name: Name) => boolean;
    if (!check(id, body, name)) throw new AppError('garbled');
  };
};
