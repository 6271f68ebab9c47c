import { type BackupReader, openBackup, type Visit } from '../../src/backup/read.ts';
import { type Content, type Opener, writeBackup } from '../../src/backup/write.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { CHEAP, pattern } from '../vault/helpers.ts';

export const crypto = createLocalCrypto();
export const SECRET = utf8('six plain words');
export const byPassphrase: Opener = { use: 'passphrase', secret: SECRET, settings: CHEAP };

export const idOf = (n: number): string => n.toString(16).padStart(32, '0');

/** Records and blobs of these sizes, with deterministic bytes. */
export const contentOf = (records: readonly number[], blobs: readonly number[]): Content => ({
  made: '2026-11-22',
  records: records.map((size, n) => [idOf(n), pattern(size, n)] as const),
  blobs: blobs.map((size, n) => ({ id: idOf(1000 + n), size, read: async () => pattern(size, n) })),
});

export const write = (content: Content, openers: readonly Opener[] = [byPassphrase]): Promise<Blob> =>
  writeBackup(crypto, content, openers);

export const open = async (file: Blob, secret: Uint8Array = SECRET): Promise<BackupReader> => {
  const reader = await openBackup(crypto, file, secret);
  if (!reader) throw new Error('the secret opens nothing');
  return reader;
};

/** All of it, as plain maps. */
export const readAll = async (reader: BackupReader) => {
  const all = { records: new Map<string, Uint8Array>(), blobs: new Map<string, Uint8Array>() };
  const visit: Visit = {
    record: (id, bytes) => void all.records.set(id, bytes),
    blob: (id, bytes) => void all.blobs.set(id, bytes),
  };
  await reader.read(visit);
  return all;
};
