import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { AppError, type ErrorCode } from '../lib/error.ts';

/** Every value in the store has exactly this many bytes, so that sizes and kinds of content don't show. */
export const PAGE_BYTES = 65_536;

export type Page = Uint8Array<ArrayBuffer>;

/** A single page by name, or a page of one of the two lanes by number. */
export type PageKey = string | [lane: number, page: number];

/** One transaction: all of it is on disk, or none of it. */
export interface Commit {
  /** New content, by key. */
  readonly writes: ReadonlyArray<readonly [PageKey, Page]>;
  readonly deletes?: readonly PageKey[];
  /** Pages written back as they are, read inside the transaction; where there is none yet, `otherwise` is written. */
  readonly keep?: ReadonlyArray<{ readonly key: PageKey; readonly otherwise: () => Page }>;
  /** Compare-and-swap: each page at `key` must begin with `head`, or be absent where `head` is null. */
  readonly expect?: ReadonlyArray<{ readonly key: PageKey; readonly head: Uint8Array | null }>;
}

/** Opaque pages in, opaque pages out. Every method may throw AppError('storage-failed'), or 'too-new'. */
export interface Store {
  /** One page, or null where there is none. */
  read(key: PageKey): Promise<Page | null>;
  /** Runs of pages of a lane, both ends included, in a few large reads; undefined where a page is missing. */
  readRuns(lane: number, runs: ReadonlyArray<readonly [number, number]>): Promise<Array<Page | undefined>>;
  /** One more than the highest page number in a lane; 0 for an empty one. */
  extent(lane: number): Promise<number>;
  /**
   * Resolves when everything is on disk (strict durability). Throws AppError('storage-full') when it does not
   * fit, AppError('taken-over') when `expect` does not hold, and AppError('erased') when what it expects is gone
   * altogether; then nothing was written.
   */
  commit(change: Commit): Promise<void>;
  /** Deletes the database. */
  erase(): Promise<void>;
  close(): void;
}

interface Schema extends DBSchema {
  pages: { key: PageKey; value: Page };
}

type Database = IDBPDatabase<Schema>;

const startsWith = (page: Page | undefined, head: Uint8Array | null): boolean =>
  head === null ? page === undefined : page !== undefined && head.every((byte, i) => page[i] === byte);

const nameOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.name : '';

/** Another tab, or the last start, ran a newer Holdfast: its database is of a later version. */
const codes: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'too-new',
};

/** The platform's error in our words. A full disk shows at the request or only when the transaction aborts. */
const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  return new AppError(codes[nameOf(error)] ?? 'storage-failed', error);
};

type Pages = IDBPObjectStore<Schema, ['pages'], 'pages', 'readwrite'>;

/** Whether the change is already there; throws AppError('taken-over' | 'erased') when it no longer fits. */
const alreadyDone = async (pages: Pages, { writes, expect = [] }: Commit): Promise<boolean> => {
  const now = await Promise.all(expect.map(({ key }) => pages.get(key)));
  if (expect.every(({ head }, i) => startsWith(now[i], head))) return false;
  // A connection lost at the very end of a commit may have kept it: the retry then finds its own pages.
  const mine = expect.every(({ key }, i) => {
    const page = writes.find(([written]) => indexedDB.cmp(written, key) === 0)?.[1];
    return page !== undefined && startsWith(now[i], page);
  });
  if (mine) return true;
  // What was there before is gone, and nobody put anything in its place: cleared under us.
  const gone = expect.some(({ head }) => head !== null) && now.every(page => page === undefined);
  throw new AppError(gone ? 'erased' : 'taken-over');
};

