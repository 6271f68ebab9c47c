import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Book } from '../../src/app/book.ts';
import { decide } from '../../src/app/decide.ts';
import { draftKeyOf } from '../../src/app/drafts.ts';
import { giveTo, type Helping, takeIn } from '../../src/app/together.ts';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import type { Item } from '../../src/domain/item.ts';
import { type Line, offersOf, standingOf } from '../../src/domain/proposal.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { AppError } from '../../src/lib/error.ts';
import type { Store } from '../../src/store/pages.ts';
import { createSpace } from '../../src/vault/open.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { CHEAP, newStore, PIN, tryOpen } from '../vault/helpers.ts';

/*
 * Any order of helping, locking, dying, deciding and own edits, against a model that only knows what was acknowledged.
 * Every piece of writing carries a word of its own, so that it can be found again: waiting in one line, or brought in
 * by one version, or left out. Never in two places and never nowhere.
 */
const numRuns = process.env.HOLDFAST_LONG ? 3000 : 60;

const clock: Clock = { now: () => Date.parse('2026-05-12T10:00:00'), ticks: () => 0 };
const plain = { privacy: 'open', source: { type: 'me' }, asOf: '2026-05-12' } as const;

type Fault = 'none' | 'refuse' | 'die';
const fault = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fault>('none') },
  { weight: 1, arbitrary: fc.constant<Fault>('refuse') },
  { weight: 1, arbitrary: fc.constant<Fault>('die') },
);
// What can be done with the record open, and while someone helps; some of it more often.
const menus = {
  mine: [
    'give',
    'give',
    'give',
    'decide',
    'decide',
    'decide',
    'undo',
    'own',
    'own',
    'delete',
    'lock',
    'crash',
  ],
  help: ['add', 'add', 'add', 'edit', 'edit', 'edit', 'dot', 'dot', 'type', 'lock', 'lock', 'crash'],
} as const;
const step = fc.record({ n: fc.nat(11), at: fc.nat(50), fault });
interface Step {
  what: string;
  at: number;
  fault: Fault;
}

/** Never resolves: the browser was killed. */
class Dead extends Error {}

/** A disk that can refuse a save, or keep it and die before it says so. */
const faulty = (store: Store) => {
  let next: Fault = 'none';
  const commit: Store['commit'] = async change => {
    const now = next;
    next = 'none';
    if (now === 'refuse') throw new AppError('storage-full');
    await store.commit(change);
    if (now === 'die') throw new Dead();
  };
  const arm = (how: Fault): void => {
    next = how;
  };
  return { store: { ...store, commit }, arm };
};

type Fate = 'waiting' | 'used' | 'kept';

const wordsIn = (values: Line['changes']): string[] =>
  Object.values(values).flatMap(value =>
    typeof value === 'string' && value.startsWith('word') ? [value] : [],
  );

/** Versions that brought a word in: their parents had it not. */
const broughtIn = (items: Iterable<Item>, word: string): number =>
  [...items].reduce((sum, { versions }) => {
    const has = new Set(versions.filter(v => wordsIn(v.values).includes(word)).map(v => v.id));
    const brought = versions.filter(v => has.has(v.id) && !v.parents.some(parent => has.has(parent)));
    return sum + brought.length;
  }, 0);

class World {
  readonly disk = faulty(newStore());
  vault: Vault | null = null;
  book: Book | null = null;
  helping: (Helping & { close: () => void }) | null = null;
  undo: (() => Promise<void>) | null = null;
  /** What became of each acknowledged word, and which of them died with a question mark. */
  readonly fate = new Map<string, Fate>();
  readonly unsure = new Set<string>();
  /** Items that the person deleted, and those they said something else of, by word that waits. */
  readonly deleted = new Set<string>();
  readonly itemOf = new Map<string, string>();
  #n = 0;

  async begin(): Promise<void> {
    this.vault = await createSpace(this.disk.store, createLocalCrypto(), PIN, { settings: CHEAP });
    this.book = new Book(this.vault, clock);
    await this.book.writeSettings({});
    for (const want of ['one', 'two']) await this.book.saveItem({ ...plain, kind: 'goal', values: { want } });
  }

  word(): string {
    this.#n += 1;
    return `word${this.#n}`;
  }

