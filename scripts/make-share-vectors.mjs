// Writes tests/vectors/share/v1.json: what version 1 must open for ever. It was run once, at version 1's release;
// running it again would hide a break. A later version gets a file of its own.
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const load = async name => (await runnerImport(here(name))).module;
const target = here('../tests/vectors/share/v1.json');
if (existsSync(target) && !process.argv.includes('--again')) throw new Error(`${target} is frozen`);

const { everyday, MADE } = await load('../tests/share/shares.ts');
const { encodeShare } = await load('../src/share/envelope.ts');
const { dictionaryV1 } = await load('../src/share/dictionary/v1.ts');
const { sealShare } = await load('../src/share/share.ts');
const { createLocalCrypto } = await load('../src/crypto/local.ts');
const { kinds } = await load('../src/domain/kinds.ts');

const hex = bytes => Buffer.from(bytes).toString('hex');
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

/** One item of every kind with every field that leaves, so that each way to write a value is in it. */
const sampleOf = field => {
  const own = {
    date: '2025-11',
    time: '2026-02-28T08:40',
    code: 'http://snomed.info/sct|44054006',
    amount: '12.5',
    phone: '0262533643',
  };
  if (field.type === 'choice') return field.options.at(-1).id;
  if (field.type === 'choices') return field.options.slice(0, 2).map(option => option.id);
  return own[field.type] ?? `${field.label}: naïve café 🙂`;
};
const full = kind => ({
  kind: kind.id,
  source: { type: 'document', name: 'hospital letter' },
  asOf: '2024',
  values: Object.fromEntries(
    kind.fields
      .filter(field => !field.neverShared && field.type !== 'file')
      .map(field => [field.name, sampleOf(field)]),
  ),
});
const coded = code => ({
  kind: 'medicine',
  source: { type: 'me' },
  asOf: '2026-03-01',
  values: { name: 'X', code },
});
const shares = [
  { name: 'an everyday share', share: everyday },
  { name: 'nothing', share: { purpose: 'own', made: MADE, expires: MADE + 60, why: '', items: [] } },
  {
    name: 'every kind',
    share: { purpose: 'worker', made: MADE, expires: MADE + 60, why: 'Hello', items: kinds.map(full) },
  },
  {
    name: 'codes and dates',
    share: {
      purpose: 'emergency',
      made: MADE,
      expires: MADE - 60,
      why: '',
      items: [
        'http://snomed.info/sct|23173011000036104',
        'http://www.nlm.nih.gov/research/umls/rxnorm|24942',
        'http://www.whocc.no/atc|C10AA05',
        'http://loinc.org|4548-4',
        'http://hl7.org/fhir/sid/icd-10|E11.9',
        'urn:x|1',
      ].map(coded),
    },
  },
  {
    name: 'another script, as a whole stream',
    share: {
      purpose: 'pharmacy',
      made: MADE,
      expires: MADE + 60,
      why: '',
      items: [
        {
          kind: 'note',
          source: { type: 'me' },
          asOf: 'أمس',
          values: { text: 'أنا أتناول الدواء كل صباح. '.repeat(20) },
        },
      ],
    },
  },
];
const sealed = await sealShare(createLocalCrypto(), everyday, 'https://holdfast.example/r.html');
const { bytes, header } = dictionaryV1();
const vector = {
  about: 'Version 1 of the share: what must open for ever. Never changed once released.',
  dictionary: sha256(bytes),
  header: sha256(header),
  kinds: kinds.map(kind => ({
    code: kind.code,
    id: kind.id,
    fields: kind.fields.map(({ name, type, options = [] }) => ({
      name,
      type,
      options: options.map(option => option.id),
    })),
  })),
  shares: shares.map(({ name, share }) => ({ name, envelope: hex(encodeShare(share)), share })),
  link: { link: sealed.link, words: sealed.words, id: sealed.id, share: everyday },
};
writeFileSync(target, `${JSON.stringify(vector, null, 2)}\n`);
