import { makeSpare } from '../../src/app/backing-up.ts';
import { Book } from '../../src/app/book.ts';
import { putVersion } from '../../src/app/codec.ts';
import { openSpare } from '../../src/app/copy-reader.ts';
import type { Opener } from '../../src/app/opener.ts';
import { bringBack } from '../../src/app/restoring.ts';
import { secretBytes } from '../../src/app/secret.ts';
import type { Session } from '../../src/app/session.ts';
import type { Ways } from '../../src/app/ways.ts';
import { createCrypto } from '../../src/crypto/client.ts';
import { randomBytes, randomId, utf8 } from '../../src/lib/bytes.ts';
import { deviceClock } from '../../src/lib/clock.ts';
import { createStore } from '../../src/store/pages.ts';
import { createHeld, createSpace } from '../../src/vault/open.ts';
import type { Row } from './support/row.ts';

const ITEMS = 10_000;
const PHOTOS = 200;
const PHOTO_BYTES = 300_000;
const PASSPHRASE = { type: 'words', text: 'six plain words of one move' } as const;

const version = (n: number, values: Parameters<typeof putVersion>[0]['values']) =>
  putVersion({
    id: `${'a'.repeat(16)}.${n + 1}`,
    item: randomId(),
    kind: 'medicine',
    parents: [],
    privacy: 'open',
    source: { type: 'provider', name: 'Dr Osei' },
    asOf: '2026-03',
    lookedAt: '2026-03-01',
    savedAt: '2026-03-01T10:00:00.000Z',
    values,
  });

/** A record of many years, in a vault as the app has it. */
const fill = async (name: string): Promise<Book> => {
  const store = createStore(name);
  await store.erase();
  const vault = await createSpace(store, createCrypto(), utf8('736251'));
  const photos = Array.from({ length: PHOTOS }, randomId);
  await vault.save(
    Array.from({ length: ITEMS }, (_, n) =>
      version(n, {
        name: `Medicine number ${n}`,
        why: 'opioid treatment',
        ...(n < PHOTOS && { photo: { blob: photos[n]!, type: 'image/jpeg', size: PHOTO_BYTES } }),
      }),
    ),
  );
  for (const id of photos) await vault.save([{ op: 'putBlob', id, bytes: randomBytes(PHOTO_BYTES) }]);
  return new Book(vault, deviceClock);
};

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  const done = await work();
  return [done, (performance.now() - from) / 1000];
};

const seconds = (name: string, value: number, peers?: string): Row => ({
  ...{ name, value, unit: 's', bar: null, holds: null },
  ...(peers === undefined ? {} : { peers }),
});

/** A spare copy of 10,000 things and 200 photos of 300 kB: made, checked, and brought back to an empty phone. */
export const run = async (): Promise<Row[]> => {
  const book = await fill('bench-backup-old');
  const ways = { recovery: () => null } as unknown as Ways;
  const [file, made] = await timed(() => makeSpare({ book, ways }, book, { passphrase: PASSPHRASE.text }));
  const [copy, opened] = await timed(async () => (await openSpare(file, PASSPHRASE))!);
  const [counts, checked] = await timed(() => copy.check());
  const store = createStore('bench-backup-new');
  await store.erase();
  const create: Opener['create'] = async (secret, making) => {
    const { vault, land } = await createHeld(store, createCrypto(), secretBytes(secret));
    await making?.fill?.(vault);
    await land();
    return 'elsewhere';
  };
  const session = {
    adopt: async (open: (opener: Opener) => Promise<unknown>) => {
      await open({ create } as Opener);
      return 'opened' as const;
    },
    opened: null,
  } as Pick<Session, 'adopt' | 'opened'>;
  const [came, brought] = await timed(() => bringBack(session, copy, { type: 'pin', text: '736251' }));
  if (came.things !== ITEMS || came.missing.length > 0 || counts.photos !== PHOTOS)
    throw new Error(`brought ${came.things} of ${ITEMS}, without ${came.missing.length}`);
  return [
    seconds(
      'backup.make',
      made,
      `${(file.size / 1e6).toFixed(1)} MB; a phone that is 4 times slower: 4 times`,
    ),
    seconds('backup.open', opened, 'one Argon2id'),
    seconds('backup.check', checked),
    seconds('backup.bring', brought, 'written, read back and compared'),
  ];
};
