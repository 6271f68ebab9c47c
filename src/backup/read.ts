import { type CryptoPort, type KdfSettings, KEY_BYTES, STREAM_BYTES } from '../crypto/port.ts';
import { concat, hex, utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { CHUNK_BYTES, ENTRY, ENTRY_HEAD_BYTES, MOST_ENTRIES, MOST_SIZE } from './entries.ts';
import { decodeHeader, HEADER_BYTES, type Header, type SealedOpener, type Use } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const SEALED_BYTES = CHUNK_BYTES + STREAM_BYTES;

/** What is in a backup, thing by thing: a digest of each, to compare with what was written of it. */
export interface Manifest {
  /** The civil day it was made, `YYYY-MM-DD`. */
  readonly made: string;
  /** 16 bytes of SHA-256 in hex, by id. */
  readonly records: ReadonlyMap<string, string>;
  readonly blobs: ReadonlyMap<string, string>;
}

/** Called with each thing in turn: records first. What they return is waited for. */
export interface Visit {
  record(id: string, bytes: Bytes): void | Promise<void>;
  blob(id: string, bytes: Bytes): void | Promise<void>;
}

/** An opened backup. Both methods throw AppError('garbled' | 'cut-short') and 'bad-file' where the browser can't read it. */
export interface BackupReader {
  readonly made: string;
  /** What opened it, and the name of the kit where it was one. */
  readonly by: { readonly use: Use; readonly kit: string };
  /** Names this file among all: 16 bytes in hex. Whoever makes the file can't choose it. */
  readonly id: string;
  /** Goes through all of it. `look` sees each record; what it saw holds only once all of it was checked. */
  check(onProgress?: (done: number) => void, look?: (id: string, bytes: Bytes) => void): Promise<Manifest>;
  /** The same, with each thing handed over. Until it resolves nothing says that all of it is whole: `check` first. */
  read(visit: Visit, onProgress?: (done: number) => void): Promise<void>;
  /** Wipes the key: it reads no more. */
  close(): void;
}

/** 16 bytes of SHA-256 in hex. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16));

/** A record may lie under it: as a digest of what it was made from, it is no id that somebody picked. */
const idOf = ({ bound, stream }: Header): Promise<string> =>
  digestOf(concat(utf8('holdfast copy'), bound, stream));

const readSlice = async (file: Blob, from: number, to: number): Promise<Bytes> => {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (cause) {
    throw new AppError('bad-file', cause);
  }
};

/** The plaintext in any pieces, chunk by chunk; what is claimed is compared with what the file can still hold. */
const createSource = async (crypto: CryptoPort, file: Blob, key: Bytes, header: Header) => {
  let state = await crypto.openStream(key, header.stream);
  let at = HEADER_BYTES;
  const chunks = Math.ceil((header.length - HEADER_BYTES) / SEALED_BYTES);
  let left = header.length - HEADER_BYTES - chunks * STREAM_BYTES;
  let rest: Bytes = new Uint8Array(0);
  const next = async (): Promise<void> => {
    const sealed = await readSlice(file, at, Math.min(at + SEALED_BYTES, header.length));
    at += sealed.length;
    const pulled = await crypto.pullStream(state, sealed);
    // What is there in full and does not end as it was sealed to end was put together by someone.
    if (!pulled || pulled.last !== (at === header.length)) throw new AppError('garbled');
    ({ state, plaintext: rest } = pulled);
  };
  return {
    left: (): number => left,
    progress: (): number => (at - HEADER_BYTES) / (header.length - HEADER_BYTES),
    /** The next `length` bytes. Throws AppError('garbled') for more than is left, before it allocates. */
    take: async (length: number): Promise<Bytes> => {
      if (length > left) throw new AppError('garbled');
      const bytes = new Uint8Array(length);
      for (let filled = 0; filled < length; ) {
        if (rest.length === 0) await next();
        const part = rest.subarray(0, length - filled);
        bytes.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      left -= length;
      return bytes;
    },
  };
};

type Source = Awaited<ReturnType<typeof createSource>>;

const u32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

const readEnd = async (source: Source, records: number, blobs: number): Promise<void> => {
  const counts = await source.take(8);
  if (u32(counts, 0) !== records || u32(counts, 4) !== blobs || source.left() !== 0)
    throw new AppError('garbled');
};

const readEntries = async (
  source: Source,
  visit: Visit,
  onProgress: (done: number) => void,
): Promise<void> => {
  let [records, blobs] = [0, 0];
  for (;;) {
    const [type = ENTRY.end] = await source.take(1);
    if (type === ENTRY.end) return readEnd(source, records, blobs);
    const head = await source.take(ENTRY_HEAD_BYTES - 1);
    const size = u32(head, 16);
    // Records come first, so that whoever reads knows what each blob is for.
    const isRecord = type === ENTRY.record && blobs === 0;
    if (!(isRecord || type === ENTRY.blob) || size > MOST_SIZE[type]!) throw new AppError('garbled');
    if (records + blobs >= MOST_ENTRIES) throw new AppError('garbled');
    const bytes = await source.take(size);
    const id = hex(head.subarray(0, 16));
    if (isRecord) records += 1;
    else blobs += 1;
    await (isRecord ? visit.record(id, bytes) : visit.blob(id, bytes));
    onProgress(source.progress());
  }
};

const createReader = (
  crypto: CryptoPort,
  file: Blob,
  header: Header,
  { by, id }: Pick<BackupReader, 'by' | 'id'>,
  key: Bytes,
): BackupReader => {
  const read: BackupReader['read'] = async (visit, onProgress = () => undefined) =>
    readEntries(await createSource(crypto, file, key, header), visit, onProgress);
  const check: BackupReader['check'] = async (onProgress, look) => {
    const [records, blobs] = [new Map<string, string>(), new Map<string, string>()];
    const note = (into: Map<string, string>) => async (id: string, bytes: Bytes) => {
      if (into.has(id)) throw new AppError('garbled');
      into.set(id, await digestOf(bytes));
    };
    const record = async (id: string, bytes: Bytes) => {
      await note(records)(id, bytes);
      look?.(id, bytes);
    };
    await read({ record, blob: note(blobs) }, onProgress);
    return { made: header.made, records, blobs };
  };
  return { made: header.made, by, id, check, read, close: () => void key.fill(0) };
};

const readHeader = async (file: Blob): Promise<Header> =>
  decodeHeader(await readSlice(file, 0, HEADER_BYTES), file.size);

/**
 * When a backup was made, and what it opens with.
 *
 * @throws AppError as `decodeHeader` does, and 'bad-file' where the browser can't read it
 */
export const peekBackup = async (
  file: Blob,
): Promise<{ made: string; openers: readonly { use: Use; kit?: string }[] }> => {
  const { made, openers } = await readHeader(file);
  return { made, openers: openers.map(({ use, kit }) => (kit ? { use, kit } : { use })) };
};

const sameDerivation = (a: SealedOpener, b: SealedOpener): boolean => {
  const of = ({ salt, settings: { passes, memory } }: SealedOpener) => `${hex(salt)} ${passes} ${memory}`;
  return of(a) === of(b);
};

/**
 * Opens a backup with the bytes of a secret (`app/secret.ts`); null when they don't open it. `use` says what they are,
 * so that nothing is derived for another opener.
 *
 * @throws AppError as `peekBackup` does
 */
export const openBackup = async (
  crypto: CryptoPort,
  file: Blob,
  secret: Uint8Array,
  use?: Use,
): Promise<BackupReader | null> => {
  const header = await readHeader(file);
  const fitting = header.openers.filter(opener => use === undefined || opener.use === use);
  for (const first of fitting.filter(
    (one, at) => fitting.findIndex(two => sameDerivation(one, two)) === at,
  )) {
    const alike = fitting.filter(opener => sameDerivation(opener, first));
    const settings: KdfSettings = first.settings;
    const { opened } = await crypto.openSlots(
      secret,
      first.salt,
      settings,
      alike.map(({ box }) => box),
    );
    const place = opened.findIndex(key => key?.length === KEY_BYTES);
    if (place < 0) continue;
    const fileKey = opened[place]!;
    const key = await crypto.mac(fileKey, header.bound);
    fileKey.fill(0);
    const { use: opens, kit } = alike[place]!;
    return createReader(crypto, file, header, { by: { use: opens, kit }, id: await idOf(header) }, key);
  }
  return null;
};
