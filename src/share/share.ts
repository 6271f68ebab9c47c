import type { CryptoPort } from '../crypto/port.ts';
import type { Share } from '../domain/share.ts';
import { concat, hex, randomBytes, utf8 } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { decodeShare, encodeShare } from './envelope.ts';
import { HEAD_BYTES, headOf, linkParts, linkPrefix, makeLink, SALT_BYTES } from './link.ts';
import type { OpenedShare, Room, SealedShare } from './port.ts';
import { roomFor, versionOf } from './room.ts';
import { makeWords, wordsSecret } from './words.ts';

const TAG_BYTES = 16;
/** What sealing adds to an envelope: version, salt and tag. */
export const SEAL_COST = HEAD_BYTES + TAG_BYTES;

/** What sealing needs of the crypto room. */
export type SealPort = Pick<CryptoPort, 'sealWithSecret' | 'openWithSecret' | 'openSingleUse'>;

/**
 * Seals a share with fresh code words and a fresh salt, also when the same was shown before.
 *
 * @param base where the reader's page is; `#` and digits follow it
 * @throws AppError as `encodeShare` does
 */
export async function sealShare(
  crypto: Pick<SealPort, 'sealWithSecret'>,
  share: Share,
  base: string,
): Promise<SealedShare> {
  const envelope = encodeShare(share);
  const words = makeWords();
  const salt = randomBytes(SALT_BYTES);
  const head = headOf(salt);
  const { sealed, key } = await crypto.sealWithSecret(wordsSecret(words), salt, envelope, head);
  const bytes = concat(head, sealed);
  const link = makeLink(base, bytes);
  return { id: await shareId(salt), bytes, key, words, link, version: versionOf(link) };
}

/**
 * Opens what `sealShare` sealed. A share past its time opens too: the reader's page says so and asks.
 *
 * @param bytes as `readLink` gives them
 * @param words the four words, as `parseWords` gives them
 * @throws AppError('wrong-words') when these words don't open these bytes; 'not-ours', 'too-new', 'cut-short',
 * 'garbled', 'too-big' as `linkParts` and `decodeShare` do
 */
export async function openShare(
  crypto: Pick<SealPort, 'openWithSecret'>,
  bytes: Uint8Array,
  words: readonly string[],
): Promise<OpenedShare> {
  const { head, salt, sealed } = linkParts(bytes);
  const opened = await crypto.openWithSecret(wordsSecret(words), salt, sealed, head);
  if (!opened) throw new AppError('wrong-words');
  return { share: decodeShare(opened.plaintext), id: await shareId(salt) };
}

/**
 * Opens a share that was sealed here from the very bytes that its code carries, without deriving the key again:
 * the last look before it is shown. Throws AppError('garbled') when the bytes are not what was sealed.
 */
export async function reopenShare(
  crypto: Pick<CryptoPort, 'openSingleUse'>,
  { bytes, key }: Pick<SealedShare, 'bytes' | 'key'>,
): Promise<OpenedShare> {
  const { head, salt, sealed } = linkParts(bytes);
  const envelope = await crypto.openSingleUse(key, sealed, head);
  if (!envelope) throw new AppError('garbled');
  return { share: decodeShare(envelope), id: await shareId(salt) };
}

/** A share's public id: 16 bytes of SHA-256 over its salt, in hex. Both sides know it, and no other share has it. */
async function shareId(salt: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', concat(utf8('holdfast share'), salt));
  return hex(new Uint8Array(digest).subarray(0, 16));
}

/** Bytes of payload that a share makes once sealed. Quick enough for every tick. Throws as `encodeShare` does. */
export const encodedSize = (share: Share): number => encodeShare(share).length + SEAL_COST;

/** How full one code is with this share in a link of `base`. */
export function roomOf(share: Share, base: string): Room {
  const used = encodedSize(share);
  const holds = roomFor(utf8(linkPrefix(base)).length);
  return { used, holds, fits: used <= holds };
}

/** Items that are tried in turn when a share does not fit: the longest ones. A list of more helps no one. */
const MOST_TRIED = 12;

/**
 * Which items to leave out so that a share fits one code: those of its longest items of which one alone is
 * enough; when none is, the one that takes most. Empty when it fits. Items are said by their place in
 * `share.items`, the one that saves most first.
 */
export function whatToLeaveOut(share: Share, base: string): number[] {
  const room = roomOf(share, base);
  if (room.fits) return [];
  const without = (at: number): Share => ({
    ...share,
    items: share.items.filter((_, other) => other !== at),
  });
  const bySize = share.items
    .map((item, at) => ({ at, length: JSON.stringify(item).length }))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_TRIED)
    .map(({ at }) => ({ at, size: encodedSize(without(at)) }))
    .sort((a, b) => a.size - b.size);
  const enough = bySize.filter(({ size }) => size <= room.holds);
  return (enough.length > 0 ? enough : bySize.slice(0, 1)).map(({ at }) => at);
}
