import { concat, utf8 } from '../lib/bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a person types: six digits or more, or a passphrase. */
export interface TypedSecret {
  readonly type: 'pin' | 'words';
  readonly text: string;
}

/** What opens a record. `entropy`: the 16 bytes of the recovery words; `output`: the 32 that a passkey's PRF gives. */
export type Secret =
  | TypedSecret
  | { readonly type: 'recovery'; readonly entropy: Bytes }
  | { readonly type: 'passkey'; readonly output: Bytes };

/** Nobody types a zero byte, so no kind of secret is ever taken for another. */
const marked = (kind: string, bytes: Uint8Array): Bytes => concat(Uint8Array.of(0), utf8(kind), bytes);

/** The bytes a key is derived from: PINs as typed; words folded so that case, spacing and keyboard don't matter. */
export const secretBytes = (secret: Secret): Bytes => {
  if (secret.type === 'recovery') return marked('recovery', secret.entropy);
  if (secret.type === 'passkey') return marked('passkey', secret.output);
  const { type, text } = secret;
  return utf8(type === 'pin' ? text : text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' '));
};
