import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { put, putVersion, type Settings } from '../../src/app/codec.ts';
import type { CopyReader } from '../../src/app/copy-reader.ts';
import { decide } from '../../src/app/decide.ts';
import { madeUp } from '../../src/app/made-up.ts';
import { readAll } from '../../src/app/read-all.ts';
import { memoryRecords, type RecordChange } from '../../src/app/records.ts';
import { bringBack, linesFrom } from '../../src/app/restoring.ts';
import { secretBytes } from '../../src/app/secret.ts';
import { openBackup } from '../../src/backup/read.ts';
import { readWords } from '../../src/backup/words.ts';
import type { Version } from '../../src/domain/item.ts';
import { type Line, offersOf } from '../../src/domain/proposal.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { crc32 } from '../../src/lib/crc.ts';
import { INBOX_RECORD } from '../../src/vault/inbox.ts';
import { hasInstall } from '../../src/vault/install.ts';
import vector from '../vectors/backup/v1/spare.json' with { type: 'json' };
import { bringTo, byWords, cheapCrypto, clock, copyOf, emptyPhone, openCopy, type Phone } from './copies.ts';

const PIN = { type: 'pin', text: '736251' } as const;
const MOST = 999_999_999_999;
const SETTINGS = '0'.repeat(32);
const ID = 'ab'.repeat(16);
const INSTALL = 'cd'.repeat(8);
const AT = '2026-11-22T10:00:00.000Z';

const inMemory = (): Phone => {
  const store = memoryRecords();
  const ways = { recovery: () => null };
  return { book: new Book(store, clock), vault: store, ways } as unknown as Phone;
};
const said = (kind: string, values: Version['values']) => ({
  ...{ kind, values, privacy: 'open' as const, source: { type: 'me' as const }, asOf: '2026-05-12' },
});
const version = (change: Partial<Version> = {}): Version => ({
  ...said('contact', { name: 'Made up' }),
  ...{ id: `${INSTALL}.1`, item: ID, parents: [], lookedAt: '2026-11-22', savedAt: AT },
  ...change,
});
const line = (change: Partial<Line> = {}): Line => ({
  ...{ id: ID, proposal: { id: '12'.repeat(16), via: 'scan', from: '', at: AT, on: '2026-11-22' }, seq: 0 },
  ...{ item: '34'.repeat(16), kind: 'contact', base: [], changes: { name: 'x' }, privacy: 'open', asOf: '' },
  ...change,
});
const share = (change: Partial<ShareEntry> = {}): ShareEntry => ({
  ...{ id: ID, type: 'share', at: AT, purpose: 'gp', to: '', why: '', by: 'code', items: [], minutes: 15 },
  ...change,
});
const settings = (change: object = {}): Settings => ({
  ...{ install: INSTALL, hideSeconds: 30, idleSeconds: 180, bigWords: false, lastUsed: '2026-11-22' },
  ...change,
});
const tombstone = (id: string, item: string, counted: number) =>
  put(id, { tag: 'tombstone', body: { item, counted } });
const at = (id: string, body: Version) => put(id, { tag: 'version', body });
const lineAt = (change: Partial<Line>) => put(ID, { tag: 'line', body: line(change) });
const shareAt = (change: Partial<ShareEntry>) => put(ID, { tag: 'log', body: share(change) });
const draftAt = (id: string, key: string) =>
  put(id, { tag: 'draft', body: { ...said('contact', { name: 'x' }), key } });

/** A copy in which somebody put these records beside one thing of the person's. */
const madeUpCopy = async (...changes: RecordChange[]): Promise<CopyReader> => {
  const phone = inMemory();
  await phone.book.writeSettings({});
  await phone.book.saveItem(said('contact', { name: 'True' }));
  await phone.vault.save(changes);
  return openCopy(await copyOf({ ...phone, book: new Book(phone.vault, clock) }));
};
const garbled = expect.objectContaining({ code: 'garbled' });

