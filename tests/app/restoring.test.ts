import { describe, expect, it } from 'vitest';
import { lacksParts, makeKit, makeSpare, spareMade, spareState } from '../../src/app/backing-up.ts';
import { Book } from '../../src/app/book.ts';
import { recordIdOf } from '../../src/app/codec.ts';
import { decide } from '../../src/app/decide.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { bringBack, linesFrom } from '../../src/app/restoring.ts';
import { kitId } from '../../src/backup/kit.ts';
import { newEntropy } from '../../src/backup/words.ts';
import type { Privacy, Source, Values } from '../../src/domain/item.ts';
import { offersOf, privacyOfLine, standingOfOffer } from '../../src/domain/proposal.ts';
import { AppError } from '../../src/lib/error.ts';
import { hasInstall } from '../../src/vault/install.ts';
import { pattern, reopen } from '../vault/helpers.ts';
import {
  bringTo,
  byWords,
  cheapCrypto,
  clock,
  copyOf,
  emptyPhone,
  newPhone,
  openCopy,
  type Phone,
} from './copies.ts';

const said = (kind: string, values: Values, privacy: Privacy = 'open', source: Source = { type: 'me' }) => ({
  kind,
  values,
  privacy,
  source,
  asOf: '2026-05-12',
});
const code = (code: string) => expect.objectContaining({ code });

/** What a phone has, by id, without what belongs to one install. */
const contentOf = async ({ book, vault }: Phone) => {
  const { install, persisted, kit, spare, asked, ...settings } = book.settings.value;
  const blobs = await Promise.all(
    vault
      .blobIds()
      .sort()
      .map(async id => [id, Buffer.from((await vault.readBlob(id))!).toString('hex')]),
  );
  return {
    items: [...book.all.value].sort(([a], [b]) => a.localeCompare(b)),
    gone: [...book.gone.value].sort(),
    log: book.log.value,
    drafts: [...book.drafts.value],
    lines: book.waiting.lines.value,
    settings,
    blobs,
  };
};

/** No vault under it: as the made-up person's. */
const inMemory = (): Phone =>
  ({ book: new Book(memoryRecords(), clock), ways: { recovery: () => null } }) as unknown as Phone;

const photo = async (book: Book, size = 70_000) => {
  const blob = await book.addBlob(pattern(size, size));
  return { blob, type: 'image/jpeg' as const, size, width: 4, height: 3 };
};

/** One of everything. */
const livedIn = async (): Promise<Phone> => {
  const phone = await newPhone();
  const { book } = phone;
  const medicine = await book.saveItem(said('medicine', { name: 'Sertraline', dose: '50 mg' }));
  await book.saveItem({
    ...said('medicine', { name: 'Sertraline', dose: '100 mg' }, 'careful', {
      type: 'provider',
      name: 'Dr Osei',
      checkedBy: 'Dr Osei',
    }),
    id: medicine.id,
  });
  const goal = await book.saveItem(said('goal', { want: 'Sleep' }));
  await book.saveItem(said('checkin', { goal: goal.id, note: 'better' }));
  await book.saveItem({ ...said('allergy', {}), absence: 'none' });
  await book.saveItem(said('note', { text: 'mine alone' }, 'just-me'));
  await book.saveItem(said('document', { name: 'Letter', file: await photo(book) }));
  const gone = await book.saveItem(said('contact', { name: 'Gone' }));
  await book.remove(gone.id);
  await book.keepDraft({ ...said('contact', { name: 'half' }), key: 'new:contact' });
  await book.writeLog({
    id: '1'.repeat(32),
    type: 'proposal',
    at: '2026-11-22T10:00:00.000Z',
    via: 'scan',
    from: 'x',
    items: [],
  });
  await book.writeSettings({ bigWords: true, persisted: true });
  return phone;
};

const useAll = async (book: Book): Promise<number> => {
  const offers = offersOf(book.waiting.lines.peek());
  if (offers.length === 0) return 0;
  const { used } = await decide(book, { use: offers, leave: [], named: false }, clock);
  return used;
};

