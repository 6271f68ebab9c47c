import { describe, expect, it, vi } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { randomId, utf8 } from '../../src/lib/bytes.ts';
import { PAGE_BYTES } from '../../src/store/pages.ts';
import { hasInstall } from '../../src/vault/install.ts';
import { createSpace, openSpace } from '../../src/vault/open.ts';
import { CHEAP, laneOf, newStore, newVault, PIN, pattern, reopen } from './helpers.ts';

const code = (code: string) => expect.objectContaining({ code });

describe('records', () => {
  it('are there after a lock and an unlock, byte for byte', async () => {
    const { store, vault } = await newVault();
    const [a, b] = [randomId(), randomId()];
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

  it('are copied when saved, so that the caller may reuse the bytes', async () => {
    const { store, vault } = await newVault();
    const id = randomId();
    const bytes = utf8('before');
    const saved = vault.save([{ op: 'put', id, bytes }]);
    bytes.fill(33);
    await saved;
    expect(vault.records.get(id)).toEqual(utf8('before'));
    expect((await reopen(store)).records.get(id)).toEqual(utf8('before'));
  });

  it('move to another page when they outgrow their own, and leave nothing behind', async () => {
    const { store, vault } = await newVault();
    const all = Array.from({ length: 5 }, () => randomId());
    await vault.save(all.map((id, i) => ({ op: 'put', id, bytes: pattern(13_000, i) })));
    await vault.save([{ op: 'put', id: all[2]!, bytes: pattern(50_000, 9) }]);
    await vault.save([{ op: 'remove', id: all[0]! }]);
    const again = await reopen(store);
    expect([...again.records.keys()].sort()).toEqual(all.slice(1).sort());
    expect(again.records.get(all[2]!)).toEqual(pattern(50_000, 9));
    expect(again.records.get(all[4]!)).toEqual(pattern(13_000, 4));
  });

  it('take one save each when they are saved without waiting', async () => {
    const { store, vault } = await newVault();
    const all = Array.from({ length: 20 }, () => randomId());
    await Promise.all(all.map((id, i) => vault.save([{ op: 'put', id, bytes: pattern(5000, i) }])));
    const again = await reopen(store);
    all.forEach((id, i) => void expect(again.records.get(id)).toEqual(pattern(5000, i)));
  });

  it('may have 60,000 bytes and not one more', async () => {
    const { vault } = await newVault();
    const id = randomId();
    await vault.save([{ op: 'put', id, bytes: new Uint8Array(60_000) }]);
    await expect(vault.save([{ op: 'put', id, bytes: new Uint8Array(60_001) }])).rejects.toEqual(
      code('too-big'),
    );
    expect(vault.records.get(id)).toHaveLength(60_000);
  });

  it('need an id of 32 hex characters', async () => {
    const { vault } = await newVault();
    for (const id of ['', '__proto__', 'A'.repeat(32), 'a'.repeat(31)]) {
      await expect(vault.save([{ op: 'put', id, bytes: utf8('x') }])).rejects.toEqual(code('not-ours'));
    }
  });
});

describe('blobs', () => {
  it('come back whole, whatever their length', async () => {
    const { store, vault } = await newVault();
    const lengths = [0, 1, 65_456, 65_457, 400_000];
    const all = lengths.map(length => ({ id: randomId(), bytes: pattern(length, length) }));
    await vault.save(all.map(({ id, bytes }) => ({ op: 'putBlob', id, bytes })));
    const again = await reopen(store);
    for (const { id, bytes } of all) expect(Buffer.compare((await again.readBlob(id))!, bytes)).toBe(0);
    expect(again.blobIds().sort()).toEqual(all.map(one => one.id).sort());
    expect(await again.readBlob(randomId())).toBeNull();
  });

  it('give their pages back, written over, and the lane stays as long as it was', async () => {
    const { store, vault } = await newVault();
    const lane = await laneOf(store, vault);
    const first = randomId();
    await vault.save([{ op: 'putBlob', id: first, bytes: pattern(300_000, 1) }]);
    const extent = await store.extent(lane);
    const before = await store.readRuns(lane, [[2, 6]]);
    await vault.save([{ op: 'removeBlob', id: first }]);
    const after = await store.readRuns(lane, [[2, 6]]);
    before.forEach((page, i) => void expect(Buffer.compare(page!, after[i]!)).not.toBe(0));
    for (let round = 0; round < 5; round++) {
      await vault.save([{ op: 'putBlob', id: randomId(), bytes: pattern(50_000, round) }]);
    }
    expect(await store.extent(lane)).toBe(extent);
    expect(await (await reopen(store)).readBlob(first)).toBeNull();
  });
});

describe('what is on disk', () => {
  it('is pages of one size, in two lanes of one length that grow together', async () => {
    const { store, vault } = await newVault();
    const sizes = async () => {
      const lanes = await Promise.all(
        [0, 1].map(async lane => {
          const extent = await store.extent(lane);
          return (await store.readRuns(lane, [[0, extent - 1]])).map(page => page?.length);
        }),
      );
      return lanes;
    };
    expect(await sizes()).toEqual([Array(8).fill(PAGE_BYTES), Array(8).fill(PAGE_BYTES)]);
    await vault.save([{ op: 'putBlob', id: randomId(), bytes: pattern(1_000_000, 3) }]);
    expect(await sizes()).toEqual([Array(24).fill(PAGE_BYTES), Array(24).fill(PAGE_BYTES)]);
  });

  it('has the other lane unchanged after every save', async () => {
    const { store, vault } = await newVault();
    const other = 1 - (await laneOf(store, vault));
    const before = await store.readRuns(other, [[0, 7]]);
    await vault.save([{ op: 'putBlob', id: randomId(), bytes: pattern(600_000, 3) }]);
    await vault.setSecret('pin', utf8('another'));
    const after = await store.readRuns(other, [[0, 7]]);
    before.forEach((page, i) => void expect(Buffer.compare(page!, after[i]!)).toBe(0));
  });

  it('never repeats a nonce', async () => {
    const { store, vault } = await newVault();
    const lane = await laneOf(store, vault);
    const nonces = new Set<string>();
    for (let i = 0; i < 30; i++) {
      await vault.save([{ op: 'put', id: randomId(), bytes: utf8('x') }]);
      for (const page of await store.readRuns(lane, [[0, 2]])) nonces.add(String(page!.slice(0, 24)));
    }
    expect(nonces.size).toBe(90);
  });

  it('holds no plaintext', async () => {
    const { store, vault } = await newVault();
    const canary = 'canary-in-a-record';
    await vault.save([{ op: 'put', id: randomId(), bytes: utf8(canary) }]);
    await vault.save([{ op: 'putBlob', id: randomId(), bytes: utf8(canary) }]);
    for (const lane of [0, 1]) {
      for (const page of await store.readRuns(lane, [[0, 7]]))
        expect(Buffer.from(page!).includes(canary)).toBe(false);
    }
  });
});

describe('opening', () => {
  it('gives null for a wrong secret and where nothing is kept', async () => {
    const { store, crypto } = await newVault();
    expect(await openSpace(store, crypto, utf8('000000'), CHEAP)).toBeNull();
    expect(await openSpace(newStore(), crypto, PIN, CHEAP)).toBeNull();
    expect(await hasInstall(store)).toBe(true);
    expect(await hasInstall(newStore())).toBe(false);
  });

  it('tries all sixteen slots for a right and for a wrong secret', async () => {
    const { store } = await newVault();
    const crypto = createLocalCrypto();
    const openSlots = vi.spyOn(crypto, 'openSlots');
    await openSpace(store, crypto, PIN, CHEAP);
    await openSpace(store, crypto, utf8('wrong'), CHEAP);
    expect(openSlots.mock.calls.map(call => call[3].length)).toEqual([16, 16]);
  });

  it('refuses KDF settings below ours or beyond a phone before deriving anything', async () => {
    const crypto = createLocalCrypto();
    const openSlots = vi.spyOn(crypto, 'openSlots');
    const { store } = await newVault();
    await expect(openSpace(store, crypto, PIN)).rejects.toEqual(code('damaged'));
    expect(openSlots).not.toHaveBeenCalled();
  });

  it.each([
    [20, 11],
    [20, 0],
    [24, 256 * 1024 * 1024 + 1024],
    [24, 1024],
  ])('refuses a slot table with hostile settings at %i: %i', async (at, value) => {
    const { store } = await newVault();
    const crypto = createLocalCrypto();
    const openSlots = vi.spyOn(crypto, 'openSlots');
    for (const name of ['slots', 'slots2']) {
      const page = (await store.read(name))!;
      const view = new DataView(page.buffer);
      view.setUint32(at, value, true);
      let sum = 0x811c9dc5;
      for (let i = 0; i < PAGE_BYTES - 4; i++) sum = Math.imul(sum ^ page[i]!, 0x01000193);
      view.setUint32(PAGE_BYTES - 4, sum >>> 0, true);
      await store.commit({ writes: [[name, page]] });
    }
    await expect(openSpace(store, crypto, PIN, CHEAP)).rejects.toEqual(code('damaged'));
    expect(openSlots).not.toHaveBeenCalled();
  });

  it('does not make a second install over a first', async () => {
    const { store, crypto, vault } = await newVault();
    const id = randomId();
    await vault.save([{ op: 'put', id, bytes: utf8('kept') }]);
    await expect(createSpace(store, crypto, utf8('other'), { settings: CHEAP })).rejects.toEqual(
      code('taken-over'),
    );
    expect((await reopen(store)).records.get(id)).toEqual(utf8('kept'));
  });
});

describe('secrets', () => {
  it('can be changed: the old one opens nothing, the new one everything', async () => {
    const { store, crypto, vault } = await newVault();
    const [record, blob] = [randomId(), randomId()];
    await vault.save([{ op: 'put', id: record, bytes: utf8('r') }]);
    await vault.save([{ op: 'putBlob', id: blob, bytes: pattern(100_000, 5) }]);
    await vault.setSecret('pin', utf8('new words'));
    await vault.save([{ op: 'put', id: record, bytes: utf8('r2') }]);
    expect(await openSpace(store, crypto, PIN, CHEAP)).toBeNull();
    const again = await reopen(store, utf8('new words'));
    expect(again.records.get(record)).toEqual(utf8('r2'));
    expect(Buffer.compare((await again.readBlob(blob))!, pattern(100_000, 5))).toBe(0);
    expect(await again.verifySecret(utf8('new words'))).toBe(true);
    expect(await again.verifySecret(PIN)).toBe(false);
  });

  it('re-seals blobs one at a time after a change, also after a lock in between', async () => {
    const { store, vault } = await newVault();
    const blobs = [randomId(), randomId(), randomId()];
    for (const id of blobs) await vault.save([{ op: 'putBlob', id, bytes: utf8(id) }]);
    await vault.setSecret('pin', utf8('new'));
    expect(await vault.rekeyStep()).toBe(true);
    vault.lock();
    const again = await reopen(store, utf8('new'));
    expect(await again.rekeyStep()).toBe(true);
    expect(await again.rekeyStep()).toBe(false);
    expect(await again.rekeyStep()).toBe(false);
    const last = await reopen(store, utf8('new'));
    for (const id of blobs) expect(await last.readBlob(id)).toEqual(utf8(id));
    expect(last.damage).toEqual([]);
  });

  it('leaves the others working when one is changed, added or removed', async () => {
    const { store, crypto, vault } = await newVault();
    const id = randomId();
    await vault.save([{ op: 'put', id, bytes: utf8('kept') }]);
    await vault.setSecret('recovery', utf8('twelve words'));
    await vault.setSecret('pin', utf8('pin two'));
    expect((await reopen(store, utf8('twelve words'))).records.get(id)).toEqual(utf8('kept'));
    const again = await reopen(store, utf8('pin two'));
    await again.removeSecret('recovery');
    expect(await openSpace(store, crypto, utf8('twelve words'), CHEAP)).toBeNull();
    expect((await reopen(store, utf8('pin two'))).records.get(id)).toEqual(utf8('kept'));
  });
});

describe('lock', () => {
  it('leaves nothing to read and nothing to do', async () => {
    const { vault } = await newVault();
    const id = randomId();
    await vault.save([{ op: 'put', id, bytes: utf8('private') }]);
    const bytes = vault.records.get(id)!;
    vault.lock();
    vault.lock();
    expect(bytes.every(byte => byte === 0)).toBe(true);
    expect(vault.records.size).toBe(0);
    const locked = code('locked');
    await expect(vault.save([])).rejects.toEqual(locked);
    await expect(vault.readBlob(id)).rejects.toEqual(locked);
    await expect(vault.checkBlobs()).rejects.toEqual(locked);
    await expect(vault.setSecret('pin', PIN)).rejects.toEqual(locked);
    await expect(vault.removeSecret('recovery')).rejects.toEqual(locked);
    await expect(vault.rekeyStep()).rejects.toEqual(locked);
    await expect(vault.verifySecret(PIN)).rejects.toEqual(locked);
    expect(() => vault.blobIds()).toThrow(locked);
  });

  it('in the middle of a save leaves the old or the new state, never a page under a wiped key', async () => {
    const pauses = [() => Promise.resolve(), () => new Promise(setImmediate)];
    for (const [pause, most] of [
      [pauses[0]!, 30],
      [pauses[1]!, 10],
    ] as const) {
      for (let wait = 0; wait < most; wait++) {
        const { store, vault } = await newVault();
        const id = randomId();
        await vault.save([{ op: 'put', id, bytes: utf8('old') }]);
        const saving = vault.save([{ op: 'put', id, bytes: utf8('new') }]).then(
          () => 'new',
          () => 'either',
        );
        for (let i = 0; i < wait; i++) await pause();
        vault.lock();
        const outcome = await saving;
        expect(vault.records.size).toBe(0);
        const again = await reopen(store);
        expect(again.damage).toEqual([]);
        const text = new TextDecoder().decode(again.records.get(id));
        expect(outcome === 'new' ? ['new'] : ['old', 'new']).toContain(text);
      }
    }
  });
});