const badVersions: Record<string, Partial<Version>> = {
  'has no number': { id: 'x' },
  'has a number that is none': { id: `${INSTALL}.x` },
  'has number 0': { id: `${INSTALL}.0` },
  'has a number past the end of counting': { id: `${INSTALL}.${MOST + 1}` },
  'has an install in capitals': { id: `${INSTALL.toUpperCase()}.1` },
  'is of an item without an id': { item: 'x' },
  'is of an item in the place of the settings': { item: SETTINGS },
  'is of an item in the place of the inbox': { item: INBOX_RECORD },
  'is of an item in the place of a version': { item: `${INSTALL}0000000000000001` },
  'was saved at no time': { savedAt: 'x' },
};
const bad: Record<string, RecordChange[]> = {
  'a version under another id': [at(ID, version())],
  'a count that is no number of anything': [tombstone(ID, ID, Number.MAX_SAFE_INTEGER + 1)],
  'a count past the end of counting': [tombstone(ID, ID, MOST + 1)],
  'a count with a fraction': [tombstone(ID, ID, 1.5)],
  'a count below nothing': [tombstone(ID, ID, -1)],
  'a tombstone of another item': [tombstone(ID, '12'.repeat(16), 1)],
  'a tombstone in the place of the settings': [tombstone(SETTINGS, SETTINGS, 1)],
  'settings under another id': [put(ID, { tag: 'settings', body: settings() })],
  'a log entry under another id': [shareAt({ id: '12'.repeat(16) })],
  'a log entry of no time': [shareAt({ at: 'x' })],
  'a log entry that stopped at no time': [shareAt({ stoppedAt: 'x' })],
  'a log entry that is open past all time': [shareAt({ minutes: 1e300 })],
  'a log entry in the place of the settings': [put(SETTINGS, { tag: 'log', body: share({ id: SETTINGS }) })],
  'a log entry in the place of an item': [putVersion(version()), shareAt({})],
  'a line under another id': [lineAt({ id: '12'.repeat(16) })],
  'a line of no item': [lineAt({ item: 'x' })],
  'a line of the settings': [lineAt({ item: SETTINGS })],
  'a line of itself': [lineAt({ item: ID })],
  'a line of a proposal that would be the settings': [
    lineAt({ proposal: { ...line().proposal, id: SETTINGS } }),
  ],
  'a line of a proposal that would be an item': [
    lineAt({ proposal: { ...line().proposal, id: line().item } }),
  ],
  'a line of no time': [lineAt({ proposal: { ...line().proposal, at: 'x' } })],
  'a draft in the place of the settings': [draftAt(SETTINGS, 'new:contact')],
  'a draft in the place of an item': [putVersion(version()), draftAt(ID, 'new:contact')],
  'a draft of itself': [draftAt(ID, ID)],
  'a draft of no item': [draftAt(ID, 'x')],
};
for (const [name, change] of Object.entries(badVersions)) {
  const body = version(change);
  const id = /^[0-9a-f]{16}\.\d+$/.test(body.id) ? (putVersion(body) as { id: string }).id : ID;
  bad[`a version that ${name}`] = [at(id, body)];
}