describe('a spare copy on a new phone', () => {
  it('is all that the old one had, under a name of its own, also after it is opened again', async () => {
    const old = await livedIn();
    const { phone, checked } = await bringTo(await openCopy(await copyOf(old)));
    expect(checked).toEqual({ things: 5, missing: [] });
    const again = await reopen(phone.store);
    const there = { ...phone, vault: again, book: new Book(again, clock) };
    expect(await contentOf(there)).toEqual(await contentOf(old));
    expect(there.book.settings.value.install).not.toBe(old.book.settings.value.install);
    expect(there.book.settings.value).not.toHaveProperty('persisted');
    const next = await there.book.saveItem(said('contact', { name: 'after' }));
    const last = await old.book.saveItem(said('contact', { name: 'after' }));
    expect(next.head.id.split('.')[1]).toBe(last.head.id.split('.')[1]);
    expect(next.head.id).not.toBe(last.head.id);
  });

  it('says what is missing: a photo that could not be read when it was made', async () => {
    const old = await livedIn();
    const lost = await old.book.saveItem(said('document', { name: 'Lost', file: await photo(old.book, 10) }));
    await old.vault.save([{ op: 'removeBlob', id: (lost.head.values.file as { blob: string }).blob }]);
    const { checked } = await bringTo(await openCopy(await copyOf(old)));
    expect(checked).toEqual({ things: 6, missing: [{ id: lost.id, kind: 'document', title: 'Lost' }] });
  });

  it('says what is not on disk as it is in the copy', async () => {
    const old = await livedIn();
    const copy = await openCopy(await copyOf(old));
    const { session } = emptyPhone();
    const goal = [...old.book.items.value.values()].find(({ kind }) => kind === 'goal')!;
    const dot = old.book.parts.value.get(goal.id)![0]!;
    const failing: typeof session = {
      ...session,
      adopt: open =>
        session.adopt(opener =>
          open({
            ...opener,
            create: (secret, making) =>
              opener.create(secret, {
                ...making,
                fill: vault =>
                  making!.fill!({
                    ...vault,
                    readBlob: async () => null,
                    reread: async () =>
                      new Map([...(await vault.reread())].filter(([id]) => id !== recordIdOf(dot.head.id))),
                  }),
              }),
          }),
        ),
    };
    const { things, missing } = await bringBack(failing, copy, { type: 'pin', text: '736251' });
    expect([things, missing.map(({ kind }) => kind).sort()]).toEqual([5, ['document', 'goal']]);
  });

  it('opens with the words that opened the copy, which then make the next copy too', async () => {
    const old = await livedIn();
    const entropy = newEntropy();
    await makeKit(old, entropy, { made: '2026-01-02', cards: true });
    const file = await copyOf(old, null);
    // The reader wipes what opened it.
    const typed = { type: 'recovery', entropy: entropy.slice() } as const;
    const { phone } = await bringTo(await openCopy(file, typed));
    const kit = { id: await kitId(entropy), made: '2026-01-02', cards: true };
    expect(phone.book.settings.value.kit).toEqual(kit);
    expect(phone.vault.uses.has('recovery')).toBe(true);
    expect((await openCopy(await copyOf(phone, null), { type: 'recovery', entropy })).made).toBe(
      '2026-11-22',
    );
  });

  it('brings no kit where its own passphrase opened it', async () => {
    const old = await livedIn();
    await makeKit(old, newEntropy());
    const { phone } = await bringTo(await openCopy(await copyOf(old)));
    expect(phone.book.settings.value.kit).toBeUndefined();
    expect(phone.vault.uses).toEqual(new Set(['pin']));
  });

  it('is nothing at all when it breaks off, and comes whole the next time', async () => {
    const copy = await openCopy(await copyOf(await livedIn()));
    const { session, store, now } = emptyPhone();
    for (const failing of [1, 2, 3]) {
      let turn = 0;
      const broken: typeof session = {
        ...session,
        adopt: open =>
          session.adopt(opener =>
            open({
              ...opener,
              create: (secret, making) =>
                opener.create(secret, {
                  ...making,
                  fill: vault =>
                    making!.fill!({
                      ...vault,
                      save: async changes => {
                        turn += 1;
                        if (turn === failing) throw new Error('killed');
                        await vault.save(changes);
                      },
                    }),
                }),
            }),
          ),
      };
      await expect(bringBack(broken, copy, { type: 'pin', text: '736251' })).rejects.toThrow('killed');
      expect(await hasInstall(store)).toBe(false);
    }
    expect(await bringBack(session, copy, { type: 'pin', text: '736251' })).toEqual({
      things: 5,
      missing: [],
    });
    expect(now.phone?.book.items.value.size).toBe(5);
    expect(await hasInstall(store)).toBe(true);
  });

  it('writes nothing of a copy that does not check out', async () => {
    const bytes = new Uint8Array(await (await copyOf(await livedIn())).arrayBuffer());
    bytes[bytes.length - 30]! ^= 1;
    const copy = await openCopy(new Blob([bytes]));
    const { session, store } = emptyPhone();
    await expect(bringBack(session, copy, { type: 'pin', text: '736251' })).rejects.toEqual(code('garbled'));
    expect(await store.extent(0)).toBe(0);
  });
});

