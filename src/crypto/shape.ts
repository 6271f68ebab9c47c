import { AppError } from '../lib/error.ts';
import type { Call } from './ops.ts';
import { type CryptoPort, KDF } from './port.ts';

/** Somewhere that runs operations until it is ended. */
export interface Engine {
  readonly call: Call;
  end(): void;
}

/** Builds a CryptoPort over two engines: a short-lived one for each secret, a lasting one for pages. */
export const createPort = (createEngine: () => Engine): CryptoPort => {
  let warmed: Engine | undefined;
  let lasting: Engine | undefined;
  const busy = new Set<Engine>();

  const warm = (): void => {
    warmed ??= createEngine();
  };
  const pages: Call = async (op, ...args) => {
    lasting ??= createEngine();
    const engine = lasting;
    try {
      return await engine.call(op, ...args);
    } catch (error) {
      // A worker that the system killed is replaced at the next call.
      engine.end();
      if (lasting === engine) lasting = undefined;
      throw error;
    }
  };
  type Work<T> = (call: Call, isBusy: () => boolean) => Promise<T>;
  const runIn = async <T>(engine: Engine, work: Work<T>): Promise<T> => {
    busy.add(engine);
    try {
      return await work(engine.call, () => busy.has(engine));
    } finally {
      busy.delete(engine);
      engine.end();
    }
  };
  const withSecret = async <T>(work: Work<T>): Promise<T> => {
    const early = warmed;
    warmed = undefined;
    if (!early) return runIn(createEngine(), work);
    try {
      return await runIn(early, work);
    } catch (error) {
      // It was started while the network was away, and its files never came: they may come now.
      if (!(error instanceof AppError && error.code === 'stopped')) throw error;
      return runIn(createEngine(), work);
    }
  };
  const close = (): void => {
    for (const engine of [warmed, lasting, ...busy]) engine?.end();
    warmed = undefined;
    lasting = undefined;
    busy.clear();
  };

  return {
    warm,
    close,
    deriveKey: (secret, salt, settings = KDF) =>
      withSecret(call => call('deriveKey', secret, salt, settings)),
    sealWithSecret: (secret, salt, plaintext, ad) =>
      withSecret(async call => {
        const key = await call('deriveKey', secret, salt, KDF);
        return { sealed: await call('sealSingleUse', key, plaintext, ad), key };
      }),
    openWithSecret: (secret, salt, sealed, ad) =>
      withSecret(async call => {
        const key = await call('deriveKey', secret, salt, KDF);
        const plaintext = await call('openSingleUse', key, sealed, ad);
        return plaintext && { plaintext, key };
      }),
    openSlots: (secret, salt, settings, slots) =>
      withSecret((call, isBusy) => {
        // The engine for pages starts while Argon2id runs, so that unlocking waits for the longer of the two only;
        // and not before it runs, so that neither holds up the other's start.
        void call('ready').then(
          () => {
            if (isBusy()) lasting ??= createEngine();
          },
          () => undefined,
        );
        return call('openSlots', secret, salt, settings, slots);
      }),
    openSingleUse: (key, sealed, ad) => pages('openSingleUse', key, sealed, ad),
    sealWithKey: (key, plaintext, ad) => pages('sealWithKey', key, plaintext, ad),
    openWithKey: (key, sealed, ad) => pages('openWithKey', key, sealed, ad),
    keyPair: () => pages('keyPair'),
    mac: (key, message) => pages('mac', key, message),
    sealTo: (publicKey, plaintext) => pages('sealTo', publicKey, plaintext),
    openSealed: (keys, sealed) => pages('openSealed', keys, sealed),
    sealPages: (key, plaintexts, ads) => pages('sealPages', key, plaintexts, ads),
    openPages: (key, all, ads) => pages('openPages', key, all, ads),
    beginStream: key => pages('beginStream', key),
    pushStream: (state, plaintext, last) => pages('pushStream', state, plaintext, last),
    openStream: (key, header) => pages('openStream', key, header),
    pullStream: (state, sealed) => pages('pullStream', state, sealed),
  };
};
