import { describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { AppError } from '../../src/lib/error.ts';
import type { Store } from '../../src/store/pages.ts';
import { readCard, writeCard } from '../../src/vault/card.ts';
import { eraseInstall } from '../../src/vault/erase.ts';
import { openGate } from '../../src/vault/gate.ts';
import { hasInstall } from '../../src/vault/install.ts';
import { createHeld, createSpace } from '../../src/vault/open.ts';
import { CHEAP, newStore, newVault, PIN, pattern, reopen, tryOpen } from './helpers.ts';

const ID = 'a'.repeat(32);
const BLOB = 'b'.repeat(32);
const SECOND = utf8('271828');
const making = { settings: CHEAP };

const held = (store: Store, secret = PIN) => createHeld(store, createLocalCrypto(), secret, making);

describe('an install that is held back', () => {
  it('is none until it lands, and then all of it is there', async () => {
    const store = newStore();
    const { vault, land } = await createHeld(store, createLocalCrypto(), PIN, { ...making, second: SECOND });
    await vault.save([{ op: 'put', id: ID, bytes: utf8('brought back') }]);
    await vault.save([{ op: 'putBlob', id: BLOB, bytes: pattern(700_000, 1) }]);
    expect([await hasInstall(store), await tryOpen(store)]).toEqual([false, null]);
    await land();
    await vault.save([{ op: 'put', id: 'c'.repeat(32), bytes: utf8('after') }]);
    vault.lock();
    const again = await reopen(store);
    expect(again.damage).toEqual([]);
    expect([...again.records.keys()].sort()).toEqual([ID, 'c'.repeat(32)]);
    expect(Buffer.compare((await again.readBlob(BLOB))!, pattern(700_000, 1))).toBe(0);
    const other = await reopen(store, SECOND);
    expect([other.records.size, other.damage]).toEqual([0, []]);
    expect(await store.extent(0)).toBe(await store.extent(1));
  });

  it('is cleared away by the next one when it was broken off', async () => {
    const store = newStore();
    const { vault } = await held(store);
    await vault.save([{ op: 'putBlob', id: BLOB, bytes: pattern(900_000, 1) }]);
    await createSpace(store, createLocalCrypto(), utf8('another'), making);
    expect([await store.extent(0), await store.extent(1)]).toEqual([8, 8]);
    const opened = await reopen(store, utf8('another'));
    expect([opened.blobIds(), opened.damage]).toEqual([[], []]);
    expect(await tryOpen(store)).toBeNull();
  });

  it('does not land on another that did, and writes nothing more', async () => {
    for (const landed of [true, false]) {
      const store = newStore();
      const late = await held(store);
      const other = await held(store, SECOND);
      await other.vault.save([{ op: 'put', id: ID, bytes: utf8('theirs') }]);
      if (landed) await other.land();
      await expect(late.land()).rejects.toMatchObject({ code: 'taken-over' });
      await expect(late.vault.save([])).rejects.toMatchObject({ code: 'taken-over' });
      if (!landed) await other.land();
      const opened = await reopen(store, SECOND);
      expect([opened.records.get(ID), opened.damage]).toEqual([utf8('theirs'), []]);
      expect(await tryOpen(store)).toBeNull();
    }
  });

  it('has no two spaces under one secret', async () => {
    const store = newStore();
    const same = createSpace(store, createLocalCrypto(), PIN, { ...making, second: PIN.slice() });
    await expect(same).rejects.toMatchObject({ code: 'taken' });
    expect(await hasInstall(store)).toBe(false);
  });
});

/** A store whose commits fail but for those of the given numbers. */
const onlyCommits = (store: Store, works: (n: number) => boolean): Store => {
  let n = 0;
  const failed = () => Promise.reject(new AppError('storage-failed'));
  return { ...store, commit: change => (works(n++) ? store.commit(change) : failed()) };
};

describe('erasing', () => {
  const COMMITS = 4;

  const whole = async (): Promise<Store> => {
    const store = newStore();
    const vault = await createSpace(store, createLocalCrypto(), PIN, { ...making, second: SECOND });
    await vault.save([{ op: 'putBlob', id: BLOB, bytes: pattern(300_000, 1) }]);
    await vault.setSecret('recovery', utf8('kit'));
    vault.lock();
    await writeCard(store, 'allergic to penicillin');
    return store;
  };
  const anythingOpens = async (store: Store): Promise<boolean> => {
    for (const secret of [PIN, SECOND, utf8('kit')])
      if (await tryOpen(store, secret).catch(() => null)) return true;
    return false;
  };

  it('leaves what a phone has where nothing was ever kept', async () => {
    const store = await whole();
    await (await openGate(store, () => 0)).succeed();
    await eraseInstall(store);
    for (const key of ['slots', 'slots2', 'gate', 'card', 'inbox-0-0', 'inbox-1-1'])
      expect(await store.read(key), key).toBeNull();
    expect([await store.extent(0), await store.extent(1)]).toEqual([0, 0]);
  });

  it('opens nothing any more wherever the storage fails, and can be begun again', async () => {
    for (let from = 1; from < COMMITS; from++) {
      const store = await whole();
      await expect(eraseInstall(onlyCommits(store, n => n < from))).rejects.toMatchObject({
        code: 'storage-failed',
      });
      expect(await anythingOpens(store), `failing from ${from}`).toBe(false);
      expect(await readCard(store).catch(() => null)).toBeNull();
      await eraseInstall(store);
      expect([await hasInstall(store), await store.extent(0)]).toEqual([false, 0]);
    }
  });

  it('needs no room: on a full disk the table is deleted without being written over', async () => {
    const store = await whole();
    await eraseInstall(onlyCommits(store, n => n > 0));
    expect([await hasInstall(store), await anythingOpens(store)]).toEqual([false, false]);
  });

  it('says so when it could do nothing, and everything is still there', async () => {
    const store = await whole();
    await expect(eraseInstall(onlyCommits(store, () => false))).rejects.toMatchObject({
      code: 'storage-failed',
    });
    expect((await reopen(store)).damage).toEqual([]);
  });

  it('half done is no bar to a new record', async () => {
    const store = await whole();
    await eraseInstall(onlyCommits(store, n => n < 3)).catch(() => undefined);
    expect(await hasInstall(store)).toBe(false);
    await createSpace(store, createLocalCrypto(), utf8('anew'), making);
    const opened = await reopen(store, utf8('anew'));
    expect([opened.blobIds(), opened.damage]).toEqual([[], []]);
  });
});

describe('a secret of one use', () => {
  it('gives way to the next of the same use: old recovery words open nothing', async () => {
    const { store, vault } = await newVault();
    await vault.save([{ op: 'put', id: ID, bytes: utf8('kept') }]);
    expect(vault.recovery()).toBeNull();
    await vault.setSecret('recovery', utf8('kit one'));
    const first = vault.recovery()!;
    await vault.setSecret('recovery', utf8('kit two'));
    expect(vault.recovery()!.publicKey).not.toEqual(first.publicKey);
    expect(vault.recovery()!.salt).toEqual(first.salt);
    expect(await tryOpen(store, utf8('kit one'))).toBeNull();
    const byKit = await reopen(store, utf8('kit two'));
    expect([byKit.openedBy, byKit.records.get(ID)]).toEqual(['recovery', utf8('kept')]);
    // Forgotten the PIN: whoever has the words sets another.
    await byKit.setSecret('pin', utf8('new pin'));
    expect(await tryOpen(store)).toBeNull();
    expect([...(await reopen(store, utf8('new pin'))).uses].sort()).toEqual(['pin', 'recovery']);
    expect(await reopen(store, utf8('kit two'))).toBeDefined();
  });

  it('seals a spare copy to the key that the words derive with the salt that goes along', async () => {
    const { crypto, vault } = await newVault();
    await vault.setSecret('recovery', utf8('kit'));
    const { publicKey, salt, settings } = vault.recovery()!;
    const box = await crypto.sealTo(publicKey, utf8('key of the copy'));
    const { opened } = await createLocalCrypto().openSlots(utf8('kit'), salt, settings, [box]);
    expect(opened[0]).toEqual(utf8('key of the copy'));
  });

  it('may be the one it was before', async () => {
    const { store, vault } = await newVault();
    await vault.setSecret('pin', PIN);
    expect((await reopen(store)).damage).toEqual([]);
  });

  it('that erases is not one that opens, wherever it is asked for', async () => {
    const { store, vault } = await newVault();
    await vault.setSecret('erase', utf8('271828'));
    expect(await vault.verifySecret(utf8('271828'))).toBe(false);
    await expect(tryOpen(store, utf8('271828'))).rejects.toThrow('the secret erases');
    await expect(vault.setSecret('pin', utf8('271828'))).rejects.toMatchObject({ code: 'taken' });
    await vault.removeSecret('erase');
    expect(await tryOpen(store, utf8('271828'))).toBeNull();
    expect(await vault.verifySecret(PIN)).toBe(true);
  });
});
