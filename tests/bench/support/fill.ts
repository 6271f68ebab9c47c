import { createCrypto } from '../../../src/crypto/client.ts';
import { randomBytes, randomId, utf8 } from '../../../src/lib/bytes.ts';
import { createStore, type PageKey, type Store } from '../../../src/store/pages.ts';
import { createSpace } from '../../../src/vault/open.ts';
import { newItems } from './items.ts';
import { median } from './row.ts';

const PIN = utf8('736251');
const PHOTO_BYTES = 300_000;
const SAVES = 25;

/** What goes into an install. `mirrored`: with the other lane, as every install has it; without, to compare. */
export interface Filling {
  readonly items: number;
  readonly photos: number;
  readonly mirrored: boolean;
}

/** A store that leaves out all that a commit does to the other lane. */
const oneLane = (store: Store): Store => ({
  ...store,
  commit: change => {
    const lanes = change.writes.flatMap(([key]) => (typeof key === 'string' ? [] : key[0]));
    const isOwn = (key: PageKey): boolean => typeof key !== 'string' && key[0] === lanes[0];
    return store.commit({ ...change, keep: (change.keep ?? []).filter(({ key }) => isOwn(key)) });
  },
});

/** Fills this origin's database, and says how long one small save then takes, ms. */
export const fill = async ({ items, photos, mirrored }: Filling): Promise<number> => {
  const store = createStore();
  const vault = await createSpace(mirrored ? store : oneLane(store), createCrypto(), PIN);
  await vault.save(newItems(items));
  for (let n = 0; n < photos; n++)
    await vault.save([{ op: 'putBlob', id: randomId(), bytes: randomBytes(PHOTO_BYTES) }]);
  const took: number[] = [];
  const [one] = newItems(1);
  for (let i = 0; i < SAVES; i++) {
    const from = performance.now();
    await vault.save([one!]);
    took.push(performance.now() - from);
  }
  vault.lock();
  store.close();
  return median(took);
};
