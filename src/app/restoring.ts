import { digestOf } from '../backup/read.ts';
import { linesOfBackup } from '../domain/backup-lines.ts';
import type { Item } from '../domain/item.ts';
import { ownerOf, thingsIn } from '../domain/parts.ts';
import type { Line } from '../domain/proposal.ts';
import { randomId, utf8 } from '../lib/bytes.ts';
import { type Clock, deviceClock, today } from '../lib/clock.ts';
import { AppError } from '../lib/error.ts';
import type { Vault } from '../vault/vault.ts';
import { makeKit } from './backing-up.ts';
import { filesOf } from './blobs.ts';
import { Book } from './book.ts';
import { put, recordIdOf, SETTINGS_ID } from './codec.ts';
import type { CopyReader } from './copy-reader.ts';
import { titleOf } from './decide.ts';
import { memoryRecords, type RecordChange } from './records.ts';
import type { Secret } from './secret.ts';
import type { Session } from './session.ts';
import { settingsFrom } from './settings.ts';

export { CopyReader, type Counts, openSpare, type Peek, peekSpare } from './copy-reader.ts';

type Progress = (done: number) => void;
type Records = ReadonlyMap<string, Uint8Array>;
type Filled = Pick<Vault, 'save' | 'reread' | 'readBlob'>;

/** What came back, compared thing by thing with the copy once it was on disk. */
export interface Checked {
  /** How many things the copy has. */
  things: number;
  /** Those of which something is not here: a photo that could not be read when the copy was made, say. */
  missing: readonly { id: string; kind: string; title: string }[];
}

/** Saves of about this many bytes: fewer would make each seal much for little, more would fill a small phone. */
const BATCH_BYTES = 2 * 1024 * 1024;

/** Saves changes as they come, in batches. */
const createWriter = (vault: Filled) => {
  let waiting: RecordChange[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const changes = waiting;
    [waiting, size] = [[], 0];
    if (changes.length > 0) await vault.save(changes);
  };
  return {
    flush,
    write: async (change: RecordChange & { bytes: Uint8Array }): Promise<void> => {
      waiting.push(change);
      size += change.bytes.length;
      if (size >= BATCH_BYTES) await flush();
    },
  };
};

const writeAll = async (vault: Filled, copy: CopyReader, onProgress: Progress): Promise<void> => {
  const { records, read, items } = await copy.whole();
  const { flush, write } = createWriter(vault);
  for (const [id, bytes] of records) if (id !== SETTINGS_ID) await write({ op: 'put', id, bytes });
  await flush();
  await copy.photos((id, bytes) => write({ op: 'putBlob', id, bytes }), onProgress);
  await flush();
  // Last, so that every part of the copy is there before anything says that this is a record.
  if (read.settings) {
    const body = settingsFrom(read.settings, items);
    await vault.save([put(SETTINGS_ID, { tag: 'settings', body })]);
  }
};

const orNone = (error: unknown): null => {
  if (error instanceof AppError && error.code === 'damaged') return null;
  throw error;
};

/** The records and photos of the copy that are not on disk as they are in it. */
const findLost = async (vault: Filled, there: Records, copy: CopyReader): Promise<Set<string>> => {
  const { manifest, records } = await copy.whole();
  const lost = new Set<string>();
  const compare = async (id: string, digest: string, bytes: Uint8Array | null | undefined) => {
    if (!bytes || (await digestOf(Uint8Array.from(bytes))) !== digest) lost.add(id);
  };
  for (const [id, digest] of manifest.records)
    if (records.has(id) && id !== SETTINGS_ID) await compare(id, digest, there.get(id));
  for (const [id, digest] of manifest.blobs)
    await compare(id, digest, await vault.readBlob(id).catch(orNone));
  return lost;
};

const thingOf = (item: Item, items: ReadonlyMap<string, Item>): Item =>
  items.get(ownerOf(item.head) ?? '') ?? item;

/** What was written opens as a record. Throws AppError('garbled') where it does not: then it must be none. */
const mustOpen = (records: Records): void => {
  try {
    const book = new Book({ ...memoryRecords(), records }, deviceClock);
    for (const shown of [book.items, book.parts, book.shares]) shown.peek();
  } catch (cause) {
    throw new AppError('garbled', cause);
  }
};