const run = async (db: Database, change: Commit): Promise<void> => {
  const { writes, deletes = [], keep = [] } = change;
  for (const [, page] of writes) {
    // A view into a larger buffer would be stored with all of that buffer.
    if (page.length !== PAGE_BYTES || page.buffer.byteLength !== PAGE_BYTES) throw new AppError('too-big');
  }
  const tx = db.transaction('pages', 'readwrite', { durability: 'strict' });
  // Awaited below; until then a failure must not count as unhandled.
  tx.done.catch(() => undefined);
  const pages = tx.store;
  const asked: Array<Promise<unknown>> = [];
  const ask = (request: Promise<unknown>): void => {
    // Should a later request throw at once, nobody would be waiting for this one.
    request.catch(() => undefined);
    asked.push(request);
  };
  try {
    if (!(await alreadyDone(pages, change))) {
      const kept = await Promise.all(keep.map(({ key }) => pages.get(key)));
      for (const [i, { key, otherwise }] of keep.entries()) ask(pages.put(kept[i] ?? otherwise(), key));
      for (const [key, page] of writes) ask(pages.put(page, key));
      for (const key of deletes) ask(pages.delete(key));
      await Promise.all(asked);
    }
    await tx.done;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It had already aborted or finished.
    }
    // tx.error says why a transaction aborted; the request itself says only that it did.
    throw error instanceof AppError ? error : (tx.error ?? error);
  }
};

const readRun = async (
  db: Database,
  lane: number,
  from: number,
  to: number,
): Promise<Array<Page | undefined>> => {
  const range = IDBKeyRange.bound([lane, from], [lane, to]);
  const found = await db.getAll('pages', range);
  if (found.length === to - from + 1) return found;
  const keys = await db.getAllKeys('pages', range);
  const byNumber = new Map(keys.map((key, i) => [key[1] as unknown as number, found[i]]));
  return Array.from({ length: to - from + 1 }, (_, i) => byNumber.get(from + i));
};

/**
 * Makes and deletes a tiny database beside ours. Chromium then puts what its log holds into a table and begins a new
 * log. Without it, it goes on writing behind the torn end that a killed browser leaves, takes that for corruption at
 * the next start, and deletes everything (seen in Chromium 156: about one in 90 kills in the middle of saves).
 * Twice, because its LevelDB passes over the first when a write of the browser's own is under way (one start in 300).
 */
const beginNewLog = async (name: string): Promise<void> => {
  try {
    for (let times = 0; times < 2; times++) {
      const tiny = await openDB(name, 1);
      tiny.close();
      await deleteDB(name);
    }
  } catch {
    // No room for it, say: the write itself may still succeed.
  }
};

/** The store over IndexedDB. Opens the database at the first use and again after the browser lost it. */
export const createStore = (name = 'holdfast'): Store => {
  let opening: Promise<Database> | undefined;
  let newLog: Promise<void> | undefined;

  const close = (): void => {
    void opening?.then(
      db => db.close(),
      () => undefined,
    );
    opening = undefined;
  };
  const open = (): Promise<Database> => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: db => void db.createObjectStore('pages'),
      // Another tab wants to upgrade or delete: never stand in its way.
      blocking: close,
      terminated: () => {
        opening = undefined;
      },
    });
    newLog ??= opening.then(
      () => beginNewLog(`${name}-log`),
      () => undefined,
    );
    return opening;
  };
  /** Tries twice: iOS in particular loses connections while an app sleeps. */
  const withDatabase = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    if (typeof indexedDB === 'undefined') throw new AppError('too-old');
    for (let again = true; ; again = false) {
      try {
        return await work(await open());
      } catch (error) {
        const lost = ['InvalidStateError', 'AbortError', 'UnknownError', ''].includes(nameOf(error));
        if (!lost) throw toAppError(error);
        close();
        if (!again) throw toAppError(error);
      }
    }
  };

  return {
    read: key => withDatabase(async db => (await db.get('pages', key)) ?? null),
    readRuns: (lane, runs) =>
      withDatabase(async db =>
        (await Promise.all(runs.map(([from, to]) => readRun(db, lane, from, to)))).flat(),
      ),
    extent: lane =>
      withDatabase(async db => {
        const range = IDBKeyRange.bound([lane, 0], [lane, Number.MAX_SAFE_INTEGER]);
        const last = await db.transaction('pages').store.openKeyCursor(range, 'prev');
        return last ? Number((last.key as [number, number])[1]) + 1 : 0;
      }),
    commit: async change => {
      await withDatabase(async () => newLog);
      await withDatabase(db => run(db, change));
    },
    erase: async () => {
      close();
      try {
        await deleteDB(name);
      } catch (error) {
        throw toAppError(error);
      }
    },
    close,
  };
};