  async unlock(): Promise<void> {
    if (this.book) return;
    this.vault = await tryOpen(this.disk.store);
    this.book = new Book(this.vault!, clock);
    await takeIn(this.vault!, this.book);
    this.settle();
  }

  crash(): void {
    this.vault = null;
    this.book = null;
    this.helping = null;
    this.undo = null;
  }

  async lock(): Promise<void> {
    this.helping?.close();
    this.vault?.lock();
    this.crash();
  }

  /** What died in the middle is as the disk says, if it is in one place only. */
  settle(): void {
    const book = this.book!;
    for (const word of this.unsure) {
      const found = book.waiting.lines.value.filter(line => wordsIn(line.changes).includes(word));
      const waiting = found.length;
      const brought = broughtIn(book.all.value.values(), word);
      if (found[0]) this.itemOf.set(word, found[0].item);
      expect(waiting + brought, `${word} in two places`).toBeLessThanOrEqual(1);
      if (waiting) this.fate.set(word, 'waiting');
      else if (brought) this.fate.set(word, 'used');
      else if (this.fate.has(word)) this.fate.set(word, 'kept');
    }
    this.unsure.clear();
  }

  check(): void {
    const book = this.book!;
    for (const [word, fate] of this.fate) {
      if (this.deleted.has(this.itemOf.get(word)!)) continue;
      const waiting = book.waiting.lines.value.filter(line => wordsIn(line.changes).includes(word)).length;
      const brought = broughtIn(book.all.value.values(), word);
      const expected = { waiting: [1, 0], used: [0, 1], kept: [0, 0] }[fate];
      expect([waiting, brought], `${word} ${fate}`).toEqual(expected);
    }
    for (const line of book.waiting.lines.value) this.checkStanding(line);
  }

  /** What was said of the same since shows, and so does what is not there any more. */
  checkStanding(line: Line): void {
    const all = this.book!.all.value;
    const item = all.get(line.item);
    const standing = standingOf(line, all);
    if (line.base.length === 0)
      return void expect(standing).toBe(line.kind === 'goal' || this.hasOwner(line) ? 'new' : 'gone');
    if (!item) return void expect(standing).toBe('gone');
    const began = item.versions.find(version => line.base.includes(version.id));
    const differs = began?.values.want !== item.head.values.want;
    expect(standing).toBe(differs && 'want' in line.changes ? 'moved' : 'changes');
  }

  hasOwner(line: Line): boolean {
    const owner = line.changes.goal as string;
    return this.book!.all.value.has(owner);
  }

  /** Does it with a fault. What is acknowledged goes into the model; what dies is unsure; what is refused did not happen. */
  async under(
    how: Fault,
    words: readonly string[],
    work: () => Promise<void>,
    done: () => void,
  ): Promise<void> {
    this.disk.arm(how);
    try {
      await work();
      done();
    } catch (error) {
      if (error instanceof Dead) {
        for (const word of words) this.unsure.add(word);
        this.crash();
      } else if (!(error instanceof AppError && error.code === 'storage-full')) throw error;
    }
    this.disk.arm('none');
  }

  pick<T>(of: readonly T[], at: number): T | undefined {
    return of[at % Math.max(1, of.length)];
  }

  async write(
    how: Fault,
    item: string | undefined,
    values: Record<string, string>,
    kind: string,
  ): Promise<void> {
    const { book } = this.helping!;
    const word = wordsIn(values)[0]!;
    // A new thing takes the place of the one of its kind that was being typed: a form saves its own draft.
    const draft = book.drafts.value.get(draftKeyOf({ kind, values, ...(item ? { id: item } : {}) }));
    const before = wordsIn({ ...(item ? book.all.value.get(item)!.head.values : {}), ...draft?.values });
    let id = item;
    const work = async () => {
      id = (await book.saveItem({ ...plain, kind, values, ...(item ? { id: item } : {}) })).id;
    };
    await this.under(how, [word, ...before.filter(one => this.fate.get(one) === 'waiting')], work, () => {
      // Written over in the same session: it was never seen by the person.
      for (const one of before) if (this.fate.get(one) === 'waiting') this.fate.delete(one);
      this.fate.set(word, 'waiting');
      this.itemOf.set(word, id!);
    });
    if (id) this.itemOf.set(word, id);
  }

