import { describe, expect, it } from 'vitest';
import { makeKit, makeSpare, spareMade } from '../../src/app/backing-up.ts';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { draftKeyOf } from '../../src/app/drafts.ts';
import { linesFrom } from '../../src/app/restoring.ts';
import { secretBytes } from '../../src/app/secret.ts';
import { giveTo, takeIn } from '../../src/app/together.ts';
import { createWays, type Ways } from '../../src/app/ways.ts';
import { kitId } from '../../src/backup/kit.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Item, Values } from '../../src/domain/item.ts';
import { offersOf } from '../../src/domain/proposal.ts';
import type { ShareEntry } from '../../src/domain/share.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { AppError } from '../../src/lib/error.ts';
import type { Commit, Store } from '../../src/store/pages.ts';
import { readCard, writeCard } from '../../src/vault/card.ts';
import { createSpace } from '../../src/vault/open.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { copyOf, newPhone, openCopy, tries } from '../app/copies.ts';
import { CHEAP, newStore, PIN, pattern, reopen } from '../vault/helpers.ts';

// One day with every way there is to write, and each of its writes made to fail once: refused by a full disk, or kept
// by a disk that does not say so.

const clock: Clock = { now: () => Date.parse('2026-08-12T10:00:00Z'), ticks: () => 0 };

type How = 'refused' | 'kept but not said';

/** A store whose n-th write fails; n is counted from now on. */
const failing = (store: Store) => {
  const state = { at: 0, count: 0, how: 'refused' as How };
  const commit = async (change: Commit): Promise<void> => {
    state.count += 1;
    if (state.count !== state.at) return store.commit(change);
    if (state.how === 'refused') throw new AppError('storage-full');
    await store.commit(change);
    throw new AppError('storage-failed');
  };
  return { state, store: { ...store, commit } };
};

interface World {
  store: Store;
  secret: Uint8Array<ArrayBuffer>;
  vault: Vault;
  book: Book;
  ways: Ways;
  undo?: () => Promise<unknown>;
  helping?: Awaited<ReturnType<typeof giveTo>>;
}

