import { randomBytes } from '../lib/bytes.ts';
import { PAGE_BYTES, type PageKey, type Store } from '../store/pages.ts';
import { INBOX_PAGES } from './inbox.ts';

const TABLE = ['slots', 'slots2'];
const NAMED = [...TABLE, 'card'];

const lanePages = async (store: Store, lane: number): Promise<PageKey[]> =>
  Array.from({ length: await store.extent(lane) }, (_, n): PageKey => [lane, n]);

/**
 * Erases everything. The slot table goes first, replaced and then deleted: without it no secret opens anything,
 * even if what follows is interrupted. With it goes the card, the one page that anyone could read. Then every
 * page, then the database.
 */
export const eraseInstall = async (store: Store): Promise<void> => {
  // On a full disk there is no room even for that: then they are deleted all the same.
  await store
    .commit({ writes: NAMED.map(name => [name, randomBytes(PAGE_BYTES)] as const) })
    .catch(() => undefined);
  await store.commit({ writes: [], deletes: [...NAMED, 'gate', ...INBOX_PAGES] });
  for (const lane of [0, 1]) await store.commit({ writes: [], deletes: await lanePages(store, lane) });
  await store.erase();
};

/**
 * Clears what an install that never landed has left; nothing opens it. Throws AppError('taken-over') where there is an
 * install, and then clears nothing.
 */
export const clearLeft = async (store: Store): Promise<void> => {
  const pages = [...(await lanePages(store, 0)), ...(await lanePages(store, 1))];
  const expect = TABLE.map(key => ({ key, head: null }));
  await store.commit({ writes: [], deletes: [...pages, ...INBOX_PAGES], expect });
};
