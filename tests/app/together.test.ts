import { describe, expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { giveTo, takeIn } from '../../src/app/together.ts';
import type { Item, Values } from '../../src/domain/item.ts';
import { offersOf, standingOf } from '../../src/domain/proposal.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { newStore, newVault, reopen } from '../vault/helpers.ts';

const clock: Clock = { now: () => Date.parse('2026-08-12T10:00:00'), ticks: () => 0 };
const code = (code: string) => expect.objectContaining({ code });
const said = (kind: string, values: Values) =>
  ({ kind, values, privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' }) as const;

const begin = async () => {
  const { store, vault } = await newVault(newStore());
  const book = new Book(vault, clock);
  await book.writeSettings({});
  return { store, vault, book };
};

/** Someone helps; then the person opens it again. */
const helped = async (
  { store, vault, book }: { store: Awaited<ReturnType<typeof begin>>['store']; vault: Vault; book: Book },
  ticked: readonly Item[],
  work: (book: Book) => Promise<unknown>,
  helper = 'Dana',
) => {
  const helping = await giveTo(vault, book, { helper, ticked: ticked.map(({ id }) => id) }, clock);
  await work(helping.book);
  helping.close();
  const again = await reopen(store);
  const back = new Book(again, clock);
  await takeIn(again, back);
  return { store, vault: again, book: back };
};

const waiting = (book: Book) => book.waiting.lines.value;

describe('what a helper has', () => {
  it('is what was ticked, without what never leaves, earlier words, photos and the rest', async () => {
    const world = await begin();
    const { book } = world;
    const goal = await book.saveItem(said('goal', { want: 'now', called: 'my name', again: '2026-09' }));
    await book.saveItem({ ...said('goal', { want: 'before' }), id: goal.id });
    await book.bringBack(goal.id, goal.head.id);
    await book.saveItem(said('checkin', { goal: goal.id, note: 'a dot' }));
    const other = await book.saveItem(said('goal', { want: 'not ticked' }));
    await book.saveItem(said('checkin', { goal: other.id, note: 'of another' }));
    const secret = await book.saveItem({ ...said('goal', { want: 'just me' }), privacy: 'just-me' });
    const friend = await book.saveItem(said('contact', { name: 'Sam', private: 'only for me' }));
    await helped(world, [goal, secret, friend], async seen => {
      const text = JSON.stringify([[...seen.all.value], [...seen.drafts.value], seen.log.value]);
      for (const there of ['now', 'a dot', 'Sam', '2026-09']) expect(text).toContain(there);
      for (const gone of ['before', 'my name', 'not ticked', 'of another', 'just me', 'only for me'])
        expect(text).not.toContain(gone);
    });
  });

  it('has the dots that were written while their goal was just for the person', async () => {
    const world = await begin();
    const goal = await world.book.saveItem({ ...said('goal', { want: 'a' }), privacy: 'just-me' });
    await world.book.saveItem({
      ...said('checkin', { goal: goal.id, note: 'then' }),
      privacy: 'just-me',
    });
    const open = await world.book.saveItem({ ...said('goal', { want: 'a' }), id: goal.id });
    await helped(world, [open], async seen => expect(seen.parts.value.get(goal.id)).toHaveLength(1));
  });

  it('takes nothing in that could not come back out, and has room for one thing written over and over', async () => {
    const world = await begin();
    const after = await helped(
      world,
      [],
      async book => {
        const long = said('goal', { want: 'x'.repeat(57_000) });
        await expect(book.saveItem(long)).rejects.toEqual(code('too-big'));
        const item = await book.saveItem(said('goal', { want: 'small' }));
        for (let i = 0; i < 90; i++)
          await book.saveItem({ ...said('goal', { want: `${i}${'y'.repeat(1500)}` }), id: item.id });
      },
      'D'.repeat(5000),
    );
    expect(waiting(after.book)).toHaveLength(1);
    expect(waiting(after.book)[0]!.changes.want).toMatch(/^89y/);
    expect(waiting(after.book)[0]!.proposal.from).toHaveLength(60);
  });
});

describe('lines', () => {
  it('say what changed and nothing else; what was taken away again says nothing', async () => {
    const world = await begin();
    const goal = await world.book.saveItem(said('goal', { want: 'a', step: 'b', called: 'mine' }));
    const dot = await world.book.saveItem(said('checkin', { goal: goal.id, note: 'c' }));
    const { book } = await helped(world, [goal], async seen => {
      await seen.setValues(goal.id, ({ step: _gone, ...rest }) => ({ ...rest, why: 'w', block: '' }));
      await seen.saveItem({
        ...said('checkin', { goal: goal.id, note: 'c' }),
        id: dot.id,
        asOf: '2026-08-01',
      });
      const slip = await seen.saveItem(said('goal', { want: 'a slip' }));
      await seen.remove(slip.id);
      await seen.saveItem({ ...said('checkin', { goal: goal.id }), asOf: '2026-08-12' });
    });
    expect(waiting(book).map(({ item, changes, asOf }) => ({ item, changes, asOf }))).toEqual([
      { item: goal.id, changes: { step: null, why: 'w' }, asOf: '2026-08-12' },
      { item: dot.id, changes: {}, asOf: '2026-08-01' },
    ]);
    const { undo } = await decide(book, { use: offersOf(waiting(book)), leave: [], named: true }, clock);
    expect(book.items.value.get(goal.id)!.head).toMatchObject({
      values: { want: 'a', why: 'w', called: 'mine' },
      source: { type: 'peer', name: 'Dana' },
      asOf: '2026-08-12',
    });
    expect(book.all.value.get(dot.id)!.head.asOf).toBe('2026-08-01');
    await Promise.all([undo(), undo()]);
    expect(waiting(book)).toHaveLength(2);
    expect(book.items.value.get(goal.id)!.versions).toHaveLength(1);
    expect(book.log.value).toEqual([]);
  });

  it('bring a goal and its first dot as one, and both are gone where they are left out', async () => {
    const world = await begin();
    const { book } = await helped(world, [], async seen => {
      const goal = await seen.saveItem(said('goal', { want: 'a bike' }));
      await seen.saveItem(said('checkin', { goal: goal.id, feeling: '3' }));
    });
    const offers = offersOf(waiting(book));
    expect(offers.map(({ line, parts }) => [line.kind, parts.length])).toEqual([['goal', 1]]);
    await decide(book, { use: [], leave: offers, named: true }, clock);
    expect([waiting(book).length, book.all.value.size]).toEqual([0, 0]);
    expect(book.log.value[0]).toMatchObject({ from: 'Dana', items: [{ fate: 'kept' }, { fate: 'kept' }] });
  });

  it('come in unfinished where someone was still typing', async () => {
    const { book } = await helped(await begin(), [], seen =>
      seen.keepDraft({ ...said('goal', { want: 'half a' }), key: 'new:goal' }),
    );
    expect(waiting(book)).toMatchObject([{ changes: { want: 'half a' }, unfinished: true }]);
  });

  it('stand against what the person types about the same, and undo gives those words back', async () => {
    const world = await begin();
    const goal = await world.book.saveItem(said('goal', { want: 'a' }));
    const typed = { ...said('goal', { want: 'MY WORDS', why: 'w' }), key: goal.id };
    await world.book.keepDraft(typed);
    const { book } = await helped(world, [goal], seen => seen.setValues(goal.id, v => ({ ...v, want: 'b' })));
    const [line] = waiting(book);
    expect(standingOf(line!, book.all.value)).toBe('changes');
    expect(standingOf(line!, book.all.value, typed.values)).toBe('moved');
    const { undo } = await decide(book, { use: offersOf(waiting(book)), leave: [], named: false }, clock);
    expect(book.drafts.value.get(goal.id)?.values).toEqual({ want: 'b', why: 'w' });
    await undo();
    expect(book.drafts.value.get(goal.id)?.values).toEqual(typed.values);
  });

  it('settle no conflict by the way, and are told of nowhere once their thing is just for the person', async () => {
    const world = await begin();
    const goal = await world.book.saveItem(said('goal', { want: 'a' }));
    const { book } = await helped(world, [goal], seen =>
      seen.saveItem(said('checkin', { goal: goal.id, note: 'SECRET' })),
    );
    await book.saveItem({ ...said('goal', { want: 'a' }), id: goal.id, privacy: 'just-me' });
    await decide(book, { use: [], leave: offersOf(waiting(book)), named: true }, clock);
    expect(JSON.stringify(book.log.value)).not.toContain('SECRET');

    const line = {
      ...waiting((await helped(await begin(), [], s => s.saveItem(said('goal', { want: 'a' })))).book)[0]!,
    };
    const [one, two] = ['1', '2'].map(n => ({ ...goal.head, id: `b.${n}`, parents: [] }));
    const split = { ...goal, head: two!, heads: [two!, one!], versions: [two!, one!] };
    expect(standingOf({ ...line, item: goal.id, base: ['b.1'] }, new Map([[goal.id, split]]))).toBe('split');
  });
});
