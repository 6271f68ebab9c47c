// Writes tests/vectors/backup/v1/: a backup that its words, its cards and its passphrase must open for ever. It was run
// once, at the release of version 1; running it again would hide a break. A later version gets a folder of its own.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const load = async name => (await runnerImport(here(`../src/${name}.ts`))).module;
const target = here('../tests/vectors/backup/v1');
if (existsSync(target) && !process.argv.includes('--again')) throw new Error(`${target} is frozen`);

const { Book } = await load('app/book');
const { memoryRecords } = await load('app/records');
const { secretBytes } = await load('app/secret');
const { splitKit } = await load('backup/cards');
const { kitId } = await load('backup/kit');
const { toWords } = await load('backup/words');
const { writeBackup } = await load('backup/write');
const { createLocalCrypto } = await load('crypto/local');
const { KDF } = await load('crypto/port');
const { fromUtf8 } = await load('lib/bytes');

const hex = bytes => Buffer.from(bytes).toString('hex');
const made = '2026-11-22';
const clock = { now: () => Date.parse(`${made}T10:00:00Z`), ticks: () => 0 };
const entropy = Uint8Array.from({ length: 16 }, (_, at) => at * 13 + 5);
const salt = Uint8Array.from({ length: 16 }, (_, at) => at * 11 + 3);
const passphrase = 'Six  plain words of ONE move';

const store = memoryRecords();
const book = new Book(store, clock);
await book.writeSettings({ bigWords: true });
const said = { privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' };
const medicine = await book.saveItem({
  ...said,
  kind: 'medicine',
  values: { name: 'Sertraline', dose: '50 mg' },
});
await book.saveItem({
  ...said,
  kind: 'medicine',
  id: medicine.id,
  privacy: 'careful',
  source: { type: 'provider', name: 'Dr Osei' },
  values: { name: 'Sertraline', dose: '100 mg' },
});
const goal = await book.saveItem({ ...said, kind: 'goal', values: { want: 'Sleep through' } });
await book.saveItem({
  ...said,
  kind: 'checkin',
  values: { goal: goal.id, note: 'Better – naïve “ok” 日本' },
});
await book.saveItem({ ...said, kind: 'allergy', values: {}, absence: 'none' });
// Two chunks of the stream.
const photo = Uint8Array.from({ length: 70_000 }, (_, at) => (at * at + (at >> 5)) & 255);
const blob = await book.addBlob(photo);
const file = { blob, type: 'image/jpeg', size: photo.length, width: 40, height: 30 };
await book.saveItem({ ...said, kind: 'document', values: { name: 'Letter', file } });
const gone = await book.saveItem({ ...said, kind: 'contact', values: { name: 'Gone' } });
await book.remove(gone.id);
await book.keepDraft({ ...said, kind: 'contact', key: 'new:contact', values: { name: 'Half' } });

const crypto = createLocalCrypto();
const { publicKey } = await crypto.openSlots(secretBytes({ type: 'recovery', entropy }), salt, KDF, []);
const kit = await kitId(entropy);
const backup = await writeBackup(
  crypto,
  {
    made,
    records: store.records,
    blobs: store.blobIds().map(id => ({ id, size: photo.length, read: () => store.readBlob(id) })),
  },
  [
    { use: 'recovery', publicKey, salt, settings: KDF, kit },
    { use: 'passphrase', secret: secretBytes({ type: 'words', text: passphrase }) },
  ],
);
const vector = {
  about: 'A backup of version 1: what must open for ever. Never changed once released.',
  made,
  entropy: hex(entropy),
  words: toWords(entropy).join(' '),
  kit,
  cards: (await splitKit(entropy)).map(({ text }) => text),
  passphrase,
  records: Object.fromEntries([...store.records].map(([id, bytes]) => [id, fromUtf8(bytes)])),
  blobs: { [blob]: { size: photo.length, made: 'byte n is n * n + (n >> 5), modulo 256' } },
};
mkdirSync(target, { recursive: true });
writeFileSync(`${target}/spare.bin`, new Uint8Array(await backup.arrayBuffer()));
writeFileSync(`${target}/spare.json`, `${JSON.stringify(vector, null, 2)}\n`);