  async help({ what, at, fault: how }: Step): Promise<void> {
    const { book } = this.helping!;
    const goals = [...book.items.value.values()].filter(item => item.kind === 'goal');
    const goal = this.pick(goals, at);
    if (what === 'add') await this.write(how, undefined, { want: this.word() }, 'goal');
    else if (what === 'edit' && goal)
      await this.write(how, goal.id, { ...goal.head.values, want: this.word() } as never, 'goal');
    else if (what === 'dot' && goal)
      await this.write(how, undefined, { goal: goal.id, note: this.word() }, 'checkin');
    else if (what === 'type') {
      const values = { want: this.word() };
      const draft = { ...plain, kind: 'goal', values, key: draftKeyOf({ kind: 'goal' }) };
      const before = [...book.drafts.value.values()].flatMap(one => wordsIn(one.values));
      await this.under(
        how,
        [values.want, ...before],
        () => book.keepDraft(draft),
        () => {
          for (const word of before) this.fate.delete(word);
          this.fate.set(values.want, 'waiting');
        },
      );
    }
  }

  async decide(at: number, how: Fault): Promise<void> {
    const book = this.book!;
    const [first] = book.waiting.lines.value;
    if (!first) return;
    const offers = offersOf(book.waiting.lines.value.filter(line => line.proposal.id === first.proposal.id));
    const chosen = offers.filter((_, i) => (at + i) % 3 !== 0);
    const gone = (line: Line) => standingOf(line, book.all.value) === 'gone';
    const use = chosen.filter(({ line }, i) => (at + i) % 2 === 0 && !gone(line));
    const leave = chosen.filter(offer => !use.includes(offer));
    if (chosen.length === 0) return;
    const words = (of: typeof offers) =>
      of.flatMap(({ line, parts }) => [line, ...parts].flatMap(one => wordsIn(one.changes)));
    for (const { line, parts } of chosen)
      for (const one of [line, ...parts])
        for (const word of wordsIn(one.changes)) this.itemOf.set(word, one.item);
    const before = new Map(this.fate);
    const done = () => {
      for (const word of words(use)) this.fate.set(word, 'used');
      for (const word of words(leave)) this.fate.set(word, 'kept');
    };
    await this.under(
      how,
      words(chosen),
      async () => {
        const { undo } = await decide(book, { use, leave, named: at % 2 === 0 }, clock);
        this.undo = async () => {
          await undo();
          for (const word of words(chosen)) this.fate.set(word, before.get(word)!);
        };
      },
      done,
    );
  }

  async mine({ what, at, fault: how }: Step): Promise<void> {
    const book = this.book!;
    const item = this.pick([...book.items.value.values()], at);
    if (what === 'give') {
      const ticked = [...book.items.value.keys()].filter((_, i) => (at + i) % 2 === 0);
      await this.under(
        how,
        [],
        async () => {
          this.helping = await giveTo(this.vault!, book, { helper: 'Dana', ticked }, clock);
          this.book = null;
          this.vault = null;
          this.undo = null;
        },
        () => undefined,
      );
    } else if (what === 'decide') await this.decide(at, how);
    else if (what === 'undo' && this.undo) {
      await this.undo();
      this.undo = null;
    } else if (what === 'own' && item) {
      this.undo = null;
      await book.setValues(item.id, values => ({ ...values, want: `mine ${this.word()}` }));
    } else if (what === 'delete' && item) {
      this.undo = null;
      this.deleted.add(item.id);
      for (const part of book.parts.value.get(item.id) ?? []) this.deleted.add(part.id);
      await book.remove(item.id);
    }
  }

  async take({ n, ...rest }: { n: number; at: number; fault: Fault }): Promise<void> {
    const one = { what: menus[this.helping ? 'help' : 'mine'][n]!, ...rest };
    if (one.what === 'crash') this.crash();
    else if (one.what === 'lock') await this.lock();
    else if (this.helping) await this.help(one);
    else await this.mine(one);
    if (this.helping) return;
    await this.unlock();
    this.check();
  }
}

it('loses no line and takes none twice, whatever comes between', { timeout: 600_000 }, async () => {
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async steps => {
      const world = new World();
      await world.begin();
      for (const one of steps) await world.take(one);
      await world.lock();
      await world.unlock();
      world.check();
      decided += [...world.fate.values()].filter(fate => fate !== 'waiting').length;
    }),
    { numRuns },
  );
  expect(decided).toBeGreaterThan(numRuns / 3);
});
