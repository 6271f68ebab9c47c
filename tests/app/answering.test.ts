import { describe, expect, it } from 'vitest';
import { takeInAnswer } from '../../src/app/answering.ts';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { memoryRecords } from '../../src/app/records.ts';
import { type Prepared, Sharing } from '../../src/app/sharing.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Answer, AnswerLine } from '../../src/domain/answer.ts';
import type { Item, Values } from '../../src/domain/item.ts';
import { toShared } from '../../src/domain/let-out.ts';
import { offersOf, standingOf } from '../../src/domain/proposal.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import { randomId, utf8 } from '../../src/lib/bytes.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { sealAnswer } from '../../src/share/answer.ts';
import { MAX_RECORD } from '../../src/vault/bodies.ts';

const clock: Clock = { now: () => Date.parse('2026-11-22T10:00:00'), ticks: () => 0 };
const crypto = createLocalCrypto();
const code = (code: string) => expect.objectContaining({ code });
const said = (kind: string, values: Values) =>
  ({ kind, values, privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' }) as const;
const given = (kind: string, values: Values): AnswerLine => ({
  about: null,
  item: { kind, source: { type: 'me' }, asOf: '', values },
});

const begin = () => {
  const store = memoryRecords();
  const book = new Book(store, clock);
  return { store, book, sharing: new Sharing(book, crypto, 'https://h.example/r.html', clock) };
};
type World = ReturnType<typeof begin>;

/** Shows these things, and what stands in the log about it. */
const show = async ({ sharing }: World, items: readonly Item[]): Promise<Showing> => {
  const draft = { purpose: 'gp', to: '', why: '', length: '60', ticked: items.map(({ id }) => id) } as const;
  const shared = items.map(({ head }) => toShared(head)!);
  const reply = await crypto.keyPair();
  const share = { purpose: 'gp', made: 0, expires: 60, why: '', items: shared } as const;
  const opened = { id: randomId(), share, reply: reply.publicKey, files: [] };
  // As `Sharing.prepare` makes it, without the seconds that four words take.
  const logged = items.map(({ id, head: { id: version, kind, values, privacy } }) => ({
    ...{ item: id, version, kind, privacy },
    title: String(values.name ?? values.medicine ?? ''),
  }));
  const prepared = {
    ...{ draft, opened, reply, items: logged },
    sealed: { id: opened.id },
  } as unknown as Prepared;
  return { prepared, entry: await sharing.showing(prepared, 'code') };
};
interface Showing {
  prepared: Prepared;
  entry: ShareEntry;
}

/** What the reader was shown at this place, as they say it stands. */
const about = ({ prepared }: Showing, at: number, values: Values | 'out'): AnswerLine => {
  const item = prepared.opened.share.items[at]!;
  if (values === 'out') return { about: at, out: true, item };
  return { about: at, item: { ...item, values: { ...item.values, ...values } } };
};

const seal = ({ prepared }: Showing, lines: readonly AnswerLine[], more: Partial<Answer> = {}) =>
  sealAnswer(
    crypto,
    { share: prepared.opened.id, from: 'Dr Osei', role: 'GP', made: 0, lines, ...more },
    prepared.opened.reply!,
  );

const answer = async (world: World, showing: Showing, lines: readonly AnswerLine[]) =>
  takeInAnswer(world.book, crypto, await seal(showing, lines), clock);

const waiting = (book: Book) => book.waiting.lines.value;

describe('what comes back', () => {
  it('comes home to what a share sheet was said not to have sent', async () => {
    const world = begin();
    const showing = await show(world, [await world.book.saveItem(said('medicine', { name: 'Sertraline' }))]);
    await world.sharing.stayed(showing.entry);
    expect((await answer(world, showing, [about(showing, 0, 'out')])).became).toBe('waits');
  });

  it('waits as what differs from what was shown, and is used by a yes alone: who, when, undo, log', async () => {
    const world = begin();
    const { book } = world;
    const oat = await book.saveItem(said('oat', { medicine: 'methadone', dose: '60', called: 'mine' }));
    const pill = await book.saveItem(said('medicine', { name: 'Sertraline', dose: '50 mg' }));
    const spray = await book.saveItem(said('medicine', { name: 'Naloxone' }));
    const showing = await show(world, [oat, pill, spray]);
    const message = await seal(showing, [
      about(showing, 0, { dose: '80' }),
      about(showing, 1, {}),
      about(showing, 2, 'out'),
      given('appointment', { when: '2026-11-29T09:00', with: 'Dr Osei' }),
    ]);
    const before = [...book.all.value.values()];
    expect((await takeInAnswer(book, crypto, message, clock)).became).toBe('waits');
    expect([...book.all.value.values()]).toEqual(before);
    expect(waiting(book).map(({ item, changes, out }) => [item === oat.id, changes, out])).toEqual([
      [true, { dose: '80' }, undefined],
      [false, {}, true],
      [false, { when: '2026-11-29T09:00', with: 'Dr Osei' }, undefined],
    ]);
    expect(waiting(book).map(line => standingOf(line, book.all.value))).toEqual(['changes', 'out', 'new']);
    expect(waiting(book)[0]!.proposal).toMatchObject({
      via: 'answer',
      from: 'Dr Osei, GP',
      on: '2026-11-22',
      share: showing.entry.id,
    });

    const offers = offersOf(waiting(book));
    const { undo } = await decide(book, { use: offers, leave: [], named: false }, clock);
    expect(book.items.value.get(oat.id)!.head).toMatchObject({
      values: { medicine: 'methadone', dose: '80', called: 'mine' },
      source: { type: 'provider', name: 'Dr Osei, GP' },
      asOf: '2026-11-22',
    });
    expect(book.items.value.has(spray.id)).toBe(false);
    expect(book.log.value.find(({ type }) => type === 'proposal')).toMatchObject({
      via: 'answer',
      share: showing.entry.id,
      items: [{ fate: 'used' }, { fate: 'used' }, { fate: 'used' }],
    });
    await undo();
    expect(book.items.value.get(oat.id)!.head.values.dose).toBe('60');
    expect(book.items.value.has(spray.id)).toBe(true);
    expect(waiting(book)).toHaveLength(3);
  });

  it('comes in once, however often it is scanned, also at the same time and after it was decided', async () => {
    const world = begin();
    const { book } = world;
    const showing = await show(world, [await book.saveItem(said('medicine', { name: 'Iron' }))]);
    const message = await seal(showing, [given('note', { text: 'Rest.' })]);
    const both = [1, 2].map(async () => (await takeInAnswer(book, crypto, message, clock)).became);
    expect((await Promise.all(both)).sort()).toEqual(['known', 'waits']);
    expect(waiting(book)).toHaveLength(1);
    await decide(book, { use: [], leave: offersOf(waiting(book)), named: false }, clock);
    expect((await takeInAnswer(book, crypto, message, clock)).became).toBe('known');
    expect(new Book(world.store, clock).waiting.knows(waiting(book)[0]?.proposal.id ?? '')).toBe(false);
    expect(waiting(new Book(world.store, clock))).toEqual([]);
  });

  it('is written down where all of it is so already', async () => {
    const world = begin();
    const showing = await show(world, [await world.book.saveItem(said('medicine', { name: 'Iron' }))]);
    const message = await seal(showing, [about(showing, 0, {})]);
    expect((await takeInAnswer(world.book, crypto, message, clock)).became).toBe('same');
    expect((await takeInAnswer(world.book, crypto, message, clock)).became).toBe('known');
    expect(waiting(world.book)).toEqual([]);
    expect(world.book.log.value.find(({ type }) => type === 'proposal')).toMatchObject({
      from: 'Dr Osei, GP',
      share: showing.entry.id,
      items: [],
    });
    expect(new Book(world.store, clock).log.value).toHaveLength(2);
  });

  it('says nothing of what the person has changed to the same since, and shows what they changed otherwise', async () => {
    const world = begin();
    const { book } = world;
    const [a, b] = [
      await book.saveItem(said('medicine', { name: 'A', dose: '1' })),
      await book.saveItem(said('medicine', { name: 'B', dose: '1' })),
    ];
    const showing = await show(world, [a, b]);
    for (const { id } of [a, b]) await book.setValues(id, values => ({ ...values, dose: '2' }));
    await answer(world, showing, [about(showing, 0, { dose: '2' }), about(showing, 1, { dose: '3' })]);
    expect(waiting(book).map(line => [line.item, standingOf(line, book.all.value)])).toEqual([
      [b.id, 'moved'],
    ]);
  });

  it('brings what the person has deleted since as new, and says nothing where neither has it', async () => {
    const world = begin();
    const { book } = world;
    const [a, b] = [
      await book.saveItem(said('medicine', { name: 'A' })),
      await book.saveItem(said('medicine', { name: 'B' })),
    ];
    const showing = await show(world, [a, b]);
    await book.remove(a.id);
    await book.remove(b.id);
    await answer(world, showing, [about(showing, 0, { dose: '2' }), about(showing, 1, 'out')]);
    expect(waiting(book)).toMatchObject([{ base: [], changes: { name: 'A', dose: '2' } }]);
    expect(waiting(book)[0]!.item).not.toBe(a.id);
  });

  it('leaves alone what never leaves, and lets a code go with the name it stood for', async () => {
    const world = begin();
    const { book } = world;
    const values = { name: 'Sertraline', code: 'rxnorm|36437', dose: '50 mg', topic: ['mental-health'] };
    const pill = await book.saveItem(said('medicine', values));
    const showing = await show(world, [pill]);
    await answer(world, showing, [about(showing, 0, { name: 'Escitalopram', code: 'rxnorm|321988' })]);
    expect(waiting(book)[0]!.changes).toEqual({ name: 'Escitalopram', code: null });
    await answer(world, showing, [about(showing, 0, { code: 'rxnorm|1' })]);
    expect(waiting(book)).toHaveLength(1);
    await decide(book, { use: offersOf(waiting(book)), leave: [], named: false }, clock);
    expect(book.items.value.get(pill.id)!.head.values).toEqual({
      name: 'Escitalopram',
      dose: '50 mg',
      topic: ['mental-health'],
    });
  });

  it('changes the treatment that is kept where one is added, and nothing that it leaves open', async () => {
    const world = begin();
    const { book } = world;
    const oat = await book.saveItem(said('oat', { medicine: 'methadone', dose: '60', point: 'Northside' }));
    const showing = await show(world, [await book.saveItem(said('medicine', { name: 'Iron' }))]);
    await answer(world, showing, [given('oat', { medicine: 'methadone', dose: '80' })]);
    expect(waiting(book)).toMatchObject([{ item: oat.id, base: [oat.head.id], changes: { dose: '80' } }]);
  });

  it('takes away a field whose question no longer arises, and brings none that nobody would see', async () => {
    const world = begin();
    const { book } = world;
    const oat = await book.saveItem(said('oat', { medicine: 'methadone', takeaways: 'Sat' }));
    const showing = await show(world, [oat]);
    await answer(world, showing, [about(showing, 0, { medicine: 'monthly' })]);
    expect(waiting(book)[0]!.changes).toEqual({ medicine: 'monthly', takeaways: null });
    await book.setValues(oat.id, values => ({ ...values, medicine: 'monthly' }));
    await answer(world, showing, [about(showing, 0, { takeaways: 'Sun' })]);
    expect(waiting(book)).toHaveLength(1);
  });

  it('is never open where its kind is not', async () => {
    const world = begin();
    const showing = await show(world, [await world.book.saveItem(said('medicine', { name: 'Iron' }))]);
    const kinds = ['oat', 'medicine', 'result', 'note'];
    await answer(
      world,
      showing,
      kinds.map(kind => given(kind, kind === 'oat' ? { dose: '1' } : { name: 'x' })),
    );
    expect(waiting(world.book).map(({ privacy }) => privacy)).toEqual([
      'careful',
      'open',
      'careful',
      'careful',
    ]);
  });
});

it('can be decided all at once, however much of it there is', async () => {
  const world = begin();
  const showing = await show(world, []);
  const name = '\u0bb9'.repeat(150);
  await answer(
    world,
    showing,
    Array.from({ length: 100 }, () => given('note', { name })),
  );
  const { used } = await decide(
    world.book,
    { use: offersOf(waiting(world.book)), leave: [], named: false },
    clock,
  );
  expect(used).toBe(100);
  const [entry] = world.book.log.value.filter(({ type }) => type === 'proposal');
  expect(utf8(JSON.stringify(['log', entry])).length).toBeLessThan(MAX_RECORD);
});

describe('what is no answer of ours', () => {
  const world = begin();
  const ready = async (): Promise<Showing> => {
    const { book } = world;
    return show(world, [
      await book.saveItem(said('medicine', { name: 'Iron' })),
      await book.saveItem({ ...said('allergy', {}), absence: 'none' }),
      await book.saveItem(said('about', { name: 'Jess' })),
    ]);
  };
  const note = given('note', { text: 'x' });
  const long = given('note', { text: 'x'.repeat(60_000) });
  const of = (kind: string, at: number | null): AnswerLine => ({ ...given(kind, { name: 'x' }), about: at });

  it.each<[string, string, readonly AnswerLine[]]>([
    ['a place that was not shown', 'garbled', [note, of('medicine', 7)]],
    ['another kind than was shown there', 'garbled', [note, of('note', 0)]],
    ['two lines about one thing', 'garbled', [of('medicine', 0), { ...of('medicine', 0), out: true }]],
    [
      'two of a kind that there is one of',
      'garbled',
      [given('oat', { dose: '1' }), given('oat', { dose: '2' })],
    ],
    ['a new thing that is not in their list', 'garbled', [{ ...note, out: true }]],
    ['an absence', 'garbled', [{ ...note, item: { ...note.item, absence: 'none' } }]],
    ['a change to an absence', 'garbled', [{ ...given('allergy', { to: 'x' }), about: 1 }]],
    ['a kind that nobody may give', 'too-new', [note, given('goal', { want: 'x' })]],
    ['a change of a kind that nobody may change', 'too-new', [of('about', 2)]],
    ['a new one of a kind that may only be changed', 'too-new', [given('allergy', { to: 'x' })]],
    ['more things than anyone reads', 'too-big', Array.from({ length: 101 }, () => note)],
    ['one thing as long as a record', 'too-big', [note, long]],
  ])('is refused whole: %s', async (_, why, lines) => {
    const showing = await ready();
    const before = [...world.book.all.value];
    await expect(answer(world, showing, lines)).rejects.toEqual(code(why));
    expect([[...world.book.all.value], waiting(world.book)]).toEqual([before, []]);
    expect(world.book.log.value.every(({ type }) => type === 'share')).toBe(true);
  });

  it('is an answer to what another phone showed, and one that was changed on its way', async () => {
    const showing = await ready();
    const message = await seal(showing, [note]);
    await expect(takeInAnswer(begin().book, crypto, message, clock)).rejects.toEqual(code('other-phone'));
    await world.book.writeLog({ ...showing.entry, reply: undefined } as never);
    await expect(takeInAnswer(world.book, crypto, message, clock)).rejects.toEqual(code('other-phone'));
    await world.book.writeLog(showing.entry);
    const bent = Uint8Array.from(message);
    bent[40]! ^= 1;
    await expect(takeInAnswer(world.book, crypto, bent, clock)).rejects.toEqual(code('other-key'));
    await expect(takeInAnswer(world.book, crypto, Uint8Array.of(9, 9), clock)).rejects.toEqual(
      code('too-new'),
    );
  });

  it('has a name that shows what it is, and is no page long', async () => {
    const showing = await ready();
    const odd = { from: `Dr\u202E ${'x'.repeat(400)}`, role: '' };
    await takeInAnswer(world.book, crypto, await seal(showing, [note], odd), clock);
    const { from } = waiting(world.book)[0]!.proposal;
    expect(from).toMatch(/^Dr‹U\+202E› x+$/);
    expect(from.length).toBeLessThanOrEqual(60);
  });
});