const checkAll = async (vault: Filled, copy: CopyReader): Promise<Checked> => {
  const there = await vault.reread();
  mustOpen(there);
  const lost = await findLost(vault, there, copy);
  const { manifest, items } = await copy.whole();
  const isThere = (blob: string): boolean => manifest.blobs.has(blob) && !lost.has(blob);
  const isWhole = ({ versions }: Item): boolean =>
    versions.every(({ id }) => !lost.has(recordIdOf(id))) && [...filesOf(versions).keys()].every(isThere);
  const broken = [...items.values()].filter(item => !isWhole(item)).map(item => thingOf(item, items));
  return {
    things: thingsIn(items).size,
    missing: [...new Set(broken)].map(({ id, kind, head }) => ({
      id,
      kind,
      // Just me means that nothing else tells of it either.
      title: head.privacy === 'just-me' ? '' : titleOf(head, head.values),
    })),
  };
};

/** The words or cards that opened the copy open the new record too. Without them it is whole all the same. */
const bringKit = async (session: Pick<Session, 'opened'>, copy: CopyReader): Promise<void> => {
  const { opened } = session;
  if (!opened || !copy.entropy) return;
  const { kit } = (await copy.whole()).read.settings ?? {};
  const same = kit?.id === copy.backup.by.kit ? kit : null;
  await makeKit(opened, copy.entropy, { made: same?.made ?? copy.made, cards: same?.cards }).catch(
    () => undefined,
  );
};

/**
 * A fresh start from a spare copy. All of it is checked before the first page is written, and nothing here is an
 * install before the last one is: broken off anywhere, there is none. Every thing is then read back and compared.
 *
 * @param onProgress from 0 to 1
 * @throws AppError('taken-over') where there is a record already or another tab begins one, 'taken' for two secrets
 * that are the same; as `CopyReader.check` does, and as a save does
 */
export const bringBack = async (
  session: Pick<Session, 'adopt' | 'opened'>,
  copy: CopyReader,
  secret: Secret,
  second?: Secret,
  onProgress: Progress = () => undefined,
): Promise<Checked> => {
  await copy.whole();
  let checked: Checked | undefined;
  const fill = async (vault: Filled): Promise<void> => {
    await writeAll(vault, copy, onProgress);
    checked = await checkAll(vault, copy);
  };
  await session.adopt(opener => opener.create(secret, { second, fill }));
  if (!checked) throw new AppError('taken-over');
  await bringKit(session, copy);
  copy.close();
  return checked;
};

/** What became of a copy: it waits for a yes; it came in before; or nothing of it is new here. */
export interface CameIn {
  became: 'waits' | 'known' | 'same';
  /** The proposal that it is. */
  proposal: string;
}

/** A line has room beside what it says: less than a record may have, bytes. */
const LONGEST_LINE = 59_000;

/** Without photos that the copy does not have. */
const withFiles = (line: Line, has: (blob: string) => boolean): Line => {
  const changes = Object.entries(line.changes).filter(([, value]) =>
    [...filesOf([{ values: { value } }]).keys()].every(has),
  );
  return { ...line, changes: Object.fromEntries(changes) };
};

/**
 * Lets in what a spare copy says that is new here, to wait for a yes: its photos first, then all lines at once. Broken
 * off between, the photos go at the next start. The same copy comes in once.
 *
 * @param onProgress from 0 to 1
 * @throws as `CopyReader.check` does, and as a save does; AppError('garbled') for a thing under the id of a record here
 */
export const linesFrom = async (
  book: Book,
  copy: CopyReader,
  clock: Clock,
  onProgress?: Progress,
): Promise<CameIn> => {
  const { id } = copy.backup;
  if (book.waiting.knows(id)) return { became: 'known', proposal: id };
  const { items, manifest } = await copy.whole();
  const here = { known: book.all.peek(), gone: book.gone.peek() };
  const at = new Date(clock.now()).toISOString();
  const proposal = { id, via: 'backup', from: copy.made, at, on: today(clock) } as const;
  // Only the thing that has a photo here already may name it without bringing it.
  const held = ({ item }: Line) => filesOf(here.known.get(item)?.versions ?? []);
  const lines = linesOfBackup(items, here, proposal, randomId)
    .map(line => withFiles(line, blob => held(line).has(blob) || manifest.blobs.has(blob)))
    .filter(line => line.absence || Object.keys(line.changes).length > 0)
    .filter(line => utf8(JSON.stringify(line)).length <= LONGEST_LINE);
  if (lines.length === 0) return { became: 'same', proposal: id };
  // Deleted once, it would leave its tombstone in the place of what is there. Nobody draws such an id by chance.
  const taken = new Set((await book.whole()).records.map(([record]) => record));
  if (lines.some(({ item }) => taken.has(item))) throw new AppError('garbled');
  const wanted = filesOf(lines.map(({ changes }) => ({ values: changes })));
  await copy.photos(async (blob, bytes) => {
    if (wanted.has(blob)) await book.keepBlobs([{ id: blob, bytes }]);
  }, onProgress);
  const came = await book.waiting.letIn(lines);
  return { became: came ? 'waits' : 'known', proposal: id };
};
