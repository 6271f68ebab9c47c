import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { linesFrom } from '../../src/app/restoring.ts';
import type { Item, Privacy, Version } from '../../src/domain/item.ts';
import { isUsable, offersOf, standingOf } from '../../src/domain/proposal.ts';
import { bringTo, clock, copyOf, openCopy, type Phone } from '../app/copies.ts';
import { pattern } from '../vault/helpers.ts';

const LONG = Boolean(process.env.HOLDFAST_LONG);

const text = fc.string({ maxLength: 12, unit: 'grapheme' });
const privacy = fc.constantFrom<Privacy>('open', 'careful', 'just-me');
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('medicine', 'contact', 'goal', 'about'), text, privacy) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('change'), text, fc.nat(20)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('remove'), text, fc.nat(20)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('dot'), text, fc.nat(20)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('none'), text, fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('photo'), text, fc.nat(100_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('draft'), text, fc.nat(20)) },
);
type Edit = [string, string, number | Privacy];
const edits = (most: number) => fc.array(edit as fc.Arbitrary<Edit>, { maxLength: most });

const said = (kind: string, values: Version['values'], how: Privacy = 'open') => ({
  ...{ kind, values, privacy: how, source: { type: 'me' as const }, asOf: '2026-05-12' },
});

const pick = (book: Book, n: number, kinds?: string): Item | undefined => {
  const all = [...book.all.peek().values()].filter(({ kind }) => !kinds || kind === kinds);
  return all[n % Math.max(1, all.length)];
};

const apply = async ({ book }: Phone, [what, words, how]: Edit): Promise<void> => {
  if (what === 'change') {
    const item = pick(book, Number(how));
    const field = item?.kind === 'goal' ? 'want' : item?.kind === 'checkin' ? 'note' : 'name';
    if (item && !item.head.absence) await book.setValues(item.id, now => ({ ...now, [field]: words }));
  } else if (what === 'remove') {
    const item = pick(book, Number(how));
    if (item) await book.remove(item.id);
  } else if (what === 'dot') {
    const goal = pick(book, Number(how), 'goal');
    if (goal) await book.saveItem(said('checkin', { goal: goal.id, note: words }));
  } else if (what === 'none') await book.saveItem({ ...said('allergy', {}), absence: 'none' });
  else if (what === 'photo') {
    const blob = await book.addBlob(pattern(Number(how), words.length));
    const file = { blob, type: 'image/jpeg' as const, size: Number(how) };
    await book.saveItem(said('document', { name: words, file }));
  } else if (what === 'draft') await book.keepDraft({ ...said('note', { text: words }), key: `new:${how}` });
  else if (what !== 'about' || !pick(book, 0, 'about'))
    await book.saveItem(said(what, { [what === 'goal' ? 'want' : 'name']: words }, how as Privacy));
};

const applyAll = async (phone: Phone, all: readonly Edit[]): Promise<void> => {
  for (const one of all) await apply(phone, one);
};

/** No vault under it, which is quicker. */
const inMemory = (): Phone => {
  const store = memoryRecords();
  const ways = { recovery: () => null };
  return { book: new Book(store, clock), vault: store, ways } as unknown as Phone;
};

/** All that can be said of a record but what belongs to one install. */
const wholeOf = async ({ book, vault }: Phone) => ({
  items: new Map([...book.all.peek()].sort()),
  gone: new Map([...book.gone.peek()].sort()),
  log: book.log.peek(),
  drafts: new Map([...book.drafts.peek()].sort()),
  blobs: await Promise.all(
    vault
      .blobIds()
      .sort()
      .map(async id => [id, Buffer.from((await book.readBlob(id))!).toString('base64')]),
  ),
});

const statesOf = (book: Book) =>
  new Map([...book.all.peek()].map(([id, { head }]) => [id, [head.kind, head.values, head.absence]]));

/** Uses everything that waits and can be used; what can't is left. */
const useAll = async (book: Book): Promise<void> => {
  const offers = offersOf(book.waiting.lines.peek());
  if (offers.length === 0) return;
  const can = ({ line }: (typeof offers)[number]) => isUsable(standingOf(line, book.all.peek()));
  const [use, leave] = [offers.filter(can), offers.filter(offer => !can(offer))];
  await decide(book, { use, leave, named: false }, clock);
};

describe('a spare copy', () => {
  it('brings back all that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(edits(25), async all => {
        const old = inMemory();
        await applyAll(old, all);
        const { phone, checked } = await bringTo(await openCopy(await copyOf(old)));
        expect(checked).toEqual({ things: old.book.items.peek().size, missing: [] });
        expect(await wholeOf(phone)).toEqual(await wholeOf(old));
      }),
      { numRuns: LONG ? 400 : 12 },
    );
  }, 1_800_000);

  it('let into another record and all used says nothing new the next time, whatever both did meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(edits(15), edits(8), edits(8), async (before, there, here) => {
        const old = inMemory();
        await applyAll(old, before);
        const phone = inMemory();
        await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
        await useAll(phone.book);
        await applyAll(old, there);
        await applyAll(phone, here);
        const deleted = new Map(phone.book.gone.peek());
        await linesFrom(phone.book, await openCopy(await copyOf(old)), clock);
        await useAll(phone.book);
        const states = statesOf(phone.book);
        for (const id of deleted.keys()) expect(states.has(id)).toBe(false);
        expect((await linesFrom(phone.book, await openCopy(await copyOf(old)), clock)).became).toBe('same');
        expect(phone.book.waiting.lines.peek()).toEqual([]);
        expect(statesOf(new Book(phone.vault as never, clock))).toEqual(states);
      }),
      { numRuns: LONG ? 3000 : 60 },
    );
  }, 1_800_000);
});