describe('a spare copy into a record that is there', () => {
  it('makes a new line of each thing, with who said it and how private it was, and its photo', async () => {
    const old = await livedIn();
    const phone = await newPhone();
    expect((await linesFrom(phone.book, await openCopy(await copyOf(old)), clock)).became).toBe('waits');
    const { book } = phone;
    expect(book.items.value.size).toBe(0);
    // Photos that only a line holds stay.
    await book.dropLooseBlobs();
    expect(await useAll(book)).toBe(5);
    const heads = (of: Book) =>
      [...of.all.value.values()].map(({ id, head: { kind, values, privacy, source, asOf, absence } }) => ({
        ...{ id, kind, values, privacy, source, asOf, absence },
      }));
    expect(heads(book)).toEqual(heads(old.book));
    expect(phone.vault.blobIds()).toEqual(old.vault.blobIds());
    expect(book.log.value).toHaveLength(1);
    expect(book.log.value[0]).toMatchObject({ via: 'backup' });
    await book.dropLooseBlobs();
    expect(phone.vault.blobIds()).toHaveLength(1);
  });

  it('comes in once, and says nothing of what is here already', async () => {
    const old = await livedIn();
    const file = await copyOf(old);
    const { book } = await newPhone();
    const first = await linesFrom(book, await openCopy(file), clock);
    expect(await linesFrom(book, await openCopy(file), clock)).toEqual({ ...first, became: 'known' });
    await useAll(book);
    expect((await linesFrom(book, await openCopy(file), clock)).became).toBe('known');
    expect((await linesFrom(book, await openCopy(await copyOf(old)), clock)).became).toBe('same');
    expect((await linesFrom(old.book, await openCopy(file), clock)).became).toBe('same');
    // What was said here since is not taken back by what was known.
    const medicine = [...book.items.value.values()].find(({ kind }) => kind === 'medicine')!;
    await book.setValues(medicine.id, now => ({ ...now, dose: '25 mg' }));
    expect((await linesFrom(book, await openCopy(await copyOf(old)), clock)).became).toBe('same');
  });

  it('brings back nothing that was deleted here, nor its parts', async () => {
    const phone = await livedIn();
    const copy = await openCopy(await copyOf(phone));
    const goal = [...phone.book.items.value.values()].find(({ kind }) => kind === 'goal')!;
    await phone.book.remove(goal.id);
    expect((await linesFrom(phone.book, copy, clock)).became).toBe('same');
  });

  it('offers what was said on the other phone since, field by field, on what both had', async () => {
    const old = await livedIn();
    const { phone } = await bringTo(await openCopy(await copyOf(old)));
    const medicine = [...old.book.items.value.values()].find(({ kind }) => kind === 'medicine')!;
    await old.book.setValues(medicine.id, now => ({ ...now, dose: '150 mg' }));
    await phone.book.setValues(medicine.id, now => ({ ...now, why: 'low mood' }));
    await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
    const [line, ...more] = phone.book.waiting.lines.value;
    expect(more).toEqual([]);
    expect(line).toMatchObject({ item: medicine.id, base: [medicine.head.id], changes: { dose: '150 mg' } });
    await useAll(phone.book);
    expect(phone.book.items.value.get(medicine.id)?.head.values).toEqual({
      name: 'Sertraline',
      dose: '150 mg',
      why: 'low mood',
    });
    expect(phone.book.items.value.get(medicine.id)?.heads).toHaveLength(1);
  });

  it('says that there is none only where nothing of the kind is listed', async () => {
    const old = await newPhone();
    await old.book.saveItem({ ...said('allergy', {}), absence: 'none' });
    const file = await copyOf(old);
    const { book } = await newPhone();
    const mine = await book.saveItem(said('allergy', { name: 'Nuts' }));
    expect((await linesFrom(book, await openCopy(file), clock)).became).toBe('same');
    await book.remove(mine.id);
    expect((await linesFrom(book, await openCopy(file), clock)).became).toBe('waits');
    await useAll(book);
    expect([...book.items.value.values()].map(({ head }) => head.absence)).toEqual(['none']);
  });

  it('changes the one that is kept of a kind that there is one of', async () => {
    const old = await newPhone();
    await old.book.saveItem(said('about', { name: 'Alex Old', phone: '1' }));
    const { book } = await newPhone();
    const mine = await book.saveItem(said('about', { name: 'Alex New', callMe: 'Al' }));
    await linesFrom(book, await openCopy(await copyOf(old)), clock);
    expect(book.waiting.lines.value).toMatchObject([
      { item: mine.id, base: [mine.head.id], changes: { name: 'Alex Old', phone: '1' } },
    ]);
    expect(Object.keys(book.waiting.lines.value[0]!.changes)).toHaveLength(2);
  });

  it('writes down what became of more lines than the log has room for', async () => {
    const old = inMemory();
    for (let n = 0; n < 600; n++) await old.book.saveItem(said('contact', { name: `Person number ${n}` }));
    const { book } = inMemory();
    await linesFrom(book, await openCopy(await copyOf(old)), clock);
    expect(await useAll(book)).toBe(600);
    const { fatesOf } = await import('../../src/domain/proposal.ts');
    const [entry] = book.log.value;
    expect(entry?.type === 'proposal' && fatesOf(entry)).toEqual({ used: 600, kept: 0 });
    expect(JSON.stringify(entry).length).toBeLessThan(60_000);
  }, 60_000);
});

