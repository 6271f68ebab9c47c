import { randomBytes } from '../lib/bytes.ts';
import { PAGE_BYTES, type PageKey, type Store } from '../store/pages.ts';
import { INBOX_PAGES } from './inbox.ts';

const NAMED = ['slots', 'slots2', 'card'];

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
  for (const lane of [0, 1]) {
    const extent = await store.extent(lane);
    const deletes = Array.from({ length: extent }, (_, n): PageKey => [lane, n]);
    await store.commit({ writes: [], deletes });
  }
  await store.erase();
};
