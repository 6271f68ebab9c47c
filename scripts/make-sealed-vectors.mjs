// Writes tests/vectors/share/v2.json: parcels, a share sealed to a key and an answer, as they must open for ever. It
// was run once, at their release; running it again would hide a break.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const load = async name => (await runnerImport(here(name))).module;
const target = here('../tests/vectors/share/v2.json');
if (existsSync(target) && !process.argv.includes('--again')) throw new Error(`${target} is frozen`);

const { everyday } = await load('../tests/share/shares.ts');
const { createLocalCrypto } = await load('../src/crypto/local.ts');
const { encodeParcel } = await load('../src/share/parcel.ts');
const { sealToReader } = await load('../src/share/sealed.ts');
const { sealAnswer } = await load('../src/share/answer.ts');
const { checkWords } = await load('../src/share/reader-key.ts');

const hex = bytes => Buffer.from(bytes).toString('hex');
const crypto = createLocalCrypto();
const keys = await crypto.keyPair();
const reply = Uint8Array.from({ length: 32 }, (_, at) => at * 3 + 1);
const document = { kind: 'document', source: { type: 'me' }, asOf: '2026', values: { name: 'Script' } };
const photo = { item: 1, field: 'file', type: 'image/jpeg', width: 40, height: 30 };
const file = { ...photo, bytes: Uint8Array.from({ length: 300 }, (_, at) => at) };
const parcels = [
  { name: 'a share and where its answer goes', parcel: { share: everyday, reply, files: [] } },
  {
    name: 'a photo and a PDF',
    parcel: {
      share: { ...everyday, items: [everyday.items[0], document, document] },
      reply,
      files: [file, { item: 2, field: 'file', type: 'application/pdf', bytes: file.bytes }],
    },
  },
  { name: 'nobody to answer', parcel: { share: everyday, reply: null, files: [] } },
];
const readable = ({ share, reply, files }) => ({
  share,
  reply: reply && hex(reply),
  files: files.map(one => ({ ...one, bytes: hex(one.bytes) })),
});
const answer = {
  share: '00112233445566778899aabbccddeeff',
  from: 'Dr Osei',
  role: 'GP',
  made: everyday.made,
  lines: [
    { about: 1, item: everyday.items[1] },
    { about: 0, out: true, item: everyday.items[0] },
    { about: null, item: { ...document, kind: 'note', values: { text: 'Rest.\nCome back.' } } },
  ],
};
const sealed = await sealToReader(crypto, parcels[0].parcel, keys.publicKey);
const vector = {
  about: 'Parcels and boxes: what must open for ever. Never changed once released.',
  keys: {
    publicKey: hex(keys.publicKey),
    secretKey: hex(keys.secretKey),
    words: await checkWords(crypto, keys.publicKey),
  },
  parcels: parcels.map(({ name, parcel }) => ({
    name,
    bytes: hex(encodeParcel(parcel)),
    parcel: readable(parcel),
  })),
  sealed: { id: sealed.id, bytes: hex(sealed.bytes) },
  answer: { bytes: hex(await sealAnswer(crypto, answer, keys.publicKey)), answer },
};
writeFileSync(target, `${JSON.stringify(vector, null, 2)}\n`);
