import { fromUtf8, randomBytes, utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { PAGE_BYTES, type Store } from '../store/pages.ts';
import { putSum, sumHolds } from './checksum.ts';

/*
 * The emergency card: "HC", version u8, unused u8, length u32, 32,762 random bytes, then the UTF-8 text and more
 * random bytes, with the first ones XORed over the text; the last four bytes are the checksum, so that no slip of
 * the disk changes a dose unseen. It is the one readable thing on disk, there only while the person has it turned
 * on. The mask hides nothing: it keeps the browser from packing the page. Chromium packs what it can, and a page
 * that gets small stays readable in its log long after the card was turned off.
 */
const MAGIC = [0x48, 0x43, 1, 0];
const KEY = 'card';
const MASK = 8;
/** The longest card, in bytes of UTF-8. */
export const MAX_CARD = (PAGE_BYTES - MASK - 4) / 2;
const TEXT = MASK + MAX_CARD;

/** Puts the mask over the text, or takes it off. */
const mask = (page: Uint8Array, length: number): void => {
  for (let i = 0; i < length; i++) page[TEXT + i]! ^= page[MASK + i]!;
};

/** The card's text; null when it is off. Throws AppError('damaged') for a page that makes no sense. */
export const readCard = async (store: Store): Promise<string | null> => {
  const page = await store.read(KEY);
  if (!page) return null;
  if (!sumHolds(page)) throw new AppError('damaged');
  const length = new DataView(page.buffer, page.byteOffset).getUint32(4, true);
  if (!MAGIC.every((byte, i) => page[i] === byte) || length > MAX_CARD) throw new AppError('damaged');
  mask(page, length);
  try {
    return fromUtf8(page.subarray(TEXT, TEXT + length));
  } catch (cause) {
    throw new AppError('damaged', cause);
  }
};

/** Puts the card on disk, readable by anyone who holds the phone. Throws AppError('too-big') over a page. */
export const writeCard = async (store: Store, text: string): Promise<void> => {
  const bytes = utf8(text);
  if (bytes.length > MAX_CARD) throw new AppError('too-big');
  const page = randomBytes(PAGE_BYTES);
  page.set(MAGIC);
  new DataView(page.buffer).setUint32(4, bytes.length, true);
  page.set(bytes, TEXT);
  mask(page, bytes.length);
  putSum(page);
  await store.commit({ writes: [[KEY, page]] });
};

/** Takes the card off the disk. Written over first, for databases that keep a deleted row's bytes for a while. */
export const removeCard = async (store: Store): Promise<void> => {
  if ((await store.read(KEY)) === null) return;
  // On a full disk there is no room even for that: then it is deleted all the same.
  await store.commit({ writes: [[KEY, randomBytes(PAGE_BYTES)]] }).catch(() => undefined);
  await store.commit({ writes: [], deletes: [KEY] });
};