/** Two copies of one phone, brought in before anything is decided: the older one first. */
const twoCopies = async (old: Phone, between: (book: Book) => Promise<unknown>): Promise<Phone> => {
  const january = await copyOf(old);
  await between(old.book);
  const phone = await newPhone();
  await linesFrom(phone.book, await openCopy(january), clock);
  await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
  return phone;
};

const offersFrom = (book: Book, nth: number) => {
  const ids = [...new Set(book.waiting.lines.peek().map(({ proposal }) => proposal.id))];
  return offersOf(book.waiting.lines.peek().filter(({ proposal }) => proposal.id === ids[nth]));
};

const use = (book: Book, offers: ReturnType<typeof offersOf>) =>
  decide(book, { use: offers, leave: [], named: false }, clock);

const standings = (book: Book) =>
  offersOf(book.waiting.lines.value).map(offer =>
    standingOfOffer(offer, book.all.value, undefined, book.gone.value),
  );

describe('two spare copies that wait', () => {
  const change = (book: Book) =>
    book.setValues([...book.items.value.keys()][0]!, now => ({ ...now, name: 'Letter from March' }));

  it('keep the photo that both hold when what one brought is deleted', async () => {
    const old = await newPhone();
    const file = await photo(old.book);
    const { id } = await old.book.saveItem(said('document', { name: 'Letter', file }));
    const { book, vault } = await twoCopies(old, change);
    await use(book, offersFrom(book, 1));
    const undo = await book.remove(id);
    expect(vault.blobIds()).toEqual([file.blob]);
    expect(standings(book)).toEqual(['deleted']);
    await use(book, offersFrom(book, 0));
    expect(await book.readBlob(file.blob)).toHaveLength(file.size);
    await book.remove(id);
    expect(vault.blobIds()).toEqual([]);
    await undo();
    expect(await book.readBlob(file.blob)).toHaveLength(file.size);
  });

  it('keep a photo that a draft of something else holds, and not for a draft that goes along', async () => {
    const { book } = await newPhone();
    const file = await photo(book, 10);
    const one = await book.saveItem(said('document', { name: 'one', file }));
    await book.keepDraft({ ...said('document', { name: 'one', file }), key: one.id });
    const undo = await book.remove(one.id);
    expect(book.blobIds()).toEqual([]);
    await undo();
    await book.keepDraft({ ...said('document', { file }), key: 'new:document' });
    await book.remove(one.id);
    expect(book.blobIds()).toEqual([file.blob]);
  });

  it('bring back what was deleted here by a yes alone, for good, and undo deletes it again', async () => {
    const old = await newPhone();
    const { id } = await old.book.saveItem(said('contact', { name: 'Sam' }));
    const { book, vault } = await twoCopies(old, change);
    await use(book, offersFrom(book, 1));
    await book.remove(id);
    const counted = book.gone.value.get(id);
    const { undo } = await use(book, offersFrom(book, 0));
    const reread = () => new Book(vault, clock);
    expect([book.items.value.has(id), reread().items.value.has(id)]).toEqual([true, true]);
    await undo();
    expect([book.gone.value.get(id), reread().gone.value.get(id)]).toEqual([counted, counted]);
    expect([book.items.value.has(id), reread().items.value.has(id)]).toEqual([false, false]);
    expect(standings(book)).toEqual(['deleted']);
  });

  it('ask about what is here by now, and what one does not say stays', async () => {
    const old = await newPhone();
    const medicine = await old.book.saveItem(said('medicine', { name: 'Sertraline', dose: '50 mg' }));
    const goal = await old.book.saveItem(said('goal', { want: 'Sleep' }));
    const dot = await old.book.saveItem(said('checkin', { goal: goal.id, note: 'better' }));
    const { book } = await twoCopies(old, async late => {
      await late.setValues(medicine.id, now => ({ ...now, dose: '100 mg', why: 'low mood' }));
      await late.setValues(goal.id, now => ({ ...now, want: 'Sleep well' }));
      await late.setValues(dot.id, now => ({ ...now, note: 'much better' }));
    });
    const { undo } = await use(book, offersFrom(book, 1));
    expect(standings(book)).toEqual(['moved', 'moved']);
    expect(offersFrom(book, 0).map(({ line, parts }) => [line.kind, parts.length])).toEqual([
      ['medicine', 0],
      ['goal', 1],
    ]);
    await undo();
    expect(book.items.value.size).toBe(0);
    expect(standings(book)).toEqual(['new', 'new', 'new', 'new']);
    await use(book, offersFrom(book, 1));
    await use(book, offersFrom(book, 0));
    const { values } = book.items.value.get(medicine.id)!.head;
    expect(values).toEqual({ name: 'Sertraline', dose: '50 mg', why: 'low mood' });
    expect(book.all.value.get(dot.id)!.head.values.note).toBe('better');
  });

  it('ask once about what both say, and undo gives both back', async () => {
    const old = await livedIn();
    const { book } = await twoCopies(old, late => late.saveItem(said('note', { text: 'new' })));
    const before = book.waiting.lines.value;
    const { undo } = await use(book, offersFrom(book, 1));
    expect(book.waiting.lines.value).toEqual([]);
    await undo();
    expect(new Set(book.waiting.lines.value)).toEqual(new Set(before));
  });

  it('say that there is none only where nothing is listed by now', async () => {
    const old = await newPhone();
    const none = await old.book.saveItem({ ...said('allergy', {}), absence: 'none' });
    const { book } = await twoCopies(old, async late => {
      await late.remove(none.id);
      await late.saveItem(said('allergy', { name: 'Nuts' }));
    });
    await use(book, offersFrom(book, 1));
    expect(standings(book)).toEqual(['moved']);
  });

  it('stay covered where one was just for the person, though it is open here', async () => {
    const old = await livedIn();
    const { phone } = await bringTo(await openCopy(await copyOf(old)));
    const contact = await old.book.saveItem(said('contact', { name: 'Sam' }));
    await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
    await useAll(phone.book);
    await old.book.saveItem({ ...said('contact', { name: 'Sam', phone: '1' }, 'just-me'), id: contact.id });
    await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
    const [line] = phone.book.waiting.lines.value;
    expect(privacyOfLine(line!, phone.book.all.value)).toBe('just-me');
    await useAll(phone.book);
    expect(phone.book.log.value[0]).toMatchObject({ items: [{ title: '', privacy: 'just-me' }] });
  });

  it('can name no photo that is here with something else and that they do not bring', async () => {
    const old = await newPhone();
    const file = await photo(old.book, 10);
    await old.book.saveItem(said('document', { name: 'theirs', file }));
    await old.vault.save([{ op: 'removeBlob', id: file.blob }]);
    const { book } = await newPhone();
    await book.keepBlobs([{ id: file.blob, bytes: pattern(10, 1) }]);
    const mine = await book.saveItem(said('document', { name: 'mine', file }));
    await linesFrom(book, await openCopy(await copyOf(old)), clock);
    expect(book.waiting.lines.value.map(({ changes }) => changes)).toEqual([{ name: 'theirs' }]);
    expect(mine.head.values.file).toEqual(file);
  });
});

