import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Share } from '../../src/domain/share.ts';
import { decodeShare, encodeShare } from '../../src/share/envelope.ts';
import { MOST_VERSION, rawRoom, roomFor } from '../../src/share/room.ts';
import { encodedSize, SEAL_COST, sealShare } from '../../src/share/share.ts';
import { atLeast, type Row } from './support/row.ts';
import { DRAWS, draw, type Entry, fhirBundle, PREFIX, shareOf } from './support/share-corpus.ts';

const corpus = new URL('../vectors/ips/entries.json', import.meta.url);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
};

/** How many entries of a draw fit, taken in its order until the next one doesn't. */
function fill(entries: readonly Entry[], fits: (some: readonly Entry[]) => boolean): number {
  let count = 0;
  while (count < entries.length && fits(entries.slice(0, count + 1))) count++;
  return count;
}

/** A minified FHIR bundle in raw DEFLATE, sealed and carried like ours. */
const deflatedBundle = (entries: readonly Entry[]): number =>
  deflateRawSync(JSON.stringify(fhirBundle(entries)), { level: 9 }).length + SEAL_COST;

/** Digits of a SMART Health Card: a JWS whose characters become pairs of digits, in `shc:/` of one code. */
function healthCardDigits(entries: readonly Entry[]): number {
  const payload = {
    iss: 'https://spec.smarthealth.cards/examples/issuer',
    nbf: 1_770_000_000,
    vc: {
      type: ['https://smarthealth.cards#health-card'],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: fhirBundle(entries) },
    },
  };
  const header = { zip: 'DEF', alg: 'ES256', kid: '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s' };
  const part = (bytes: Uint8Array | string): number => Buffer.from(bytes).toString('base64url').length;
  const signature = part(new Uint8Array(64));
  const body = part(deflateRawSync(JSON.stringify(payload), { level: 9 }));
  return 2 * (part(JSON.stringify(header)) + 1 + body + 1 + signature);
}

/** Digits that a version 22-L code holds behind `shc:/`. */
const cardRoom = Math.floor(((1006 * 8 - (4 + 16 + 5 * 8) - (4 + 12)) / 10) * 3);

/** What was counted must be all there when it is read, and the fullest one's link must fit. Throws otherwise. */
async function prove(shares: readonly Share[]): Promise<void> {
  for (const share of shares)
    if (!isDeepStrictEqual(decodeShare(encodeShare(share)), share)) throw new Error('an entry was lost');
  const fullest = shares.reduce((a, b) => (encodedSize(b) > encodedSize(a) ? b : a));
  const reply = new Uint8Array(32);
  const { version } = await sealShare(createLocalCrypto(), { share: fullest, reply, files: [] }, PREFIX);
  if (version === null || version > MOST_VERSION)
    throw new Error(`the link takes a version ${version ?? 'over 40'} code`);
}

/** Measures how full a link is, and how many real entries go into one. No timing. */
export async function run(): Promise<Row[]> {
  const all = JSON.parse(readFileSync(corpus, 'utf8')) as (Entry & { use: string })[];
  const test = all.filter(entry => entry.use === 'test');
  const room = roomFor(PREFIX.length);
  const share = room / rawRoom(PREFIX.length);
  const draws = Array.from({ length: DRAWS }, (_, seed) => draw(test, seed + 1));
  const ours = draws.map(entries => fill(entries, some => encodedSize(shareOf(some)) <= room));
  await prove(draws.map((entries, at) => shareOf(entries.slice(0, ours[at]))));
  const fhir = median(draws.map(entries => fill(entries, some => deflatedBundle(some) <= room)));
  const card = median(draws.map(entries => fill(entries, some => healthCardDigits(some) <= cardRoom)));
  const each = median(
    draws.map((entries, at) => encodeShare(shareOf(entries.slice(0, ours[at]))).length / ours[at]!),
  );
  const range = `ours ${Math.min(...ours)}–${Math.max(...ours)}`;
  const peers = `FHIR + deflate ${fhir}, SMART Health Card ${card}, same draws; ${range}`;
  return [
    atLeast('share.fill', share, '÷ raw', 0.98, 'SMART Health Card 0.90, base64url 0.75'),
    atLeast('share.entries', median(ours), 'entries', 30, peers),
    { name: 'share.entry', value: each, unit: 'bytes', bar: null, holds: null, peers: 'before sealing' },
  ];
}
