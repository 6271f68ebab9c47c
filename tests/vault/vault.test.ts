import { describe, expect, it } from 'vitest';
import { randomId, utf8 } from '../../src/lib/bytes.ts';
import { PAGE_BYTES } from '../../src/store/pages.ts';
import { hasInstall } from '../../src/vault/install.ts';
import { createSpace, openSpace } from '../../src/vault/open.ts';
import { CHEAP, newStore, newVault, PIN, pattern, reopen } from './helpers.ts';

const ids = (n: number): string[] => Array.from({ length: n }, randomId);

describe('records', () => {
  it('are there after a lock and an unlock, byte for byte', async () => {
    const { store, vault } = await newVault();
    const [a, b] = ids(2) as [string, string];
    await vault.save([
      { op: 'put', id: a, bytes: utf8('Methadone 60 mg') },
      { op: 'put', id: b, bytes: new Uint8Array(0) },
    ]);
    vault.lock();
    const again = await reopen(store);
    expect([...again.records.keys()].sort()).toEqual([a, b].sort());
    expect(new TextDecoder().decode(again.records.get(a))).toBe('Methadone 60 mg');
    expect(again.records.get(b)).toHaveLength(0);
    expect(again.damage).toEqual([]);
  });
});