describe('a spare copy that somebody made up', () => {
  it.each(Object.entries(bad))('does not come in with %s', async (_, changes) => {
    const { session, store } = emptyPhone();
    await expect((await madeUpCopy(...changes)).check()).rejects.toEqual(garbled);
    await expect(bringBack(session, await madeUpCopy(...changes), PIN)).rejects.toEqual(garbled);
    expect(await hasInstall(store)).toBe(false);
  });

  it('repeats no number, and its next copy can be read', async () => {
    const { phone } = await bringTo(await madeUpCopy(tombstone(ID, ID, MOST - 1)));
    const last = await phone.book.saveItem(said('contact', { name: 'last' }));
    expect(last.head.id.split('.')[1]).toBe(String(MOST));
    await expect(phone.book.saveItem(said('contact', { name: 'more' }))).rejects.toMatchObject({
      code: 'damaged',
    });
    await expect(phone.book.remove(last.id)).rejects.toMatchObject({ code: 'damaged' });
    const again = await bringTo(await openCopy(await copyOf(phone)));
    expect(again.phone.book.items.value.size).toBe(2);
    // The way on: all of it comes into a record that begins anew.
    const fresh = inMemory();
    await linesFrom(fresh.book, await openCopy(await copyOf(phone)), clock);
    await decide(
      fresh.book,
      { use: offersOf(fresh.book.waiting.lines.value), leave: [], named: false },
      clock,
    );
    expect(fresh.book.items.value.size).toBe(2);
  });

  it('sets no lock to never, ticks nothing that is not there, and puts nothing on an emergency card', async () => {
    const body = settings({
      ...{ hideSeconds: 1e9, idleSeconds: -1, lastUsed: 'x', gapEndedAt: 'x', evil: true, hideLeaves: true },
      ...{ toldNumber: [ID, 'x'], card: [{ item: ID, fields: ['name'] }] },
    });
    const changes = [putVersion(version()), put(SETTINGS, { tag: 'settings', body })];
    const { phone } = await bringTo(await madeUpCopy(...changes));
    const { install, lastUsed, ...rest } = phone.book.settings.value;
    expect(rest).toEqual({
      ...{ hideSeconds: 30, idleSeconds: 180, bigWords: false, hideLeaves: true },
      toldNumber: [ID],
    });
    expect(install).not.toBe(INSTALL);
    expect(lastUsed).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('does not choose what it is called here', async () => {
    const file = new Uint8Array(await (await copyOf(inMemory())).arrayBuffer());
    const idOf = async () => (await openBackup(cheapCrypto(), new Blob([file]), secretBytes(byWords)))!.id;
    const before = await idOf();
    file.fill(0, 476, 500);
    new DataView(file.buffer).setUint32(508, crc32(file.subarray(0, 508)), true);
    expect(await idOf()).toMatch(/^[0-9a-f]{32}$/);
    expect([before, SETTINGS]).not.toContain(await idOf());
  });

  it('lets in no thing under the id of a record that is here', async () => {
    const here = inMemory();
    await here.book.saveItem(said('contact', { name: 'Mine' }));
    await here.book.keepDraft({ ...said('contact', { name: 'half' }), key: 'new:contact' });
    await here.book.writeLog(share({ id: '78'.repeat(16) }));
    await linesFrom(here.book, await madeUpCopy(), clock);
    const before = new Map(here.vault.records);
    expect(before.size).toBe(4);
    for (const item of before.keys()) {
      const copy = await madeUpCopy(putVersion(version({ item })));
      await expect(linesFrom(here.book, copy, clock)).rejects.toEqual(garbled);
    }
    expect(here.vault.records).toEqual(before);
  });

  it('is no install where what was written does not open as a record', async () => {
    const { session, store } = emptyPhone();
    const failing: typeof session = {
      ...session,
      adopt: open =>
        session.adopt(opener =>
          open({
            ...opener,
            create: (secret, making) =>
              opener.create(secret, {
                ...making,
                fill: vault => {
                  const reread = async () =>
                    Object.assign(new Map(await vault.reread()), {
                      [Symbol.iterator]: () => {
                        throw new RangeError();
                      },
                    });
                  return making!.fill!({ ...vault, reread });
                },
              }),
          }),
        ),
    };
    await expect(bringBack(failing, await madeUpCopy(), PIN)).rejects.toEqual(garbled);
    expect(await hasInstall(store)).toBe(false);
  });
});

describe('settings', () => {
  it('are read from their own record alone', () => {
    const bytesOf = (change: RecordChange) => ('bytes' in change ? change.bytes : new Uint8Array());
    const own = bytesOf(put(SETTINGS, { tag: 'settings', body: settings() }));
    const other = bytesOf(put(ID, { tag: 'settings', body: settings({ bigWords: true }) }));
    expect(
      readAll(
        new Map([
          [SETTINGS, own],
          [ID, other],
        ]),
      ).settings?.bigWords,
    ).toBe(false);
    expect(readAll(new Map([[ID, other]])).settings).toBeNull();
  });
});

describe('a spare copy that nobody made up', () => {
  it('comes in with all that waits, was undone or is half typed', async () => {
    const phone = inMemory();
    const { book } = phone;
    const goal = await book.saveItem(said('goal', { want: 'Sleep' }));
    await book.keepDraft({ ...said('goal', { want: 'Sleep in' }), key: goal.id });
    await book.keepDraft({ ...said('checkin', { goal: goal.id }), key: `new:checkin:${goal.id}` });
    await book.writeLog(share({ stoppedAt: AT }));
    const gone = await book.saveItem(said('contact', { name: 'Gone' }));
    await (await book.remove(gone.id))();
    await book.remove(gone.id);
    await linesFrom(book, await madeUpCopy(), clock);
    const offers = offersOf(book.waiting.lines.value);
    const { undo } = await decide(book, { use: offers, leave: [], named: false }, clock);
    await undo();
    expect(book.waiting.lines.value).toHaveLength(1);
    const came = await bringTo(await openCopy(await copyOf(phone)));
    expect(came.checked).toEqual({ things: 1, missing: [] });
    const again = new Book(came.phone.vault, clock);
    expect([again.log.value, again.drafts.value]).toEqual([book.log.value, book.drafts.value]);
    expect(again.waiting.lines.value).toEqual(book.waiting.lines.value);
    await decide(again, { use: offersOf(again.waiting.lines.value), leave: [], named: false }, clock);
    expect((await (await openCopy(await copyOf({ ...came.phone, book: again }))).check()).things).toBe(2);
  });

  it('comes in of the made-up person and of a later version', async () => {
    vi.stubEnv('VITE_LINK_BASE', 'https://example.org/r.html');
    const { book } = await madeUp(clock);
    vi.unstubAllEnvs();
    const { checked } = await bringTo(await openCopy(await copyOf({ ...inMemory(), book })));
    expect(checked.things).toBe(book.items.value.size);

    const later: RecordChange[] = [
      { op: 'put', id: ID, bytes: utf8('["later",{"id":"x"}]') },
      { op: 'put', id: '12'.repeat(16), bytes: utf8('["version",{"id":7}]') },
      { op: 'put', id: SETTINGS, bytes: utf8('["settings",{"install":7}]') },
    ];
    const { phone } = await bringTo(await madeUpCopy(...later));
    for (const change of later.slice(0, 2))
      expect(phone.vault.records.get(change.id)).toEqual('bytes' in change && change.bytes);
    expect(phone.book.items.value.size).toBe(1);
  });

  it('of version 1 comes back, and lets go of what opened it', async () => {
    const file = new Blob([readFileSync('tests/vectors/backup/v1/spare.bin')]);
    const read = readWords(vector.words);
    if (typeof read === 'string' || !('entropy' in read)) throw new Error('not twelve words');
    const { entropy } = read;
    const { openSpare } = await import('../../src/app/copy-reader.ts');
    const { createLocalCrypto } = await import('../../src/crypto/local.ts');
    const copy = (await openSpare(file, { type: 'recovery', entropy }, createLocalCrypto()))!;
    const { phone, checked } = await bringTo(copy);
    expect(checked).toEqual({ things: 4, missing: [] });
    expect(phone.book.settings.value).toMatchObject({ bigWords: true, kit: { id: vector.kit } });
    expect(phone.vault.uses.has('recovery')).toBe(true);
    expect([...entropy]).toEqual(new Array(16).fill(0));
    await expect(copy.check()).rejects.toEqual(garbled);
  });
});
