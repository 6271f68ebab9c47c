import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { hex } from '../../src/lib/bytes.ts';
import { unhex } from '../../src/lib/unhex.ts';
import { answeredShare, openAnswer, sealAnswer } from '../../src/share/answer.ts';
import { decodeParcel, encodeParcel } from '../../src/share/parcel.ts';
import { checkWords, keyMessage, readerKeyIn } from '../../src/share/reader-key.ts';
import { openSealedShare, sealToReader } from '../../src/share/sealed.ts';
import fixture from '../vectors/share/v2.json' with { type: 'json' };
import { alone, everyday } from './shares.ts';

const crypto = createLocalCrypto();
const code = (code: string) => expect.objectContaining({ code });

/** Points of order 1, 2, 4 and 8, and others that come to the same (RFC 7748, 6.1; cr.yp.to/ecdh.html). */
const lowOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

const photo = { item: 0, field: 'file', type: 'image/jpeg', width: 40, height: 30 } as const;
const withPhoto = {
  share: {
    ...everyday,
    items: [{ kind: 'document', source: { type: 'me' as const }, asOf: '', values: { name: 'Script' } }],
  },
  reply: new Uint8Array(32).fill(9),
  files: [{ ...photo, bytes: Uint8Array.from({ length: 5000 }, (_, at) => at) }],
};

const answer: Answer = {
  share: '00112233445566778899aabbccddeeff',
  from: 'Dr Osei',
  role: 'GP',
  made: everyday.made,
  lines: [
    { about: 1, item: everyday.items[1]! },
    { about: 0, out: true, item: everyday.items[0]! },
    {
      about: null,
      item: { kind: 'note', source: { type: 'me' }, asOf: '', values: { text: 'Rest.\nCome back.' } },
    },
  ],
};

describe('a share for one reader', () => {
  it('opens with that key, and brings everything', async () => {
    const keys = await crypto.keyPair();
    for (const parcel of [alone(everyday), withPhoto]) {
      const { id, bytes } = await sealToReader(crypto, parcel, keys.publicKey);
      expect(await openSealedShare(crypto, keys, bytes)).toEqual({ ...parcel, id });
    }
  });

  it('opens with no other key, with no byte changed, and as nothing else', async () => {
    const [keys, other] = [await crypto.keyPair(), await crypto.keyPair()];
    const { bytes } = await sealToReader(crypto, alone(everyday), keys.publicKey);
    await expect(openSealedShare(crypto, other, bytes)).rejects.toEqual(code('other-key'));
    for (let at = 1; at < bytes.length; at += 7) {
      const bent = Uint8Array.from(bytes);
      bent[at]! ^= 1;
      await expect(openSealedShare(crypto, keys, bent)).rejects.toEqual(code('other-key'));
    }
    // An answer's box is no share's, though both are boxes to a key.
    const box = await crypto.sealTo(keys.publicKey, Uint8Array.of(4, 1, 0, 0));
    await expect(openSealedShare(crypto, keys, Uint8Array.of(3, ...box))).rejects.toEqual(code('other-key'));
  });

  it('is new in every part each time', async () => {
    const { publicKey } = await crypto.keyPair();
    const [one, two] = [
      await sealToReader(crypto, alone(everyday), publicKey),
      await sealToReader(crypto, alone(everyday), publicKey),
    ];
    expect(one.id).not.toBe(two.id);
    expect(hex(one.bytes.slice(1, 33))).not.toBe(hex(two.bytes.slice(1, 33)));
  });

  it.each(lowOrder)('is not sealed to a key of low order: %s', async key => {
    await expect(sealToReader(crypto, alone(everyday), unhex(key))).rejects.toEqual(code('garbled'));
  });
});

describe("a reader's key", () => {
  it('is a message of its own', async () => {
    const { publicKey } = await crypto.keyPair();
    expect(readerKeyIn(keyMessage(publicKey))).toEqual(publicKey);
    expect(readerKeyIn((await sealToReader(crypto, alone(everyday), publicKey)).bytes)).toBeNull();
    expect(() => readerKeyIn(keyMessage(publicKey).subarray(0, 32))).toThrow(code('cut-short'));
    expect(() => readerKeyIn(Uint8Array.of(...keyMessage(publicKey), 0))).toThrow(code('garbled'));
  });

  it('has the same four words on both sides, and others for another key', async () => {
    const [one, two] = [await crypto.keyPair(), await crypto.keyPair()];
    const words = await checkWords(crypto, one.publicKey);
    expect(words).toHaveLength(4);
    expect(await checkWords(crypto, one.publicKey)).toEqual(words);
    expect(await checkWords(crypto, two.publicKey)).not.toEqual(words);
  });
});

describe('an answer', () => {
  it('comes home to the reply key alone, and says which share it answers', async () => {
    const [keys, other] = [await crypto.keyPair(), await crypto.keyPair()];
    const message = await sealAnswer(crypto, answer, keys.publicKey);
    expect(answeredShare(message)).toBe(answer.share);
    expect(await openAnswer(crypto, keys, message)).toEqual(answer);
    await expect(openAnswer(crypto, other, message)).rejects.toEqual(code('other-key'));
  });

  it('keeps names on one line and short', async () => {
    const keys = await crypto.keyPair();
    const odd = { ...answer, from: ' Dr\nOsei\u2028 ', role: 'x'.repeat(500), lines: [] };
    const read = await openAnswer(crypto, keys, await sealAnswer(crypto, odd, keys.publicKey));
    expect([read.from, read.role.length]).toEqual(['Dr Osei', 100]);
  });

  it.each(lowOrder)('is not sealed to a key of low order: %s', async key => {
    await expect(sealAnswer(crypto, answer, unhex(key))).rejects.toEqual(code('garbled'));
  });
});

describe('version 2, for ever', () => {
  const keys = { publicKey: unhex(fixture.keys.publicKey), secretKey: unhex(fixture.keys.secretKey) };

  it.each(fixture.parcels)('opens "$name"', ({ bytes, parcel }) => {
    const { reply, files, share } = decodeParcel(unhex(bytes));
    expect(share).toEqual(parcel.share);
    expect(reply && hex(reply)).toBe(parcel.reply);
    expect(files.map(file => ({ ...file, bytes: hex(file.bytes) }))).toEqual(parcel.files);
  });

  it('opens a share and an answer for its key, and derives the same check words', async () => {
    const { id, share } = await openSealedShare(crypto, keys, unhex(fixture.sealed.bytes));
    expect([id, share]).toEqual([fixture.sealed.id, everyday]);
    expect(await openAnswer(crypto, keys, unhex(fixture.answer.bytes))).toEqual(fixture.answer.answer);
    expect(await checkWords(crypto, keys.publicKey)).toEqual(fixture.keys.words);
  });
});

describe('a parcel', () => {
  it('is refused wherever it is cut off or has a file that is none', () => {
    const bytes = encodeParcel(withPhoto);
    for (let length = 0; length < bytes.length; length += 3)
      expect(() => decodeParcel(bytes.subarray(0, length))).toThrow(code('garbled'));
    expect(() => decodeParcel(Uint8Array.of(0x30))).toThrow(code('too-new'));
    const stranger = { ...withPhoto, share: everyday };
    expect(() => decodeParcel(encodeParcel(stranger))).toThrow();
  });
});
