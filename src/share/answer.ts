import type { CryptoPort, KeyPair } from '../crypto/port.ts';
import type { Answer, AnswerLine } from '../domain/answer.ts';
import type { Share } from '../domain/share.ts';
import { concat, hex } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { unhex } from '../lib/unhex.ts';
import { decodeShare, encodeShare } from './envelope.ts';
import { messageType, typeByte } from './message.ts';

/*
 * An answer: first byte, public id of the share (16 bytes, in clear: only the person's phone knows which share that
 * was), then an anonymous box to that share's reply key around the same byte, a version, a byte pair for each line
 * (place + 1, 0 for a new thing; its top bit: not in their list) behind their count, and an envelope. Who it is from
 * stands in the envelope: as its `why`, name and role on a line each.
 */
const TYPE = typeByte('answer');
const VERSION = 1;
const ID_BYTES = 16;
const OUT = 0x8000;
/** More than anyone changes in an appointment. */
const MOST_LINES = 1000;
const LONGEST_NAME = 100;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

const shareOf = ({ from, role, made, lines }: Answer): Share => ({
  purpose: 'own',
  made,
  expires: made,
  why: `${oneLine(from)}\n${oneLine(role)}`,
  items: lines.map(({ item }) => item),
});

function encode(answer: Answer): Uint8Array<ArrayBuffer> {
  const { lines } = answer;
  if (lines.length > MOST_LINES) throw new AppError('too-big');
  const head = new DataView(new ArrayBuffer(4 + 2 * lines.length));
  head.setUint8(0, TYPE);
  head.setUint8(1, VERSION);
  head.setUint16(2, lines.length);
  for (const [at, { about, out }] of lines.entries())
    head.setUint16(4 + 2 * at, (about === null ? 0 : about + 1) + (out ? OUT : 0));
  return concat(new Uint8Array(head.buffer), encodeShare(shareOf(answer)));
}

function decode(bytes: Uint8Array, share: string): Answer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint8(0) !== TYPE) throw new AppError('garbled');
  if (view.getUint8(1) > VERSION) throw new AppError('too-new');
  const count = view.getUint16(2);
  if (view.getUint8(1) < VERSION || count > MOST_LINES || bytes.length < 4 + 2 * count)
    throw new AppError('garbled');
  const { made, why, items } = decodeShare(bytes.subarray(4 + 2 * count));
  if (items.length !== count) throw new AppError('garbled');
  const [from = '', role = ''] = why.split('\n').map(oneLine);
  const lines = items.map((item, at): AnswerLine => {
    const word = view.getUint16(4 + 2 * at);
    const place = word & ~OUT;
    return { about: place === 0 ? null : place - 1, ...(word & OUT ? { out: true as const } : {}), item };
  });
  return { share, from, role, made, lines };
}

/** Seals an answer to a share's reply key. Throws AppError('garbled') for a key of low order, else as `encodeShare` does. */
export async function sealAnswer(
  crypto: Pick<CryptoPort, 'sealTo'>,
  answer: Answer,
  reply: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const box = await crypto.sealTo(reply, encode(answer));
  return concat(Uint8Array.of(TYPE), unhex(answer.share), box);
}

/** The public id of the share that a message answers. Throws AppError as `messageType` does, 'not-ours' for no answer. */
export function answeredShare(message: Uint8Array): string {
  if (messageType(message) !== 'answer') throw new AppError('not-ours');
  return hex(message.subarray(1, 1 + ID_BYTES));
}

/**
 * Opens what `sealAnswer` sealed.
 *
 * @throws AppError('other-key') when it is for another key, or was changed; 'too-new' | 'garbled' for what can't be read
 */
export async function openAnswer(
  crypto: Pick<CryptoPort, 'openSealed'>,
  keys: KeyPair,
  message: Uint8Array,
): Promise<Answer> {
  const share = answeredShare(message);
  const opened = await crypto.openSealed(keys, message.subarray(1 + ID_BYTES));
  if (!opened) throw new AppError('other-key');
  return decode(opened, share);
}
