import { type BackupReader, type Manifest, openBackup, peekBackup } from '../backup/read.ts';
import { createCrypto } from '../crypto/client.ts';
import type { CryptoPort } from '../crypto/port.ts';
import type { Item, ItemId } from '../domain/item.ts';
import { thingsIn } from '../domain/parts.ts';
import { toItems } from '../domain/versions.ts';
import { AppError } from '../lib/error.ts';
import { INBOX_RECORD } from '../vault/inbox.ts';
import { createRecordCheck } from './copy-records.ts';
import { type ReadAll, readAll } from './read-all.ts';
import { type Secret, secretBytes } from './secret.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** When a spare copy was made, and what opens it. */
export type Peek = Awaited<ReturnType<typeof peekBackup>>;

/** What is in a spare copy: things of their own, and photos and PDFs. */
export interface Counts {
  readonly things: number;
  readonly photos: number;
}

/** All of a copy but its photos, which are too many to hold. */
interface Whole {
  readonly manifest: Manifest;
  readonly records: ReadonlyMap<string, Bytes>;
  readonly read: ReadAll;
  /** Things and parts. */
  readonly items: ReadonlyMap<ItemId, Item>;
}

/** A spare copy that a secret opened, until it is closed. */
export class CopyReader {
  readonly backup: BackupReader;
  /** The kit's bytes, where its words or cards opened it. Zeros once it is closed. */
  readonly entropy: Bytes | null;
  readonly #crypto: CryptoPort;
  #whole: Whole | null = null;

  constructor(backup: BackupReader, crypto: CryptoPort, secret: Secret) {
    this.backup = backup;
    this.entropy = secret.type === 'recovery' ? secret.entropy : null;
    this.#crypto = crypto;
  }

  /** The civil day it was made, `YYYY-MM-DD`. */
  get made(): string {
    return this.backup.made;
  }

  /**
   * Goes through all of it and writes nothing.
   *
   * @throws AppError('garbled' | 'cut-short') where it does not check out, 'bad-file' where the browser can't read it
   */
  async check(onProgress?: (done: number) => void): Promise<Counts> {
    const { items, manifest } = await this.whole(onProgress);
    return { things: thingsIn(items).size, photos: manifest.blobs.size };
  }

  /** All but its photos, checked. Throws as `check` does. */
  async whole(onProgress?: (done: number) => void): Promise<Whole> {
    if (this.#whole) return this.#whole;
    const records = new Map<string, Bytes>();
    const manifest = await this.backup.check(onProgress, (id, bytes) => void records.set(id, bytes));
    // It is the other vault's own, and no backup has one.
    records.delete(INBOX_RECORD);
    const read = readSafely(records);
    this.#whole = { manifest, records, read, items: toItems(read.versions, read.gone) };
    return this.#whole;
  }

  /** Hands over each photo that is wanted, one at a time. */
  async photos(
    take: (id: string, bytes: Bytes) => Promise<void>,
    onProgress?: (done: number) => void,
  ): Promise<void> {
    await this.backup.read({ record: () => undefined, blob: take }, onProgress);
  }

  /** Lets go of it and of what opened it, and ends the worker that read it. */
  close(): void {
    this.#whole = null;
    this.entropy?.fill(0);
    this.backup.close();
    this.#crypto.close();
  }
}

/** No record of it is used before each is as this app writes them. What a hostile copy calls one may be no text at all. */
const readSafely = (records: ReadonlyMap<string, Bytes>): ReadAll => {
  try {
    return readAll(records, createRecordCheck());
  } catch (cause) {
    throw new AppError('garbled', cause);
  }
};

/**
 * When a spare copy was made, and what opens it.
 *
 * @throws AppError('not-ours') for another file, 'too-new' for a later version's, 'cut-short' when some of it is
 * missing, 'garbled' when it does not check out, 'bad-file' where the browser can't read it
 */
export const peekSpare = (file: Blob): Promise<Peek> => peekBackup(file);

/**
 * Opens a spare copy with the words or cards of a kit (`recovery`), or with its own passphrase (`words`); null when
 * they don't open it. The words or cards that do are the reader's from then on, who wipes them. Throws as `peekSpare`
 * does.
 */
export const openSpare = async (
  file: Blob,
  secret: Secret,
  crypto: CryptoPort = createCrypto(),
): Promise<CopyReader | null> => {
  let backup: BackupReader | null = null;
  const bytes = secretBytes(secret);
  try {
    const use = secret.type === 'recovery' ? 'recovery' : 'passphrase';
    backup = await openBackup(crypto, file, bytes, use);
  } finally {
    bytes.fill(0);
    if (!backup) crypto.close();
  }
  return backup && new CopyReader(backup, crypto, secret);
};
