import { type CryptoPort, NONCE_BYTES, TAG_BYTES } from '../crypto/port.ts';
import type { Page } from '../store/pages.ts';
import { decodeRoot, encodeRoot, type Root } from './bodies.ts';
import type { Bytes } from './format.ts';

/*
 * What only the root would know is kept once more in the slot table, sealed under the space's newest key: who opens
 * the space, and the older keys that photos still need until they are sealed anew. Without it one bad byte in the
 * root would cost every photo from before a change of PIN. One area for each lane; an unused one is random bytes.
 */
const FIRST = 2048;
const AREA = 1024;
const PLAIN = AREA - NONCE_BYTES - TAG_BYTES;
/** Older keys beside eight owners; of more, the newest. */
const MOST_KEYS = 19;

type Spare = Pick<Root, 'slots' | 'ring'>;

interface Newest {
  readonly key: Bytes;
  readonly epoch: number;
  readonly lane: number;
}

const associated = ({ epoch, lane }: Newest): Bytes => {
  const ad = new Uint8Array(9);
  ad.set([0x48, 0x46, 0x73, 1, lane]);
  new DataView(ad.buffer).setUint32(5, epoch, true);
  return ad;
};

/** Seals what a spare says into its lane's area of a slot table. */
export const sealSpare = async (crypto: CryptoPort, page: Page, to: Newest, spare: Spare): Promise<void> => {
  const ring = new Map([...spare.ring].sort(([a], [b]) => b - a).slice(0, MOST_KEYS));
  const body = encodeRoot({ slots: spare.slots, ring, indexes: [], named: null });
  const plain = new Uint8Array(PLAIN);
  new DataView(plain.buffer).setUint16(0, body.length, true);
  plain.set(body, 2);
  page.set(await crypto.sealWithKey(to.key, plain, associated(to)), FIRST + to.lane * AREA);
  plain.fill(0);
  body.fill(0);
};

/** What a slot table's spare says; null when it is not there or not under this key. */
export const openSpare = async (crypto: CryptoPort, page: Page, by: Newest): Promise<Spare | null> => {
  const at = FIRST + by.lane * AREA;
  const plain = await crypto.openWithKey(by.key, page.slice(at, at + AREA), associated(by));
  if (!plain) return null;
  const length = new DataView(plain.buffer, plain.byteOffset).getUint16(0, true);
  return decodeRoot(plain.slice(2, 2 + length));
};