describe('a copy of a record that is hurt', () => {
  const hurt = (phone: Phone): Phone => {
    const store = { ...phone.vault, damage: [{ page: 1, reason: 'x' }] };
    const all = () => ({ records: phone.vault.records, blobIds: () => phone.vault.blobIds() });
    return { ...phone, book: new Book({ ...store, ...all() }, clock) };
  };
  const lastOf = async ({ book }: Phone) => {
    await spareMade(book);
    return spareState(book).value.last;
  };

  it('is told from a whole one, and the day of the last whole one is not forgotten', async () => {
    const phone = await livedIn();
    expect(lacksParts(await copyOf(phone))).toBe(false);
    expect(await lastOf(phone)).not.toHaveProperty('lacks');
    const worse = hurt(phone);
    expect(spareState(worse.book).value.lacks).toBe(true);
    for (const _ of [1, 2]) {
      expect(lacksParts(await copyOf(worse))).toBe(true);
      expect(await lastOf(worse)).toMatchObject({ lacks: true, whole: '2026-11-22' });
    }
    expect(new Book(phone.vault, clock).settings.value.spare).toMatchObject({ lacks: true });
    await copyOf(phone);
    expect(await lastOf(phone)).not.toHaveProperty('lacks');
  });

  it('is so, too, for a photo that can not be read', async () => {
    const phone = await livedIn();
    await phone.vault.save([{ op: 'removeBlob', id: phone.vault.blobIds()[0]! }]);
    expect(lacksParts(await copyOf(phone))).toBe(true);
    expect(await lastOf(phone)).toMatchObject({ lacks: true });
  });

  it('carries photos whose page can not be read, and where it comes back none of them goes', async () => {
    const phone = await newPhone();
    const file = await photo(phone.book, 10);
    await copyOf(phone);
    expect(await (await openCopy(await copyOf(phone))).check()).toEqual({ things: 0, photos: 0 });
    const { phone: next } = await bringTo(await openCopy(await copyOf(hurt(phone))));
    await next.book.dropLooseBlobs();
    expect(next.vault.blobIds()).toEqual([file.blob]);
    const { phone: last } = await bringTo(await openCopy(await copyOf(next)));
    await last.book.dropLooseBlobs();
    expect(last.vault.blobIds()).toEqual([file.blob]);
  });
});

