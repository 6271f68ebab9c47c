import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { createPort, type Engine } from '../../src/crypto/shape.ts';
import { randomBytes, utf8 } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';

describe('sealing with a secret', () => {
  it('opens with the same words and salt, and again with the key alone', async () => {
    const crypto = createLocalCrypto();
    const [words, salt, ad] = [utf8('acid bread crane dolls'), randomBytes(16), utf8('header')];
    const { sealed, key } = await crypto.sealWithSecret(words, salt, utf8('a share'), ad);
    expect(sealed).toHaveLength(7 + 16);
    expect(await crypto.openWithSecret(words, salt, sealed, ad)).toEqual({ plaintext: utf8('a share'), key });
    expect(await crypto.openSingleUse(key, sealed, ad)).toEqual(utf8('a share'));
    expect(await crypto.deriveKey(words, salt)).toEqual(key);
    expect(await crypto.openWithSecret(utf8('acid bread crane doll'), salt, sealed, ad)).toBeNull();
    expect(await crypto.openWithSecret(words, randomBytes(16), sealed, ad)).toBeNull();
    expect(await crypto.openSingleUse(key, sealed, utf8('heades'))).toBeNull();
  });
});

describe('sealing with a key', () => {
  it('gives something else each time, and opens', async () => {
    const crypto = createLocalCrypto();
    const [key, ad] = [randomBytes(32), utf8('ad')];
    const one = await crypto.sealWithKey(key, utf8('x'), ad);
    expect(one).toHaveLength(41);
    expect(one).not.toEqual(await crypto.sealWithKey(key, utf8('x'), ad));
    expect(await crypto.openWithKey(key, one, ad)).toEqual(utf8('x'));
    expect(await crypto.openWithKey(randomBytes(32), one, ad)).toBeNull();
    expect(await crypto.openWithKey(key, one.slice(0, 20), ad)).toBeNull();
  });
});

describe('the engines behind a port', () => {
  const counted = (fail = false) => {
    const log: string[] = [];
    let started = 0;
    const createEngine = (): Engine => {
      const name = `engine ${++started}`;
      if (started > 1) log.push(`${name} is there`);
      return {
        call: (async (op: string) => {
          log.push(`${name} ${op}`);
          // Deriving takes its time.
          if (op === 'openSlots') await new Promise(resolve => setTimeout(resolve));
          if (fail && started === 1) throw new AppError('too-old');
          return null;
        }) as unknown as Engine['call'],
        end: () => void log.push(`${name} ends`),
      };
    };
    return { log, port: createPort(createEngine) };
  };
  const none = new Uint8Array(0);

  it('that was started early and broke off is given up for a fresh one, once', async () => {
    const log: string[] = [];
    let stopped = 1;
    const port = createPort(() => ({
      call: (async (op: string) => {
        log.push(op);
        if (stopped-- > 0) throw new AppError('stopped');
        return none;
      }) as unknown as Engine['call'],
      end: () => void log.push('end'),
    }));
    port.warm();
    expect(await port.deriveKey(none, none)).toBe(none);
    expect(log).toEqual(['deriveKey', 'end', 'deriveKey', 'end']);
    // One that was not started early has had its chance.
    stopped = 1;
    await expect(port.deriveKey(none, none)).rejects.toEqual(expect.objectContaining({ code: 'stopped' }));
  });

  it('derive in one that ends afterwards, while the one for pages has started', async () => {
    const { log, port } = counted();
    port.warm();
    await port.openSlots(none, none, { passes: 1, memory: 8192 }, []);
    await port.openPages(none, [], []);
    expect(log).toEqual([
      ...['engine 1 ready', 'engine 1 openSlots', 'engine 2 is there'],
      ...['engine 1 ends', 'engine 2 openPages'],
    ]);
    port.close();
    expect(log.at(-1)).toBe('engine 2 ends');
    await port.keyPair();
    expect(log.at(-1)).toBe('engine 3 keyPair');
  });

  it('start no engine for pages that nobody would end', async () => {
    const { log, port } = counted();
    const opening = port.openSlots(none, none, { passes: 1, memory: 8192 }, []);
    port.close();
    await opening;
    expect(log).not.toContain('engine 2 is there');
  });

  it('end too when a derivation fails, and one that died is replaced', async () => {
    const { log, port } = counted(true);
    await expect(port.deriveKey(none, none)).rejects.toMatchObject({ code: 'too-old' });
    expect(log).toEqual(['engine 1 deriveKey', 'engine 1 ends']);
    const again = counted(true);
    await expect(again.port.keyPair()).rejects.toMatchObject({ code: 'too-old' });
    await again.port.keyPair();
    expect(again.log).toEqual([
      ...['engine 1 keyPair', 'engine 1 ends', 'engine 2 is there', 'engine 2 keyPair'],
    ]);
  });
});
