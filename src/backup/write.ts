import { type CryptoPort, KDF, type KdfSettings, KEY_BYTES, SALT_BYTES } from '../crypto/port.ts';
import { randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { unhex } from '../lib/unhex.ts';
import { CHUNK_BYTES, ENTRY, ENTRY_HEAD_BYTES, MOST_SIZE } from './entries.ts';
import { encodeBound, encodeHeader, HEADER_BYTES, MOST_OPENERS, type SealedOpener } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What goes into a backup. Ids are 32 lower-case hex characters. */
export interface Content {
  /** The civil day it is made, `YYYY-MM-DD`. */
  readonly made: string;
  readonly records: Iterable<readonly [id: string, bytes: Uint8Array]>;
  /** `size` is for the progress alone. What reads as null is left out. */
  readonly blobs: readonly {
    readonly id: string;
    readonly size: number;
    read(): Promise<Uint8Array | null>;
  }[];
}

/** Who is to open it: the holder of a kit, by the public half that the vault keeps, or whoever knows a passphrase. */
export type Opener =
  | {
      readonly use: 'recovery';
      readonly publicKey: Uint8Array;
      readonly salt: Bytes;
      readonly settings: KdfSettings;
      readonly kit: string;
    }
  /** Only tests pass `settings`. */
  | { readonly use: 'passphrase'; readonly secret: Uint8Array; readonly settings?: KdfSettings };

/** Sealed chunks are handed to the browser in pieces of this many bytes: it may keep them on disk, the heap can't. */
const FOLD_BYTES = 4 * 1024 * 1024;

/** A stream of sealed chunks that grows outside the heap. */
const createSink = async (crypto: CryptoPort, key: Uint8Array) => {
  const begun = await crypto.beginStream(key);
  let { state } = begun;
  let chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  const folded: Blob[] = [];
  let loose: Bytes[] = [];
  let length = 0;
  const fold = (): void => {
    folded.push(new Blob(loose));
    loose = [];
  };
  const push = async (last: boolean): Promise<void> => {
    const pushed = await crypto.pushStream(
      state,
      filled < CHUNK_BYTES ? chunk.slice(0, filled) : chunk,
      last,
    );
    state = pushed.state;
    loose.push(pushed.sealed);
    length += pushed.sealed.length;
    if (last || loose.length * CHUNK_BYTES >= FOLD_BYTES) fold();
    chunk = new Uint8Array(CHUNK_BYTES);
    filled = 0;
  };
  return {
    header: begun.header,
    /** A full chunk is sealed only when more comes: the last one is sealed as the last. */
    write: async (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length; ) {
        if (filled === CHUNK_BYTES) await push(false);
        const part = bytes.subarray(at, at + CHUNK_BYTES - filled);
        chunk.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    },
    end: async (): Promise<{ parts: readonly Blob[]; length: number }> => {
      await push(true);
      return { parts: folded, length };
    },
  };
};

const entryHead = (type: number, id: string, size: number): Bytes => {
  if (size > MOST_SIZE[type]!) throw new AppError('too-big');
  const head = new Uint8Array(ENTRY_HEAD_BYTES);
  head[0] = type;
  head.set(unhex(id), 1);
  new DataView(head.buffer).setUint32(17, size, true);
  return head;
};

const endEntry = (records: number, blobs: number): Bytes => {
  const end = new Uint8Array(9);
  end[0] = ENTRY.end;
  new DataView(end.buffer).setUint32(1, records, true);
  new DataView(end.buffer).setUint32(5, blobs, true);
  return end;
};

const sealOpener = async (crypto: CryptoPort, opener: Opener, fileKey: Bytes): Promise<SealedOpener> => {
  if (opener.use === 'recovery') {
    const { use, publicKey, salt, settings, kit } = opener;
    return { use, settings, salt, kit, box: await crypto.sealTo(publicKey, fileKey) };
  }
  const { use, secret, settings = KDF } = opener;
  const salt = randomBytes(SALT_BYTES);
  const { publicKey } = await crypto.openSlots(secret, salt, settings, []);
  return { use, settings, salt, kit: '', box: await crypto.sealTo(publicKey, fileKey) };
};

/**
 * Seals all of it as one file, in docs/backup-format.md's format. Memory stays small whatever its size: at most one
 * blob and a few MiB of the file are in the heap at once.
 *
 * @param onProgress from 0 to 1
 * @throws AppError('too-big') for a record or blob over what a vault takes; what reading and crypto throw
 */
export const writeBackup = async (
  crypto: CryptoPort,
  content: Content,
  openers: readonly Opener[],
  onProgress: (done: number) => void = () => undefined,
): Promise<Blob> => {
  if (openers.length === 0 || openers.length > MOST_OPENERS) throw new RangeError('one to four openers');
  const fileKey = randomBytes(KEY_BYTES);
  const sealed: SealedOpener[] = [];
  // One after the other: each derivation takes 64 MiB.
  for (const opener of openers) sealed.push(await sealOpener(crypto, opener, fileKey));
  const bound = encodeBound(content.made, sealed);
  const sink = await createSink(crypto, await crypto.mac(fileKey, bound));
  let records = 0;
  for (const [id, bytes] of content.records) {
    await sink.write(entryHead(ENTRY.record, id, bytes.length));
    await sink.write(bytes);
    records += 1;
  }
  const total = content.blobs.reduce((sum, blob) => sum + blob.size, 0);
  let [blobs, done] = [0, 0];
  for (const blob of content.blobs) {
    const bytes = await blob.read();
    if (bytes) {
      await sink.write(entryHead(ENTRY.blob, blob.id, bytes.length));
      await sink.write(bytes);
      blobs += 1;
    }
    done += blob.size;
    onProgress(done / Math.max(total, done, 1));
  }
  await sink.write(endEntry(records, blobs));
  const { parts, length } = await sink.end();
  onProgress(1);
  return new Blob([encodeHeader(bound, sink.header, HEADER_BYTES + length), ...parts]);
};
