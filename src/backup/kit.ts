import { concat, utf8 } from '../lib/bytes.ts';
import { toBase32 } from './base32.ts';

/** What names a kit, bytes: 40 bits, so that two kits of one person never share a name by chance. */
export const KIT_BYTES = 5;

/** What names the kit of these bytes, from a hash of them: it tells nothing of them, and their words and cards the same. */
export const kitName = async (entropy: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const digest = await crypto.subtle.digest('SHA-256', concat(utf8('holdfast kit'), entropy));
  return new Uint8Array(digest).slice(0, KIT_BYTES);
};

/** The same in 8 characters, as it stands on words and cards. */
export const kitId = async (entropy: Uint8Array): Promise<string> => toBase32(await kitName(entropy));
