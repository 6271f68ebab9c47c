import { describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { takeInShare } from '../../src/app/receiving.ts';
import { memoryRecords } from '../../src/app/records.ts';
import type { FileValue } from '../../src/domain/item.ts';
import { offersOf } from '../../src/domain/proposal.ts';
import type { Share, SharedFile } from '../../src/domain/share.ts';
import type { Clock } from '../../src/lib/clock.ts';

const clock: Clock = { now: () => Date.parse('2026-08-12T10:00:00'), ticks: () => 0 };
const me = { type: 'me' } as const;
const share: Share = {
  purpose: 'own',
  made: clock.now() / 60_000,
  expires: clock.now() / 60_000 + 60,
  why: '',
  items: [
    { kind: 'about', source: me, asOf: '', values: { name: 'Sam Lee', callMe: 'Sam' } },
    { kind: 'appointment', source: me, asOf: '2026-08-10', values: { with: 'Dr Osei', when: '2026-08-20' } },
    { kind: 'allergy', source: me, asOf: '', absence: 'none', values: {} },
    { kind: 'oat', source: me, asOf: '', values: { medicine: 'methadone' } },
  ],
};
/** As much of a JPEG as says how large it is: 4 by 3, or by as many rows as given. */
const jpeg = (rows = 3): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, rows >> 8, rows & 255, 0xff, 0xff, 3, ...Array(9).fill(0));
const photo = (item: number, bytes = jpeg()): SharedFile => ({
  item,
  field: 'file',
  type: 'image/jpeg',
  width: 4,
  height: 3,
  bytes,
});
const files: SharedFile[] = [];
const begin = async (store = memoryRecords()) => {
  const book = new Book(store, clock);
  await book.saveItem({ kind: 'about', values: { name: 'Jess' }, privacy: 'open', source: me, asOf: '' });
  return book;
};

describe('what another Holdfast shows', () => {
  it('waits as new things from them, and never takes the place of who I am or what I take', async () => {
    const book = await begin();
    const before = [...book.all.value];
    expect(await takeInShare(book, { id: 'a'.repeat(32), share, files }, clock)).toBe('waits');
    expect([...book.all.value]).toEqual(before);
    const lines = book.waiting.lines.value;
    expect(lines.map(({ kind }) => kind)).toEqual(['appointment', 'oat']);
    expect(lines.every(({ base }) => base.length === 0)).toBe(true);
    expect(lines.map(({ privacy }) => privacy)).toEqual(['open', 'careful']);

    const [first] = offersOf(lines);
    await decide(book, { use: [first!], leave: [], named: false }, clock);
    const kept = [...book.items.value.values()].find(({ kind }) => kind === 'appointment')!;
    expect(kept.head).toMatchObject({ source: { type: 'scanned', name: 'Sam' }, asOf: '2026-08-10' });
  });

  it('leaves a treatment of my own alone', async () => {
    const book = await begin();
    const own = {
      kind: 'oat',
      values: { medicine: 'monthly' },
      privacy: 'careful',
      source: me,
      asOf: '',
    } as const;
    await book.saveItem(own);
    await takeInShare(book, { id: 'd'.repeat(32), share, files }, clock);
    expect(book.waiting.lines.value.map(({ kind }) => kind)).toEqual(['appointment']);
  });

  it('comes in once, and not at all where nothing of it is for keeping', async () => {
    const book = await begin();
    const id = 'b'.repeat(32);
    await takeInShare(book, { id, share, files }, clock);
    expect(await takeInShare(book, { id, share, files }, clock)).toBe('known');
    expect(book.waiting.lines.value).toHaveLength(2);
    const bare = { ...share, items: share.items.slice(0, 1) };
    expect(await takeInShare(book, { id: 'c'.repeat(32), share: bare, files }, clock)).toBe('nothing');
  });

  it('brings its photos, and none that would fill the memory of this phone', async () => {
    const store = memoryRecords();
    const book = await begin(store);
    const letter = { kind: 'document', source: me, asOf: '', values: { name: 'Script' } };
    const items = [...share.items, letter, { ...letter, values: {} }];
    const huge = jpeg(65_535);
    const came = { id: 'e'.repeat(32), share: { ...share, items }, files: [photo(4), photo(5, huge)] };
    expect(await takeInShare(book, came, clock)).toBe('waits');
    const waits = book.waiting.lines.value.find(({ kind }) => kind === 'document')!;
    const { file } = waits.changes as { file: FileValue };
    expect(file).toMatchObject({ type: 'image/jpeg', size: jpeg().length, width: 4, height: 3 });
    expect(store.blobIds()).toEqual([file.blob]);
    // Without its photo there is nothing in the other to keep.
    expect(book.waiting.lines.value.filter(({ kind }) => kind === 'document')).toHaveLength(1);

    const offer = offersOf(book.waiting.lines.value).find(({ line }) => line.id === waits.id)!;
    await decide(book, { use: [offer], leave: [], named: false }, clock);
    expect(await book.readBlob(file.blob)).toEqual(jpeg());
  });

  it('is past when its time is over, and then nothing of it comes in', async () => {
    const book = await begin();
    const over = { ...share, expires: clock.now() / 60_000 };
    expect(await takeInShare(book, { id: 'f'.repeat(32), share: over, files }, clock)).toBe('past');
    expect(book.waiting.lines.value).toEqual([]);
  });
});
