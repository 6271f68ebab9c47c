import * as fc from 'fast-check';
import type { FieldValue, Source, Values } from '../../src/domain/item.ts';
import type { Field, Kind } from '../../src/domain/kind.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Share, SharedItem } from '../../src/domain/share.ts';
import { leaves } from '../../src/share/fields.ts';
import type { Parcel } from '../../src/share/parcel.ts';

/** 2026-03-01T09:00Z. */
export const MADE = Date.UTC(2026, 2, 1, 9) / 60_000;

/** A whole share of one person, as the first job of the app has it. */
export const everyday: Share = {
  purpose: 'gp',
  made: MADE,
  expires: MADE + 1440,
  why: 'My script runs out soon.',
  items: [
    {
      kind: 'oat',
      source: { type: 'peer', name: 'Dana' },
      asOf: '2026-02-27',
      values: {
        medicine: 'methadone',
        dose: '80',
        often: 'day',
        last: '2026-02-28T08:40',
        point: 'Chemist Warehouse Civic',
        pointPhone: '02 6253 3643',
        scriptEnds: '2026-03-14',
      },
    },
    {
      kind: 'allergy',
      source: { type: 'me' },
      asOf: '2026-03-01',
      values: { to: 'Penicillin', happens: 'Rash, swollen lips', last: '2019', hospital: 'yes' },
    },
    {
      kind: 'medicine',
      source: { type: 'provider', name: 'Dr Osei', checkedBy: 'Dr Osei', checkedOn: '2026-02' },
      asOf: '2026-02-20',
      values: {
        name: 'Sertraline 100mg tablets',
        dose: '1 tablet',
        often: 'each morning',
        code: 'http://snomed.info/sct|9751511000001104',
      },
    },
    { kind: 'medicine', source: { type: 'me' }, asOf: 'about March', values: { name: 'Panadol Osteo' } },
    { kind: 'condition', source: { type: 'me' }, asOf: '2026-03-01', absence: 'none', values: {} },
  ],
};

/** Any text that UTF-8 can carry, short or long, of any script. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'Penicillin',
    'PANADOL OSTEO',
    'Type 2 Diabetes Mellitus',
    '',
    '0412345678',
    '007',
    'line one\nline two',
    '\n',
    '\u0000\u00ff',
    'İstanbul ß ŉ',
    '__proto__',
    'مثادون ٨٠',
    '美沙酮',
    '\u202egnp.exe\u200b',
    '👩🏽‍⚕️',
  ),
);

const digits = fc.stringMatching(/^[0-9]{1,24}$/);
const said = fc.oneof(
  fc.stringMatching(/^[0-9]{4}(-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-5][0-9])?)?)?$/),
  fc.constantFrom(
    '0000',
    '9999-12-31',
    '0001-01-01',
    '2024-02-29',
    '2023-02-29',
    '2026-03-01',
    'about March',
  ),
  text,
);
const code = fc.oneof(
  fc.stringMatching(/^http:\/\/snomed\.info\/sct\|[0-9]{1,18}$/),
  fc.stringMatching(/^http:\/\/www\.whocc\.no\/atc\|[A-Z][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?$/),
  fc.stringMatching(/^http:\/\/loinc\.org\|[0-9]{1,7}-[0-9]$/),
  fc.stringMatching(/^http:\/\/hl7\.org\/fhir\/sid\/icd-10\|[A-Z][0-9]{2}(\.[0-9])?$/),
  fc.constantFrom(
    'http://snomed.info/sct|44054006',
    'http://snomed.info/sct|044054006',
    'http://snomed.info/sct|44054007',
    'http://snomed.info/sct|23173011000036104',
    'http://snomed.info/sct|',
    'http://snomed.info/sct',
    'http://www.nlm.nih.gov/research/umls/rxnorm|24942',
    'http://loinc.org|4548-4',
    '|',
  ),
  text,
);

function anyValue(field: Field): fc.Arbitrary<FieldValue> {
  if (field.type === 'date' || field.type === 'time') return said;
  if (field.type === 'code') return code;
  if (field.type === 'amount' || field.type === 'phone') return fc.oneof(digits, text);
  if (field.type !== 'choice' && field.type !== 'choices') return text;
  const option = fc.constantFrom(...field.options.map(one => one.id));
  const one = field.own ? fc.oneof(option, text) : option;
  return field.type === 'choices' ? fc.array(one, { maxLength: 5 }) : one;
}

const valuesOf = (kind: Kind): fc.Arbitrary<Values> => {
  const fields = kind.fields.filter(leaves).map(field => [field.name, anyValue(field)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map(values => values as Values);
};

const source: fc.Arbitrary<Source> = fc.record(
  {
    type: fc.constantFrom('me', 'peer', 'provider', 'document', 'scanned'),
    name: text,
    checkedBy: text,
    checkedOn: said,
  },
  { requiredKeys: ['type'] },
);

const item: fc.Arbitrary<SharedItem> = fc.constantFrom(...kinds).chain(kind =>
  fc.record(
    {
      kind: fc.constant(kind.id),
      source: fc.oneof(fc.constant<Source>({ type: 'me' }), source),
      asOf: said,
      absence: fc.constant('none'),
      values: valuesOf(kind),
    },
    { requiredKeys: ['kind', 'source', 'asOf', 'values'] },
  ),
);

/** Any share of the real kinds. Lone surrogates are not among its texts: they have no UTF-8. */
export const anyShare: fc.Arbitrary<Share> = fc
  .record({
    purpose: fc.constantFrom('gp', 'emergency', 'pharmacy', 'worker', 'own'),
    made: fc.integer({ min: 0, max: 2 ** 31 }),
    minutes: fc.integer({ min: -10, max: 1_000_000 }),
    why: text,
    items: fc.array(item, { maxLength: 12 }),
  })
  // fast-check's records have no prototype; a share as the app makes it has one.
  .map(({ minutes, ...share }) => structuredClone({ ...share, expires: share.made + minutes }));

/** A share with nothing beside it but where an answer goes. */
export const alone = (share: Share): Parcel => ({ share, reply: new Uint8Array(32).fill(7), files: [] });
