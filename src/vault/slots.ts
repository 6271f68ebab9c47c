import { type CryptoPort, KDF, type KdfSettings, SALT_BYTES, SEAL_BYTES } from '../crypto/port.ts';
import { randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { type Commit, PAGE_BYTES, type Page, type Store } from '../store/pages.ts';
import { type SlotOwner, USES, useAt } from './bodies.ts';
import { putSum, sumHolds } from './checksum.ts';
import type { Bytes } from './format.ts';
import { sealSpare } from './spare.ts';
import type { Damage } from './tree.ts';

/*
 * The slot table, version 1, little-endian, one page, stored twice because nothing opens without it:
 *
 *     0  "HF"   2  version u8   3  KDF u8 (1 = Argon2id 1.3, one lane)   4  stamp 16 (random at each write)
 *    20  passes u32   24  memory u32 (bytes)   28  salt 16   44  unused 4   48  16 slots of 112
 *  2048  a spare of 1024 for each lane, see spare.ts
 *    else random bytes; the last four are the checksum
 *
 * A slot is an anonymous box to the key pair that a secret gives, around the vault key 32, epoch u32, lane u8,
 * slot u8, what the secret is for u8 and zeros; the one that erases has zeros for a key. Slots 0 to 7 are lane 0's and 8 to 15 are lane 1's, so that neither space can write over
 * the other's. Unused ones are sealed to a key that was thrown away, and look the same.
 */
const SLOTS = 16;
const PER_LANE = 8;
const PAYLOAD = 64;
const SLOT_BYTES = PAYLOAD + SEAL_BYTES;
const FIRST = 48;
const HEAD = 20;
const NAMES = ['slots', 'slots2'] as const;
const VERSION = 1;
const ARGON2ID = 1;

/** The slot table as read, which copies of it were damaged, and what to expect when it is written again. */
export interface SlotTable {
  readonly page: Page;
  /** Whole copies that differ: one of them was put back from an earlier day, and only a secret can tell which. */
  readonly pages: readonly Page[];
  readonly salt: Bytes;
  readonly settings: KdfSettings;
  readonly damage: Damage[];
  readonly expect: NonNullable<Commit['expect']>;
}

/** What a slot gives to whoever opens it. */
export interface SlotPayload {
  readonly key: Bytes;
  readonly epoch: number;
  readonly lane: number;
}

/** A payload, whose slot it was, and the copy of the table that it came from. */
export interface OpenedSlot extends SlotPayload {
  readonly owner: SlotOwner;
  readonly page: Page;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const stampAndSum = (page: Page): Page => {
  page.set(randomBytes(16), 4);
  putSum(page);
  return page;
};

const looksWhole = (page: Page | null): page is Page =>
  page !== null && page[0] === 0x48 && page[1] === 0x46 && sumHolds(page);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);

/** KDF settings and salt. */
const saltOf = (page: Page): Page => page.slice(HEAD, 28 + SALT_BYTES);

const parse = (page: Page, weakest: KdfSettings): Pick<SlotTable, 'salt' | 'settings'> => {
  if (page[2]! > VERSION || page[3] !== ARGON2ID) throw new AppError('too-new');
  const settings = { passes: view(page).getUint32(20, true), memory: view(page).getUint32(24, true) };
  // Weaker settings than we ever wrote would make a secret cheap to guess; stronger than a phone has would kill it.
  const weak = settings.passes < weakest.passes || settings.memory < weakest.memory;
  if (weak || settings.passes > 10 || settings.memory > 256 * 1024 * 1024) throw new AppError('damaged');
  return { settings, salt: page.slice(28, 28 + SALT_BYTES) };
};

/**
 * Reads the slot table; null when there is no install. `weakest` are the least KDF settings to accept: tests
 * pass cheap ones, the app never does. Throws AppError('damaged') when neither copy is whole, 'too-new' for a
 * later version.
 */
export const readSlots = async (store: Store, weakest: KdfSettings = KDF): Promise<SlotTable | null> => {
  const copies = await Promise.all(NAMES.map(name => store.read(name)));
  if (copies.every(copy => copy === null)) return null;
  const whole = copies.filter(looksWhole);
  const page = whole[0];
  if (!page) throw new AppError('damaged');
  const agree = whole.length === NAMES.length && sameBytes(whole[1]!, page);
  // Salt and settings never change in an install, so one derivation serves both.
  const pages = whole.filter(copy => copy === page || (!agree && sameBytes(saltOf(copy), saltOf(page))));
  const reason = copies.includes(null) ? 'missing' : pages.length > 1 ? 'older' : 'altered';
  const expect = NAMES.map((key, i) => ({ key, head: copies[i]?.slice(0, HEAD) ?? null }));
  const damage: Damage[] = agree ? [] : [{ page: 'slots', reason }];
  return { page, pages, ...parse(page, weakest), damage, expect };
};

/** A table with no slot in use. */
export const newSlots = async (crypto: CryptoPort, settings: KdfSettings = KDF): Promise<SlotTable> => {
  const page = randomBytes(PAGE_BYTES);
  page.set([0x48, 0x46, VERSION, ARGON2ID]);
  view(page).setUint32(20, settings.passes, true);
  view(page).setUint32(24, settings.memory, true);
  const salt = page.slice(28, 28 + SALT_BYTES);
  for (const lane of [0, 1]) await fillLane(crypto, page, lane, [], null);
  return { page, pages: [page], salt, settings, damage: [], expect: NAMES.map(key => ({ key, head: null })) };
};

const encode = ({ key, epoch, lane }: SlotPayload, { slot, use }: SlotOwner): Bytes => {
  const payload = new Uint8Array(PAYLOAD);
  // Whoever is made to give up the secret that erases gives up nothing to read with.
  if (use !== 'erase') payload.set(key);
  view(payload).setUint32(32, epoch, true);
  payload[36] = lane;
  payload[37] = slot;
  payload[38] = USES.indexOf(use);
  return payload;
};

const fillLane = async (
  crypto: CryptoPort,
  page: Page,
  lane: number,
  owners: readonly SlotOwner[],
  payload: SlotPayload | null,
): Promise<void> => {
  for (let slot = lane * PER_LANE; slot < (lane + 1) * PER_LANE; slot++) {
    const owner = owners.find(one => one.slot === slot);
    const publicKey = owner?.publicKey ?? (await crypto.keyPair()).publicKey;
    const content = owner && payload ? encode(payload, owner) : randomBytes(PAYLOAD);
    page.set(await crypto.sealTo(publicKey, content), FIRST + slot * SLOT_BYTES);
    content.fill(0);
  }
};

/**
 * The writes that give every owner of a space the vault key, and seal the space's other slots to nobody. `older`
 * are the keys before, for the spare. The other space's slots and spare stay as they are.
 */
export const sealSlots = async (
  crypto: CryptoPort,
  table: SlotTable,
  owners: readonly SlotOwner[],
  payload: SlotPayload,
  older: ReadonlyMap<number, Bytes>,
): Promise<Pick<Commit, 'writes' | 'expect'>> => {
  const page = table.page.slice();
  await fillLane(crypto, page, payload.lane, owners, payload);
  await sealSpare(crypto, page, payload, { slots: owners, ring: older });
  stampAndSum(page);
  return { writes: NAMES.map(name => [name, page] as const), expect: table.expect };
};

/** The writes that bring both copies of the table back into step. */
export const repairSlots = (table: SlotTable): Pick<Commit, 'writes' | 'expect'> => {
  const page = stampAndSum(table.page.slice());
  return { writes: NAMES.map(name => [name, page] as const), expect: table.expect };
};

/** A slot of the lane that nobody has, at random. There are more slots than uses. */
export const freeSlot = (lane: number, owners: readonly SlotOwner[]): number => {
  const taken = new Set(owners.map(one => one.slot));
  const free = Array.from({ length: PER_LANE }, (_, i) => lane * PER_LANE + i).filter(
    slot => !taken.has(slot),
  );
  return free[randomBytes(1)[0]! % free.length]!;
};

/**
 * Derives the secret's key, whose public half is what a slot for it is sealed to, and tries every slot. Of two that
 * open, the newer key's.
 */
export const trySecret = async (
  crypto: CryptoPort,
  table: SlotTable,
  secret: Uint8Array,
): Promise<{ publicKey: Bytes; found: OpenedSlot | null }> => {
  const sealed = table.pages.flatMap(page =>
    Array.from({ length: SLOTS }, (_, i) => page.slice(FIRST + i * SLOT_BYTES, FIRST + (i + 1) * SLOT_BYTES)),
  );
  const { publicKey, opened } = await crypto.openSlots(secret, table.salt, table.settings, sealed);
  let found: OpenedSlot | null = null;
  for (const [at, payload] of opened.entries()) {
    const slot = at % SLOTS;
    if (payload?.length !== PAYLOAD) continue;
    const lane = payload[36]!;
    if (payload[37] !== slot || lane !== Math.floor(slot / PER_LANE)) continue;
    const epoch = view(payload).getUint32(32, true);
    const page = table.pages[Math.floor(at / SLOTS)]!;
    const owner = { slot, publicKey, use: useAt(payload[38]!) };
    if (!found || epoch > found.epoch) found = { key: payload.slice(0, 32), epoch, lane, owner, page };
    payload.fill(0);
  }
  return { publicKey, found };
};
