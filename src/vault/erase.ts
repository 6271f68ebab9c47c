import { randomBytes } from '../lib/bytes.ts';
import { PAGE_BYTES, type PageKey, type Store } from '../store/pages.ts';

const NAMED = ['slots', 'slots2'];

/**
 * Erases everything. The slot table goes first, replaced and then deleted: without it no secret opens anything,
 * even if what follows is interrupted. Then every page, then the database.
 */
export const eraseInstall = async (store: Store): Promise<void> => {
  await store.commit({ writes: NAMED.map(name => [name, randomBytes(PAGE_BYTES)] as const) });
  await store.commit({ writes: [], deletes: [...NAMED, 'card', 'gate'] });
  for (const lane of [0, 1]) {
    const extent = await store.extent(lane);
    const deletes = Array.from({ length: extent }, (_, n): PageKey => [lane, n]);
    await store.commit({ writes: [], deletes });
  }
  await store.erase();
};
