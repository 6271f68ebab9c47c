import { describe, expect, it } from 'vitest';
import { Book, type ItemInput } from '../../src/app/book.ts';
import { decodeRecord, put } from '../../src/app/codec.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { Sharing } from '../../src/app/sharing.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import type { Clock } from '../../src/lib/clock.ts';

const clock: Clock = { now: () => Date.parse('2026-05-12T10:00:00'), ticks: () => 0 };
const crypto = createLocalCrypto();

const medicine = (name: string): ItemInput => ({
  kind: 'medicine',
  values: { name },
  privacy: 'open',
  source: { type: 'me' },
  asOf: '2026-05-11',
});

/** Three medicines, shown once. */
const shownOnce = async () => {
  const store = memoryRecords();
  const book = new Book(store, clock);
  const sharing = new Sharing(book, crypto, 'https://holdfast.example/r.html', clock);
  const items = [];
  for (const name of ['A', 'B', 'C']) items.push(await book.saveItem(medicine(name)));
  const [a, b, c] = items.map(item => item.id) as [string, string, string];
  const draft = { purpose: 'gp', to: 'Dr Osei', why: '', length: '60', ticked: [a, b, c] } as const;
  const entry = await sharing.showing(await sharing.prepare(draft), 'code');
  return { store, book, sharing, entry, a, b, c };
};

describe('showing the same again', () => {
  it('says that nothing changed, also where the person only looked again', async () => {
    const { book, sharing, entry, a } = await shownOnce();
    await book.lookedAgain(a);
    const since = sharing.since(sharing.again(entry));
    expect(since).toEqual({ at: entry.at, changed: [], added: [], gone: [] });
  });

  it('names what changed, what is new and what is gone or just for the person now', async () => {
    const { book, sharing, entry, a, b, c } = await shownOnce();
    const changed = await book.saveItem({ ...medicine('A 50'), id: a });
    await book.remove(b);
    await book.saveItem({ ...medicine('C'), id: c, privacy: 'just-me' });
    const draft = sharing.again(entry);
    expect(draft.ticked).toEqual([a]);
    const fresh = await book.saveItem(medicine('D'));
    const since = sharing.since({ ...draft, ticked: [...draft.ticked, fresh.id] });
    expect(since?.changed.map(item => item.id)).toEqual([changed.id]);
    expect(since?.added.map(item => item.id)).toEqual([fresh.id]);
    expect(since?.gone.map(one => one.title)).toEqual(['B', 'C']);
  });

  it('takes the photos along where they went then, and says so where they changed or stay', async () => {
    const { store, book, sharing, a } = await shownOnce();
    const letter = async (byte: number, id?: string) => {
      const blob = await book.addBlob(Uint8Array.of(byte));
      const file = { blob, type: 'image/jpeg', size: 1 } as const;
      const values = { name: 'Script', file };
      return book.saveItem({ ...medicine(''), kind: 'document', values, ...(id ? { id } : {}) });
    };
    const { id } = await letter(1);
    const draft = { purpose: 'gp', to: '', why: '', length: '60', ticked: [a, id], photos: true } as const;
    await sharing.showing(await sharing.prepare(draft), 'code');
    const entry = new Book(store, clock).shares.peek()[0]!;
    const again = sharing.again(entry);
    expect(again.photos).toBe(true);
    expect((await sharing.prepare(again)).opened.files).toHaveLength(1);
    const same = { at: entry.at, changed: [], added: [], gone: [] };
    expect(sharing.since(again)).toEqual(same);
    expect(sharing.since({ ...again, photos: false })).toEqual({ ...same, photos: 'gone' });
    await letter(2, id);
    expect(sharing.since(again)?.changed.map(item => item.id)).toEqual([id]);
    expect(sharing.since({ ...again, photos: false })?.changed).toEqual([]);
  });

  it('has nothing to set side by side where it was not shown before', async () => {
    const { sharing, entry } = await shownOnce();
    const { again: _again, ...draft } = sharing.again(entry);
    expect(sharing.since(draft)).toBeNull();
  });
});

describe('what was written down and did not go out', () => {
  it('is nothing that was shown, until it goes out after all', async () => {
    const { store, book, sharing, entry } = await shownOnce();
    await sharing.stayed(entry);
    const read = new Book(store, clock);
    expect(read.log.peek()).toEqual([{ ...entry, nth: 1, stayed: true }]);
    expect(read.shares.peek()).toEqual([]);
    expect(sharing.since(sharing.again(entry))).toBeNull();
    await sharing.stayed(entry, false);
    expect(book.shares.peek()).toEqual([{ ...entry, nth: 1 }]);
  });
});

describe('how it went', () => {
  const read = (store: ReturnType<typeof memoryRecords>) => new Book(store, clock).shares.peek()[0];

  it('is kept with the entry while it is typed, and asked only once', async () => {
    const { store, sharing, entry } = await shownOnce();
    await sharing.went(entry.id, { treated: 'Well' }, false);
    expect(read(store)).toEqual({ ...entry, nth: 1, after: { treated: 'Well' } });
    await sharing.went(entry.id, { looked: 'partly', treated: 'Well', next: ' ' }, true);
    expect(read(store)).toEqual({
      ...entry,
      nth: 1,
      after: { looked: 'partly', treated: 'Well' },
      asked: true,
    });
  });

  it('can be skipped, and that can be taken back', async () => {
    const { store, sharing, entry } = await shownOnce();
    await sharing.went(entry.id, {}, true);
    expect(read(store)).toEqual({ ...entry, nth: 1, asked: true });
    await sharing.went(entry.id, { next: 'Ring them' }, false);
    expect(read(store)).toEqual({ ...entry, nth: 1, after: { next: 'Ring them' } });
  });

  it('does not take back that the page was stopped meanwhile', async () => {
    const { store, sharing, entry } = await shownOnce();
    await sharing.stop(entry);
    await sharing.went(entry.id, {}, true);
    expect(read(store)?.stoppedAt).toBeDefined();
  });

  it('is not needed to read an entry of before', async () => {
    const { entry } = await shownOnce();
    const change = put(entry.id, { tag: 'log', body: entry });
    expect(change.op === 'put' && decodeRecord(change.bytes)).toEqual({ tag: 'log', body: entry });
    const odd = put(entry.id, { tag: 'log', body: { ...entry, asked: 'x' } as unknown as ShareEntry });
    expect(odd.op === 'put' && decodeRecord(odd.bytes)).toBeNull();
  });
});
