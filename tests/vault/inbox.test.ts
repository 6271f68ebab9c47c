import { describe, expect, it } from 'vitest';
import { randomBytes, utf8 } from '../../src/lib/bytes.ts';
import { PAGE_BYTES } from '../../src/store/pages.ts';
import { INBOX_PAGES, INBOX_ROOM } from '../../src/vault/inbox.ts';
import { laneOf, newVault, pattern, reopen } from './helpers.ts';

const code = (code: string) => expect.objectContaining({ code });
const A = 'a'.repeat(32);

describe('the inbox', () => {
  it('takes what is written while the vault is locked, and gives the last of it', async () => {
    const { store, vault } = await newVault();
    const inbox = await vault.openInbox(utf8('begun'));
    vault.lock();
    expect(await (await reopen(store)).readInbox()).toEqual(utf8('begun'));
    await inbox.write(utf8('one'));
    await Promise.all([inbox.write(utf8('two')), inbox.write(utf8('three'))]);
    inbox.close();
    await expect(inbox.write(utf8('four'))).rejects.toEqual(code('locked'));
    const again = await reopen(store);
    expect(await again.readInbox()).toEqual(utf8('three'));
    expect(again.damage).toEqual([]);
  });

  it('is emptied together with a save, or not at all', async () => {
    const { store, vault } = await newVault();
    expect(await vault.readInbox()).toBeNull();
    const inbox = await vault.openInbox(utf8('begun'));
    await inbox.write(pattern(INBOX_ROOM, 3));
    await expect(inbox.write(pattern(INBOX_ROOM + 1, 3))).rejects.toEqual(code('too-big'));
    await expect(vault.emptyInbox([{ op: 'put', id: A, bytes: pattern(60_001, 1) }])).rejects.toEqual(
      code('too-big'),
    );
    expect(await vault.readInbox()).toEqual(pattern(INBOX_ROOM, 3));
    await vault.emptyInbox([{ op: 'put', id: A, bytes: utf8('taken in') }]);
    expect(await vault.readInbox()).toBeNull();
    const again = await reopen(store);
    expect(await again.readInbox()).toBeNull();
    expect([...again.records.keys()]).toEqual([A]);
    // Nobody goes on writing to what was taken in.
    await expect(inbox.write(utf8('late'))).rejects.toEqual(code('taken-over'));
  });

  it('lasts through a change of secret', async () => {
    const { store, vault } = await newVault();
    await (await vault.openInbox(utf8('begun'))).write(utf8('one'));
    await vault.setSecret('pin', utf8('another'));
    expect(await (await reopen(store, utf8('another'))).readInbox()).toEqual(utf8('one'));
  });

  it('says so when it was changed, mixed or put back', async () => {
    const { store, vault } = await newVault();
    const lane = await laneOf(store, vault);
    const inbox = await vault.openInbox(utf8('begun'));
    await inbox.write(pattern(100_000, 1));
    const own = INBOX_PAGES.filter(name => name.startsWith(`inbox-${lane}`));
    const [first, second] = (await Promise.all(own.map(name => store.read(name)))) as [never, never];
    await inbox.write(pattern(100_000, 2));
    for (const name of own) {
      const page = (await store.read(name))!;
      const at = Math.floor(Math.random() * PAGE_BYTES);
      page[at]! ^= 1;
      await store.commit({ writes: [[name, page]] });
      await expect(vault.readInbox(), `${name} ${at}`).rejects.toEqual(code('damaged'));
      page[at]! ^= 1;
      await store.commit({ writes: [[name, page]] });
    }
    expect(await vault.readInbox()).toEqual(pattern(100_000, 2));
    expect(vault.damage).toEqual([]);
    await store.commit({ writes: [[own[0]!, first]] });
    await expect(vault.readInbox()).rejects.toEqual(code('damaged'));
    await store.commit({ writes: [], deletes: [own[1]!] });
    await expect(vault.readInbox()).rejects.toEqual(code('damaged'));
    // A whole inbox of another session is not this one's.
    await vault.openInbox(utf8('the next'));
    await store.commit({
      writes: [
        [own[0]!, first],
        [own[1]!, second],
      ],
    });
    await expect(vault.readInbox()).rejects.toEqual(code('damaged'));
    expect(await vault.openInbox(utf8('after all')).then(() => vault.readInbox())).toEqual(utf8('after all'));
  });

  it('is there in every install, for both lanes, and one copy does not say which is in use', async () => {
    const { store, vault } = await newVault();
    const read = () => Promise.all(INBOX_PAGES.map(name => store.read(name)));
    const before = await read();
    expect(before.every(page => page?.length === PAGE_BYTES)).toBe(true);
    const lane = await laneOf(store, vault);
    await (await vault.openInbox(randomBytes(0))).write(utf8('one'));
    const after = await read();
    INBOX_PAGES.forEach((name, i) => {
      expect(String(after[i]) === String(before[i]), name).toBe(!name.startsWith(`inbox-${lane}`));
    });
  });

  it('comes into being where an install from before it had none', async () => {
    const { store, vault } = await newVault();
    await store.commit({ writes: [], deletes: INBOX_PAGES });
    await (await vault.openInbox(utf8('begun'))).write(utf8('one'));
    const pages = await Promise.all(INBOX_PAGES.map(name => store.read(name)));
    expect(pages.every(page => page?.length === PAGE_BYTES)).toBe(true);
    expect(await (await reopen(store)).readInbox()).toEqual(utf8('one'));
  });

  it('opens for nobody without the MAC key: a box to the same key is not taken in', async () => {
    const { store, crypto, vault } = await newVault();
    const lane = await laneOf(store, vault);
    await vault.openInbox(utf8('begun'));
    const record = vault.records.get('f'.repeat(32))!;
    const plain = new Uint8Array(2 * PAGE_BYTES - 48);
    plain.set([0x48, 0x49, 1]);
    plain.set(record.subarray(1, 17), 4);
    const box = await crypto.sealTo(record.subarray(17, 49), plain);
    const write = (n: number) =>
      [`inbox-${lane}-${n}`, box.slice(n * PAGE_BYTES, (n + 1) * PAGE_BYTES)] as const;
    await store.commit({ writes: [write(0), write(1)] });
    await expect(vault.readInbox()).rejects.toEqual(code('damaged'));
  });
});