const said = (kind: string, values: Values) =>
  ({ kind, values, privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' }) as const;

const open = async ({ store, secret }: Pick<World, 'store' | 'secret'>): Promise<World> => {
  const vault = await reopen(store, secret);
  return { store, secret, vault, book: new Book(vault, clock), ways: createWays(vault, tries) };
};

const named = ({ book }: World, name: string): Item =>
  [...book.all.value.values()].find(({ head }) => Object.values(head.values).includes(name))!;
const draft = (name: string) => ({ ...said('medicine', { name }), key: draftKeyOf({ kind: 'medicine' }) });
const entry: ShareEntry = {
  id: 'e'.repeat(32),
  type: 'share',
  at: '2026-08-12T10:00:00.000Z',
  purpose: 'gp',
  to: 'Dr Lee',
  why: '',
  by: 'code',
  items: [],
  minutes: 60,
};
const NEW_PIN = utf8('904417');
const photo = (seed: number) => pattern(150_000, seed);

/** Two sets of recovery words. */
const kits = [pattern(16, 3), pattern(16, 4)] as const;
const made = '2026-08-12';
/** Another phone's spare copy, with a thing and its photo. */
const elsewhere = await newPhone();
const file = { blob: await elsewhere.book.addBlob(photo(5)), type: 'image/jpeg', size: 150_000 } as const;
await elsewhere.book.saveItem(said('document', { what: 'A script', file }));
const copy = await openCopy(await copyOf(elsewhere));
const spareOut = async (world: World): Promise<void> => {
  await makeSpare(world, world.book, {}, undefined, { clock, crypto: createLocalCrypto() });
  await spareMade(world.book);
};

/** Each writes once. What is taken back is taken back by the very book that did it. */
const day: readonly (readonly [string, (world: World) => Promise<unknown>])[] = [
  ['settings', ({ book }) => book.writeSettings({ bigWords: true })],
  ['recovery words', world => makeKit(world, kits[0], { made })],
  ['a spare copy', spareOut],
  ['other words in their place', world => makeKit(world, kits[1], { made })],
  ['a new thing', ({ book }) => book.saveItem(said('medicine', { name: 'Sertraline' }))],
  ['a draft', ({ book }) => book.keepDraft(draft('Naloxone'))],
  ['a draft again', ({ book }) => book.keepDraft(draft('Naloxone spray'))],
  ['its thing', ({ book }) => book.saveItem(said('medicine', { name: 'Naloxone spray' }))],
  ['another draft', ({ book }) => book.keepDraft(draft('Aspirin'))],
  ['which goes', ({ book }) => book.dropDraft(draft('').key)],
  [
    'a change',
    w => w.book.saveItem({ ...said('medicine', { name: 'Sertraline 50' }), id: named(w, 'Sertraline').id }),
  ],
  [
    'what came before',
    w => w.book.bringBack(named(w, 'Sertraline 50').id, named(w, 'Sertraline 50').versions[1]!.id),
  ],
  ['a look', w => w.book.lookedAgain(named(w, 'Sertraline').id)],
  ['values', w => w.book.setValues(named(w, 'Sertraline').id, now => ({ ...now, dose: '50 mg' }))],
  ['a goal', ({ book }) => book.saveItem(said('goal', { want: 'Sleep' }))],
  ['its dot', w => w.book.saveItem(said('checkin', { goal: named(w, 'Sleep').id, note: 'Better' }))],
  [
    'what follows it',
    w =>
      w.book.follow(named(w, 'Sleep').id, said('goal', { want: 'Work' }), now => ({ ...now, step: 'done' })),
  ],
  ['its end', async w => (w.undo = await w.book.remove(named(w, 'Sleep').id))],
  ['back: its end', w => w.undo?.() ?? Promise.resolve()],
  ['the log', ({ book }) => book.writeLog(entry)],
  ['the log again', ({ book }) => book.writeLog({ ...entry, stoppedAt: entry.at })],
  ['a photo', ({ book }) => book.addBlob(photo(1))],
  [
    'its thing too',
    ({ book, vault }) => {
      const file = { blob: vault.blobIds()[0]!, type: 'image/jpeg', size: 150_000 } as const;
      return book.saveItem(said('document', { what: 'A letter', file }));
    },
  ],
  ['a photo that nothing holds', ({ book }) => book.addBlob(photo(2))],
  ['which goes too', ({ book }) => book.dropLooseBlobs()],
  ['a new PIN', ({ vault }) => vault.setSecret('pin', NEW_PIN)],
  ['its photos', ({ vault }) => vault.rekeyStep()],
  ['a passkey', ({ vault }) => vault.setSecret('passkey', pattern(32, 6))],
  ['another one', ({ vault }) => vault.setSecret('passkey', pattern(32, 7))],
  ['which is taken away', ({ vault }) => vault.removeSecret('passkey')],
  ['a PIN that erases', ({ vault }) => vault.setSecret('erase', utf8('271828'))],
  ['another PIN that does', ({ vault }) => vault.setSecret('erase', utf8('182845'))],
  ['none that does', ({ vault }) => vault.removeSecret('erase')],
  ['no words', ({ vault }) => vault.removeSecret('recovery')],
  ['the card', ({ store }) => writeCard(store, 'Penicillin')],
  [
    'someone helps',
    async world => {
      const ticked = [named(world, 'Sertraline').id];
      world.helping = await giveTo(world.vault, world.book, { helper: 'Dana', ticked }, clock);
    },
  ],
  ['what they write', ({ helping }) => helping!.book.saveItem(said('goal', { want: 'A door' }))],
  [
    'what comes of it',
    async world => {
      world.helping?.close();
      Object.assign(world, await open(world), { helping: undefined });
      await takeIn(world.vault, world.book);
    },
  ],
  [
    'what is decided',
    async world => {
      const use = offersOf(world.book.waiting.lines.value);
      world.undo = (await decide(world.book, { use, leave: [], named: true }, clock)).undo;
    },
  ],
  ['back: what is decided', w => w.undo?.() ?? Promise.resolve()],
  ['a photo of a copy', ({ book }) => book.keepBlobs([{ id: file.blob, bytes: photo(5) }])],
  ['what a copy says', ({ book }) => linesFrom(book, copy, clock)],
  ['a photo that goes with its thing', async w => void (await w.book.remove(named(w, 'A letter').id))],
];

/** What is there, in words: nothing of it made at random. */
const summary = async ({ store, vault, book }: World) => ({
  things: [...book.all.value.values()]
    .map(({ versions }) =>
      JSON.stringify(versions.map(({ kind, values: { goal: _, file: _file, ...rest } }) => [kind, rest])),
    )
    .sort(),
  drafts: [...book.drafts.value.values()].map(({ values }) => values),
  log: book.log.value.map(one => [one.type, one.at, one.nth, 'stoppedAt' in one, one.items.length]),
  settings: book.settings.value.bigWords,
  kit: book.settings.value.kit?.id,
  spare: [book.settings.value.spare?.on, book.settings.value.spare?.kit],
  uses: vault.uses,
  opens: await Promise.all(
    kits.map(async entropy => [
      await kitId(entropy),
      await vault.verifySecret(secretBytes({ type: 'recovery', entropy })),
    ]),
  ),
  lines: book.waiting.lines.value.map(({ changes }) => changes),
  photos: await Promise.all(vault.blobIds().map(async id => (await vault.readBlob(id))!.length)),
  damage: vault.damage,
  card: await readCard(store),
});

const begin = async () => {
  const { state, store } = failing(newStore());
  const vault = await createSpace(store, createLocalCrypto(), PIN, { settings: CHEAP });
  const book = new Book(vault, clock);
  const world: World = { store, secret: PIN, vault, book, ways: createWays(vault, tries) };
  await world.book.writeSettings({});
  return { state, world };
};

const isBack = (name: string): boolean => name.startsWith('back: ');

/** Lets a step's one write fail. What is on disk then, as the next start finds it; `null` while someone helps. */
const fail = async (
  { state, world }: Awaited<ReturnType<typeof begin>>,
  step: (typeof day)[number],
  how: How,
) => {
  Object.assign(state, { how, at: state.count + 1 });
  const before = world.helping ? null : await summary(world);
  await expect(step[1](world), step[0]).rejects.toMatchObject({
    code: how === 'refused' ? 'storage-full' : 'storage-failed',
  });
  if (how !== 'refused' && step[0] === 'a new PIN') world.secret = NEW_PIN;
  if (how === 'refused' && before && !world.helping) expect(await summary(world), step[0]).toEqual(before);
  return world.helping ? null : open(world);
};

describe('each write there is', () => {
  it('refused by a full disk, changes nothing, and works when there is room', async () => {
    const faulty = await begin();
    const whole = await begin();
    for (const step of day) {
      const before = faulty.world.helping ? null : await summary(faulty.world);
      const found = await fail(faulty, step, 'refused');
      if (found && before) expect(await summary(found), step[0]).toEqual(before);
      found?.vault.lock();
      const { count } = faulty.state;
      await step[1](faulty.world);
      expect(faulty.state.count, step[0]).toBe(count + 1);
      await step[1](whole.world);
      for (const { world } of [faulty, whole]) if (step[0] === 'a new PIN') world.secret = NEW_PIN;
    }
    expect(await summary(faulty.world)).toEqual(await summary(whole.world));
    expect(await summary(await open(faulty.world))).toEqual(await summary(whole.world));
  });

  it.each([
    ['each of them', (name: string) => name !== 'someone helps', (name: string) => !isBack(name)],
    ['what takes back', isBack, () => true],
  ])('kept by a disk that does not say so, is there at the next start: %s', async (_, fails, goes) => {
    const faulty = await begin();
    const whole = await begin();
    for (const step of day.filter(([name]) => goes(name))) {
      await step[1](whole.world);
      if (step[0] === 'a new PIN') whole.world.secret = NEW_PIN;
      if (!fails(step[0])) await step[1](faulty.world);
      else Object.assign(faulty.world, await fail(faulty, step, 'kept but not said'));
      if (step[0] === 'a new PIN') faulty.world.secret = NEW_PIN;
      if (!whole.world.helping)
        expect(await summary(faulty.world), step[0]).toEqual(await summary(whole.world));
    }
  });
});
