import { type CryptoPort, KEY_BYTES, type KeyPair, MAC_BYTES, SEAL_BYTES } from '../crypto/port.ts';
import { concat, randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { type Commit, PAGE_BYTES, type Page, type Store } from '../store/pages.ts';
import type { Bytes } from './format.ts';

/*
 * The inbox, version 1, little-endian: what is written while the vault key is not in memory. Two pages of each lane,
 * outside the tree. Together they are one anonymous box to the session's key around
 *
 *     0  "HI"   2  version u8   3  unused u8   4  session 16   20  seq u32   24  length u32   28  MAC 32
 *    60  content, then zeros
 *
 * The MAC is BLAKE2b-256 of the first 28 bytes and the content, keyed by the session's MAC key. So whoever writes can
 * open nothing that was written, and what somebody else put there is not taken for the session's. The session's keys
 * are a record of the space, as version u8, session 16, public key, secret key and MAC key 32 each.
 *
 * Every install has the pages of both lanes, random while there is no session, and each write puts the other lane's
 * back as they are.
 */
const VERSION = 1;
const PAGES = 2;
const SESSION_BYTES = 16;
const SIGNED = 28;
const HEAD = SIGNED + MAC_BYTES;
const PLAIN = PAGES * PAGE_BYTES - SEAL_BYTES;

/** How much content an inbox holds, in bytes. */
export const INBOX_ROOM = PLAIN - HEAD;

/** The id of the record with the session's keys. It is the vault's own: nothing of the person's has it. */
export const INBOX_RECORD = 'f'.repeat(32);

/** A session's keys: those to open its box with, and the one that says what is its own. */
interface Session {
  readonly id: Bytes;
  readonly keys: KeyPair;
  readonly mac: Bytes;
}

/** What is left of a space while its key is not in memory: it takes what is written, and can't read it again. */
export interface Inbox {
  /**
   * Puts this in the place of all that it held; on disk when it resolves. Throws AppError('too-big') over
   * `INBOX_ROOM` bytes, 'storage-full', 'storage-failed', and 'taken-over' or 'erased' when another tab was there.
   */
  write(content: Uint8Array): Promise<void>;
  /** Forgets the session's keys, and ends the worker that saw what was written. Later writes throw AppError('locked'). */
  close(): void;
}

const keysOf = (lane: number): string[] => Array.from({ length: PAGES }, (_, n) => `inbox-${lane}-${n}`);

/** All pages of both inboxes, by name. */
export const INBOX_PAGES = [...keysOf(0), ...keysOf(1)];

const otherwise = (): Page => randomBytes(PAGE_BYTES);

const commitOf = (lane: number, pages: readonly Page[]): Required<Pick<Commit, 'writes' | 'keep'>> => ({
  writes: keysOf(lane).map((key, n) => [key, pages[n]!] as const),
  keep: keysOf(1 - lane).map(key => ({ key, otherwise })),
});

/** The writes that leave nothing to be read in an inbox: also what a new install begins with. */
export const emptyInbox = (lane: number) => commitOf(lane, Array.from({ length: PAGES }, otherwise));

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What an inbox seals to: the public half of a session. */
type Outside = Pick<Session, 'id' | 'mac'> & { readonly publicKey: Bytes };

const sealed = async (crypto: CryptoPort, to: Outside, seq: number, content: Uint8Array): Promise<Page[]> => {
  if (content.length > INBOX_ROOM) throw new AppError('too-big');
  const plain = new Uint8Array(PLAIN);
  plain.set([0x48, 0x49, VERSION]);
  plain.set(to.id, 4);
  viewOf(plain).setUint32(20, seq, true);
  viewOf(plain).setUint32(24, content.length, true);
  plain.set(await crypto.mac(to.mac, concat(plain.subarray(0, SIGNED), content)), SIGNED);
  plain.set(content, HEAD);
  const box = await crypto.sealTo(to.publicKey, plain);
  plain.fill(0);
  return Array.from({ length: PAGES }, (_, n) => box.slice(n * PAGE_BYTES, (n + 1) * PAGE_BYTES));
};

/** A session's keys, and the bytes of the record that keeps them. */
export const newSession = async (crypto: CryptoPort): Promise<{ session: Session; record: Bytes }> => {
  const session = {
    id: randomBytes(SESSION_BYTES),
    keys: await crypto.keyPair(),
    mac: randomBytes(KEY_BYTES),
  };
  const { publicKey, secretKey } = session.keys;
  return { session, record: concat(Uint8Array.of(VERSION), session.id, publicKey, secretKey, session.mac) };
};

const sessionOf = (record: Uint8Array): Session => {
  const [id, publicKey, secretKey, mac] = [1, 17, 49, 81].map((at, i) =>
    record.slice(at, at + (i === 0 ? SESSION_BYTES : KEY_BYTES)),
  ) as [Bytes, Bytes, Bytes, Bytes];
  if (record[0] !== VERSION || mac.length !== KEY_BYTES) throw new AppError('too-new');
  return { id, keys: { publicKey, secretKey }, mac };
};

/** An inbox that begins with this content, and the writes that put it on disk. */
export const beginInbox = async (
  { store, crypto }: { store: Store; crypto: CryptoPort },
  lane: number,
  { id, keys, mac }: Session,
  content: Uint8Array,
) => {
  const first = await sealed(crypto, { id, mac, publicKey: keys.publicKey }, 0, content);
  // Copies of its own: the vault wipes what it had in hand when it locks.
  const to: Outside = { id: id.slice(), mac: mac.slice(), publicKey: keys.publicKey.slice() };
  keys.secretKey.fill(0);
  return { inbox: createInbox(store, crypto, lane, to, first[0]!), ...commitOf(lane, first) };
};

const createInbox = (store: Store, crypto: CryptoPort, lane: number, to: Outside, first: Page): Inbox => {
  let head = first.slice(0, 24);
  let seq = 0;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  const write = async (content: Uint8Array): Promise<void> => {
    if (closed) throw new AppError('locked');
    const pages = await sealed(crypto, to, seq + 1, content);
    if (closed) throw new AppError('locked');
    const key = keysOf(lane)[0]!;
    await store.commit({ ...commitOf(lane, pages), expect: [{ key, head }] });
    head = pages[0]!.slice(0, 24);
    seq += 1;
  };
  return {
    write: content => {
      const own = content.slice();
      const turn = last.then(() => write(own));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      closed = true;
      to.mac.fill(0);
      crypto.close();
    },
  };
};

/** What a session wrote last; null when it is not there, or not what the session wrote. */
export const readInbox = async (
  { store, crypto }: { store: Store; crypto: CryptoPort },
  lane: number,
  record: Uint8Array,
): Promise<Bytes | null> => {
  const session = sessionOf(record);
  const pages = await Promise.all(keysOf(lane).map(key => store.read(key)));
  if (pages.includes(null)) return null;
  const plain = await crypto.openSealed(session.keys, concat(...(pages as Page[])));
  session.keys.secretKey.fill(0);
  if (!plain) return null;
  if (plain[2]! > VERSION) throw new AppError('too-new');
  const content = plain.slice(HEAD, HEAD + viewOf(plain).getUint32(24, true));
  const mac = await crypto.mac(session.mac, concat(plain.subarray(0, SIGNED), content));
  const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);
  const its = same(session.id, plain.subarray(4, 20)) && same(mac, plain.subarray(SIGNED, HEAD));
  plain.fill(0);
  return its ? content : null;
};
