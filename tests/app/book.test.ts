import { describe, expect, it } from 'vitest';
import { Book, type ItemInput } from '../../src/app/book.ts';
import { draftKeyOf } from '../../src/app/drafts.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { AppError } from '../../src/lib/error.ts';

const at = (day: string): Clock => ({ now: () => Date.parse(`${day}T10:00:00`), ticks: () => 0 });

const medicine = (name: string): ItemInput => ({
  kind: 'medicine',
  values: { name },
  privacy: 'open',
  source: { type: 'me' },
  asOf: '2026-05-11',
});

const newBook = async (store = memoryRecords(), clock = at('2026-05-12')) => {
  const book = new Book(store, clock);
  if (book.isNew) await book.writeSettings({});
  return { book, store };
};

describe('book', () => {
  it('has everything again when it is opened again', async () => {
    const { book, store } = await newBook();
    const item = await book.saveItem(medicine('Sertraline'));
    await book.saveItem({ ...medicine('Sertraline 100'), id: item.id });
    const { book: again } = await newBook(store, at('2026-05-13'));
    expect(again.items.value.get(item.id)?.head.values.name).toBe('Sertraline 100');
    expect(again.items.value.get(item.id)?.versions).toHaveLength(2);
    expect(again.settings.value.install).toBe(book.settings.value.install);
  });

  it('never uses a version number twice, also after a deletion and a restart', async () => {
    const { book, store } = await newBook();
    const first = await book.saveItem(medicine('A'));
    await book.remove(first.id);
    const { book: again } = await newBook(store);
    const second = await again.saveItem(medicine('B'));
    expect(second.head.id).not.toBe(first.head.id);
  });

  it('deletes the whole story and puts it back on undo', async () => {
    const { book, store } = await newBook();
    const item = await book.saveItem(medicine('A'));
    await book.saveItem({ ...medicine('B'), id: item.id });
    const undo = await book.remove(item.id);
    expect(book.items.value.has(item.id)).toBe(false);
    expect([...store.records.values()].some(bytes => new TextDecoder().decode(bytes).includes('"A"'))).toBe(
      false,
    );
    await undo();
    expect(book.items.value.get(item.id)?.versions.map(v => v.values.name)).toEqual(['B', 'A']);
    expect((await newBook(store)).book.items.value.get(item.id)?.versions).toHaveLength(2);
  });

  it('deletes a goal with its dots and what was begun for it, and puts the dots back on undo', async () => {
    const { book, store } = await newBook();
    const goal = await book.saveItem({ ...medicine(''), kind: 'goal', values: { want: 'a place' } });
    const dot = { ...medicine(''), kind: 'checkin', values: { goal: goal.id, feeling: '4' } };
    const felt = await book.saveItem(dot);
    await book.keepDraft({ ...dot, key: draftKeyOf(dot) });
    expect(book.items.value.has(felt.id)).toBe(false);
    expect(book.parts.value.get(goal.id)).toHaveLength(1);
    const undo = await book.remove(goal.id);
    expect([book.all.value.size, book.drafts.value.size]).toEqual([0, 0]);
    expect((await newBook(store)).book.all.value.size).toBe(0);
    await undo();
    expect([...book.drafts.value.keys()]).toEqual([draftKeyOf(dot)]);
    expect(book.parts.value.get(goal.id)?.map(one => one.id)).toEqual([felt.id]);
    expect((await newBook(store)).book.all.value.size).toBe(2);
  });

  it('keeps a draft apart for each goal, and what is being typed when a button changes the goal', async () => {
    const { book } = await newBook();
    const goal = await book.saveItem({ ...medicine(''), kind: 'goal', values: { want: 'a place' } });
    const dot = { ...medicine(''), kind: 'checkin', values: { goal: goal.id } };
    expect(draftKeyOf(dot)).not.toBe(draftKeyOf({ ...dot, values: { goal: 'another' } }));
    await book.keepDraft({ ...goal.head, key: goal.id, values: { want: 'a place by the' } });
    const before = goal.head.id;
    await book.setValues(goal.id, now => ({ ...now, state: 'rest', did: 'ring' }));
    expect(book.items.value.get(goal.id)?.head.values.state).toBe('rest');
    // Saving what was typed must not undo what was pressed, and undoing that leaves what was typed.
    expect(book.drafts.value.get(goal.id)?.values).toEqual({
      want: 'a place by the',
      state: 'rest',
      did: 'ring',
    });
    await book.bringBack(goal.id, before);
    expect(book.drafts.value.get(goal.id)?.values).toEqual({ want: 'a place by the' });
  });

  it('ends one thing and begins the next in one write, and leaves what is being typed anew', async () => {
    const { book, store } = await newBook();
    const goal = await book.saveItem({ ...medicine(''), kind: 'goal', values: { want: 'a place' } });
    const begun = { ...medicine(''), kind: 'goal', values: { want: 'half a thought' } };
    await book.keepDraft({ ...begun, key: draftKeyOf(begun) });
    const next = await book.follow(goal.id, begun, (now, became) => ({ ...now, state: 'changed', became }));
    expect(book.items.value.get(goal.id)?.head.values).toMatchObject({ state: 'changed', became: next.id });
    expect(book.drafts.value.size).toBe(1);
    expect((await newBook(store)).book.items.value.size).toBe(2);
  });

  it('brings an earlier version back on top, and loses none', async () => {
    const { book } = await newBook();
    const item = await book.saveItem(medicine('A'));
    await book.saveItem({ ...medicine('B'), id: item.id });
    await expect(book.bringBack(item.id, 'no.7')).rejects.toMatchObject({ code: 'damaged' });
    const back = await book.bringBack(item.id, item.head.id);
    expect(back.versions.map(v => v.values.name)).toEqual(['A', 'B', 'A']);
  });

  it('keeps a draft over a restart and drops it when the item is saved', async () => {
    const { book, store } = await newBook();
    await book.keepDraft({
      key: 'new:medicine',
      kind: 'medicine',
      values: { name: 'Ser' },
      source: { type: 'me' },
      asOf: '',
      privacy: 'open',
    });
    const { book: again } = await newBook(store);
    expect(again.drafts.value.get('new:medicine')?.values.name).toBe('Ser');
    await again.saveItem(medicine('Sertraline'));
    expect((await newBook(store)).book.drafts.value.size).toBe(0);
  });

  it('shows nothing that the disk has not acknowledged, and goes on after a failure', async () => {
    const store = memoryRecords();
    const { book } = await newBook(store);
    const save = store.save;
    store.save = () => Promise.reject(new AppError('storage-full'));
    await expect(book.saveItem(medicine('A'))).rejects.toMatchObject({ code: 'storage-full' });
    expect(book.items.value.size).toBe(0);
    store.save = save;
    await book.saveItem(medicine('B'));
    expect(book.items.value.size).toBe(1);
  });

  it('drops photos that nothing holds, but none while a record of a later version may hold one', async () => {
    const store = memoryRecords();
    const { book } = await newBook(store);
    await book.addBlob(new Uint8Array([1]));
    await store.save([
      { op: 'put', id: 'e'.repeat(32), bytes: utf8(JSON.stringify(['album', { photo: 'x' }])) },
    ]);
    const { book: older } = await newBook(store);
    await older.dropLooseBlobs();
    expect(store.blobIds()).toHaveLength(1);
    await store.save([{ op: 'remove', id: 'e'.repeat(32) }]);
    const { book: again } = await newBook(store);
    await again.dropLooseBlobs();
    expect(store.blobIds()).toEqual([]);
  });
});
