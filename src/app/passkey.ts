import { randomBytes, utf8 } from '../lib/bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** 32 bytes, the same for every passkey and for ever: another input would give another output, which opens nothing. */
const INPUT = utf8('Holdfast opens with passkey, v1.');

/** ES256 and RS256, which together every authenticator knows. Nobody ever checks a signature here. */
const ALGORITHMS = [-7, -257].map(alg => ({ type: 'public-key' as const, alg }));

const extensions: AuthenticationExtensionsClientInputs = { prf: { eval: { first: INPUT } } };

/** 'cancelled': by the person, or by time. 'none': this device or passkey gives no secret (WebAuthn's PRF extension). */
export type NoPasskey = 'cancelled' | 'none';

/** Whether it makes sense to offer one here. Where the browser does not say, trying tells. */
export const mayHavePasskey = async (): Promise<boolean> => {
  const api = globalThis.PublicKeyCredential as
    | { getClientCapabilities?: () => Promise<Record<string, boolean>> }
    | undefined;
  if (!api || !navigator.credentials) return false;
  const able = await api.getClientCapabilities?.().catch(() => undefined);
  return able?.['extension:prf'] !== false;
};

/**
 * Makes a passkey on this device and gives the 32 bytes that only it gives. They are the same each time. Nothing about
 * it is kept by Holdfast, and its name says nothing about the person.
 */
export const makePasskey = (): Promise<Bytes | NoPasskey> =>
  asked(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Holdfast' },
        // New each time: under an old id it would take the place of a passkey that opens another phone.
        user: { id: randomBytes(16), name: 'Holdfast', displayName: 'Holdfast' },
        challenge: randomBytes(32),
        pubKeyCredParams: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        extensions,
      },
    });
    const { prf } = resultsOf(made);
    if (prf?.enabled === false) return 'none';
    // Many say only at creation that they could, and give it when they are asked.
    return outputOf(made) ?? use([{ type: 'public-key', id: (made as PublicKeyCredential).rawId }]);
  });

/** Asks for a passkey of this place, whichever the person picks. */
export const usePasskey = (): Promise<Bytes | NoPasskey> => asked(() => use([]));

const use = async (allowCredentials: PublicKeyCredentialDescriptor[]): Promise<Bytes | NoPasskey> => {
  const used = await navigator.credentials.get({
    publicKey: { challenge: randomBytes(32), allowCredentials, userVerification: 'required', extensions },
  });
  return outputOf(used) ?? 'none';
};

const resultsOf = (credential: Credential | null): AuthenticationExtensionsClientOutputs =>
  (credential as PublicKeyCredential | null)?.getClientExtensionResults() ?? {};

const outputOf = (credential: Credential | null): Bytes | null => {
  const first = resultsOf(credential).prf?.results?.first;
  if (!first) return null;
  return new Uint8Array(ArrayBuffer.isView(first) ? first.buffer.slice(0) : first) as Bytes;
};

/** A browser says no in many words; the person can do something about two of them. */
const asked = async (ask: () => Promise<Bytes | NoPasskey>): Promise<Bytes | NoPasskey> => {
  try {
    return await ask();
  } catch (error) {
    const { name } = error as DOMException;
    return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'none';
  }
};