describe('how safe a record is', () => {
  const state = (book: Book) => spareState(book).value;

  it('counts things that changed since the last copy that went out: new, changed and deleted', async () => {
    const phone = await livedIn();
    const { book } = phone;
    expect(state(book)).toMatchObject({ kit: null, last: null, changed: 5, photos: 1 });
    expect(state(book).bytes).toBeGreaterThan(70_000);
    await copyOf(phone);
    expect(state(book).last).toBeNull();
    await copyOf(phone);
    const late = await book.saveItem(said('contact', { name: 'between' }));
    await book.writeSettings({ asked: { spare: '2026-11-02', changed: 12 } });
    await spareMade(book);
    expect(state(book)).toMatchObject({ last: { on: '2026-11-22', changed: 1 }, changed: 1 });
    // The next question counts from this copy, and keeps the day of the one before.
    expect(book.settings.value.asked).toEqual({ spare: '2026-11-02', changed: 0 });
    const undo = await book.remove(late.id);
    expect(state(book).changed).toBe(1);
    await undo();
    expect(state(book).changed).toBe(1);
    const goal = [...book.items.value.values()].find(({ kind }) => kind === 'goal')!;
    await book.saveItem(said('checkin', { goal: goal.id, note: 'one' }));
    await book.saveItem(said('checkin', { goal: goal.id, note: 'two' }));
    expect(state(book).changed).toBe(2);
    await book.remove(goal.id);
    expect(state(book).changed).toBe(2);
    expect(state(new Book(phone.vault, clock)).changed).toBe(2);
    await copyOf(phone);
    await spareMade(book);
    expect(state(book).changed).toBe(0);
    await book.remove([...book.items.value.keys()][0]!);
    expect(state(book).changed).toBe(1);
  });

  it('says of a kit only what is so, wherever making it broke off', async () => {
    const phone = await livedIn();
    await makeKit(phone, newEntropy());
    const { kit } = state(phone.book);
    expect(kit).not.toBeNull();
    const killed = { ...phone.ways, set: () => new Promise<never>(() => undefined) };
    void makeKit({ ...phone, ways: killed }, newEntropy());
    const again = new Book(phone.vault, clock);
    expect(state(again).kit).toEqual(kit);
  });

  it('knows the words that still open it where new ones could not be set', async () => {
    const phone = await livedIn();
    await makeKit(phone, newEntropy());
    const { kit } = state(phone.book);
    const sets = [
      () => Promise.reject(new AppError('storage-full')),
      () => Promise.resolve('wait' as const),
      () => Promise.resolve('taken' as const),
    ];
    for (const set of sets) {
      const made = makeKit({ ...phone, ways: { ...phone.ways, set } }, newEntropy());
      expect(['storage-full', 'wait', 'taken']).toContain(await made.catch(({ code: why }) => why));
      expect(state(phone.book).kit).toEqual(kit);
      expect(state(new Book(phone.vault, clock)).kit).toEqual(kit);
    }
  });

  it('says whether the kit there is now opens the last copy', async () => {
    const phone = await livedIn();
    const lastByKit = async (passphrase: string | null) => {
      await copyOf(phone, passphrase);
      await spareMade(phone.book);
      return state(phone.book).last?.byKit;
    };
    expect(await lastByKit('four words of own')).toBe(false);
    await makeKit(phone, newEntropy());
    expect(state(phone.book).last?.byKit).toBe(false);
    expect(await lastByKit(null)).toBe(true);
    expect(await lastByKit('four words of own')).toBe(true);
    expect(state(new Book(phone.vault, clock)).last?.byKit).toBe(true);
    await makeKit(phone, newEntropy());
    expect(state(phone.book).last?.byKit).toBe(false);
  });

  it('makes no copy of a record that has closed', async () => {
    const phone = await livedIn();
    const making = makeSpare(phone, phone.book, { passphrase: 'x' }, undefined, {
      clock,
      crypto: cheapCrypto(),
    });
    phone.vault.lock();
    await expect(making).rejects.toEqual(code('locked'));
  });

  it('holds nothing of what a vault keeps for itself', async () => {
    const phone = await livedIn();
    await phone.vault.openInbox(new Uint8Array(5));
    expect(phone.vault.records.size).toBe(
      (await (await openCopy(await copyOf(phone))).whole()).records.size + 1,
    );
  });

  it('is made of memory too', async () => {
    const phone = inMemory();
    await phone.book.saveItem(said('note', { text: 'x' }));
    expect(await (await openCopy(await copyOf(phone), byWords)).check()).toEqual({ things: 1, photos: 0 });
  });
});
