import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';
import { decodeShare, encodeShare } from '../../src/share/envelope.ts';
import { readLink } from '../../src/share/link.ts';
import { openShare, type SealPort, sealShare } from '../../src/share/share.ts';
import { alone, anyShare, everyday } from '../share/shares.ts';

const long = process.env.HOLDFAST_LONG !== undefined;
const BASE = 'https://holdfast.example/r.html';

/** The crypto room's promises kept by Node, with a hash in place of Argon2id: these runs are many. */
const cipherKey = (secret: Uint8Array, salt: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(secret).update(salt).digest());
const open = (key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (sealed.length < 16) return null;
  const cipher = createDecipheriv('chacha20-poly1305', key, new Uint8Array(12), { authTagLength: 16 });
  cipher.setAAD(ad, { plaintextLength: sealed.length - 16 }).setAuthTag(sealed.slice(-16));
  try {
    return concat(cipher.update(sealed.slice(0, -16)), cipher.final());
  } catch {
    return null;
  }
};
const quick: SealPort = {
  sealWithSecret: async (secret, salt, plaintext, ad) => {
    const key = cipherKey(secret, salt);
    const cipher = createCipheriv('chacha20-poly1305', key, new Uint8Array(12), { authTagLength: 16 });
    cipher.setAAD(ad, { plaintextLength: plaintext.length });
    const body = concat(cipher.update(plaintext), cipher.final());
    return { sealed: concat(body, cipher.getAuthTag()), key };
  },
  openWithSecret: async (secret, salt, sealed, ad) => {
    const key = cipherKey(secret, salt);
    const plaintext = open(key, sealed, ad);
    return plaintext && { plaintext, key };
  },
  openSingleUse: async (key, sealed, ad) => open(key, sealed, ad),
};

describe('a share', () => {
  it('decodes to what was encoded', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(anyShare, share => {
        expect(decodeShare(encodeShare(share))).toEqual(share);
      }),
      { numRuns: long ? 100_000 : 1000 },
    );
  });

  it('opens to what was sealed', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyShare, async share => {
        // What no code holds at all is refused while sealing.
        const sealed = await sealShare(quick, alone(share), BASE).catch(error => {
          if (!(error instanceof AppError && error.code === 'too-big')) throw error;
          return null;
        });
        if (!sealed) return;
        const opened = await openShare(quick, readLink(sealed.link), sealed.words);
        expect(opened).toEqual({ ...alone(share), id: sealed.id });
      }),
      { numRuns: long ? 10_000 : 200 },
    );
  });

  it('is never a wrong one, whichever digit of its link changes or goes missing', async () => {
    const { link, words } = await sealShare(quick, alone(everyday), BASE);
    const start = BASE.length + 1;
    const seen = new Set<string>();
    const attempt = async (text: string): Promise<void> => {
      try {
        await openShare(quick, readLink(text), words);
        throw new Error(`opened: ${text}`);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        seen.add(error.code);
      }
    };
    for (let at = start; at < link.length; at++) {
      for (let add = 1; add < 10; add++) {
        const digit = (Number(link[at]) + add) % 10;
        await attempt(link.slice(0, at) + digit + link.slice(at + 1));
      }
      await attempt(link.slice(0, at) + link.slice(at + 1));
      await attempt(link.slice(0, at));
    }
    expect([...seen].sort()).toEqual(['cut-short', 'garbled', 'not-ours', 'too-new', 'wrong-words']);
  });
});
