import { AppError } from '../lib/error.ts';

/*
 * Whatever goes from one device to another begins with a byte that says what it is, whether a link carries it, a
 * moving code or a file.
 */
const TYPES = ['words', 'key', 'sealed', 'answer', 'spare'] as const;

/**
 * `words`: a share that four code words open. `key`: a reader's public key, to seal to. `sealed`: a share for such a
 * key. `answer`: what a reader gives back, for the reply key of a share. `spare`: a whole backup (docs/backup-format.md).
 */
export type MessageType = (typeof TYPES)[number];

/** The first byte of each, from 1. Append only. */
export const typeByte = (type: MessageType): number => TYPES.indexOf(type) + 1;

/** The highest first byte that this version knows. */
export const LAST_TYPE = TYPES.length;

/** The most bytes that ever go at once: 256 KiB of content, and room for what seals it. */
export const MOST_BYTES = 256 * 1024 + 4096;

/** Salt and tag, or a sealed box's ephemeral key and tag, and one byte in it. */
const LEAST: Record<MessageType, number> = {
  words: 1 + 16 + 1 + 16,
  key: 33,
  sealed: 1 + 48 + 1,
  answer: 1 + 16 + 48 + 1,
  // Header, what a stream adds to a chunk, and the end of what it holds.
  spare: 512 + 17 + 9,
};

/**
 * What these bytes are, by their first one and their length.
 *
 * @throws AppError('not-ours') for nothing of ours, 'too-new' for a later version's, 'cut-short' for too few bytes,
 * 'too-big' for more than ever goes at once, 'garbled' for a key of another length
 */
export function messageType(bytes: Uint8Array): MessageType {
  const first = bytes[0] ?? 0;
  if (first === 0) throw new AppError('not-ours');
  const type = TYPES[first - 1];
  if (!type) throw new AppError('too-new');
  if (bytes.length < LEAST[type]) throw new AppError('cut-short');
  if (bytes.length > MOST_BYTES) throw new AppError('too-big');
  if (type === 'key' && bytes.length > LEAST.key) throw new AppError('garbled');
  return type;
}
