import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Item, ItemId, Version } from '../domain/item.ts';
import type { LogEntry } from '../domain/log.ts';
import { type Line, type ProposalEntry, toldBy } from '../domain/proposal.ts';
import type { Saying } from '../domain/versions.ts';
import { randomId } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { versionsOf } from './blobs.ts';
import { type Draft, put, putVersion, recordIdOf } from './codec.ts';
import type { Drafts } from './drafts.ts';
import type { Items } from './items.ts';
import type { Log } from './log.ts';
import type { RecordChange } from './records.ts';

/** No room for it, it can't be read, or a later version wrote it. */
type Outside = 'full' | 'unread' | 'later';

/** What the person says about a line: what to keep, that its thing is to go, or `null` to leave the line out. */
export interface Choice {
  line: Line;
  saying: Saying | 'take-out' | null;
}

/** What lines are decided with: they change items, drafts and log in one transaction. */
interface Desk {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  save(changes: readonly RecordChange[]): Promise<void>;
  items: Items;
  drafts: Drafts;
  log: Log;
}

interface Written {
  version: Version;
  before: Item | undefined;
}

interface Decided {
  lines: readonly Line[];
  used: readonly Written[];
  /** The tombstones of things that are used again, and the number of each. */
  raised: ReadonlyMap<ItemId, number>;
  /** Things that went, whole. */
  out: readonly Item[];
  entry: ProposalEntry;
  former: LogEntry | undefined;
  /** What the person was typing about those things. */
  typed: readonly Draft[];
}

const putLine = (line: Line): RecordChange => put(line.id, { tag: 'line', body: line });

const tombstones = (buried: ReadonlyMap<ItemId, number>): RecordChange[] =>
  [...buried].map(([item, counted]) => put(item, { tag: 'tombstone', body: { item, counted } }));

const byPlace = (a: Line, b: Line): number => a.proposal.at.localeCompare(b.proposal.at) || a.seq - b.seq;

/** What others offered and the person has yet to say something about: the one way in. */
export class Waiting {
  readonly lines: ReadonlySignal<readonly Line[]>;
  /** What was written with someone is still outside, and why. */
  readonly outside: ReadonlySignal<Outside | null>;
  readonly #lines;
  readonly #outside = signal<Outside | null>(null);
  readonly #desk: Desk;

  constructor(desk: Desk, lines: readonly Line[]) {
    this.#desk = desk;
    this.#lines = signal([...lines].sort(byPlace));
    this.lines = this.#lines;
    this.outside = this.#outside;
  }

  /**
   * Lets lines in, to wait; none of a proposal that was let in before. `save`, where given, takes them from where they
   * came in the same transaction. Returns whether any came in.
   */
  letIn(lines: readonly Line[], save = this.#desk.save): Promise<boolean> {
    return this.#desk.inTurn(async () => {
      const fresh = lines.filter(({ proposal }) => !this.knows(proposal.id));
      await save(fresh.map(putLine));
      this.#outside.value = null;
      this.#add(fresh);
      return fresh.length > 0;
    });
  }

  /** It waits here, or the person has said something about it. */
  knows(proposal: string): boolean {
    const waits = this.#lines.peek().some(line => line.proposal.id === proposal);
    return waits || this.#desk.log.get(proposal) !== undefined;
  }

  /** Letting in did not work: the person is to know that something waits outside, and why. */
  keptOut(error: unknown): void {
    const code = error instanceof AppError ? error.code : null;
    this.#outside.value = code === 'damaged' ? 'unread' : code === 'too-new' ? 'later' : 'full';
  }

  /**
   * What the person says about lines. All of it and the log, or nothing, in one transaction, so that no line is ever
   * lost or taken twice. Returns what takes it back until the next change.
   */
  decide(choices: readonly Choice[], said: ProposalEntry): Promise<() => Promise<void>> {
    const { items, drafts, log } = this.#desk;
    return this.#desk.inTurn(async () => {
      const entry = log.numbered(said);
      const used = choices.flatMap(({ line, saying }) =>
        typeof saying === 'object' && saying
          ? [{ before: items.get(line.item), version: items.make(saying, line.item) }]
          : [],
      );
      const asked = choices.map(({ line }) => line);
      const others = this.#lines.peek().filter(line => !asked.includes(line));
      // Of two copies that say the same, the second has nothing left to ask.
      const lines = [
        ...asked,
        ...toldBy(
          used.map(({ version }) => version),
          others,
        ),
      ];
      const raised = new Map(
        [...items.gone.peek()].filter(([id]) => used.some(({ version }) => version.item === id)),
      );
      const out = choices.flatMap(({ line, saying }) =>
        saying === 'take-out' ? (items.get(line.item) ?? []) : [],
      );
      const buried = new Map(out.map(({ id }) => [id, items.count()]));
      const former = log.get(entry.id);
      const typed = used.flatMap(({ before }) => drafts.all.peek().get(before?.id ?? '') ?? []);
      const along = used.map(({ version, before }) => drafts.along(version, before));
      await this.#desk.save([
        ...[...raised.keys()].map(id => ({ op: 'remove', id }) as const),
        ...used.map(({ version }) => putVersion(version)),
        ...tombstones(buried),
        ...versionsOf(out).map(({ id }) => ({ op: 'remove', id: recordIdOf(id) }) as const),
        ...along.flatMap(({ changes }) => changes),
        ...lines.map(line => ({ op: 'remove', id: line.id }) as const),
        put(entry.id, { tag: 'log', body: entry }),
      ]);
      for (const { version, before } of used)
        items.adopt(version.item, [version, ...(before?.versions ?? [])]);
      items.bury(buried);
      for (const { adopt } of along) adopt();
      this.#lines.value = this.#lines.peek().filter(line => !lines.includes(line));
      log.adopt(entry.id, entry);
      let undone: Promise<void> | undefined;
      return () => {
        undone ??= this.#undecide({ lines, used, raised, out, entry, former, typed }).catch(error => {
          // A full disk, say: it can be asked for again.
          undone = undefined;
          throw error;
        });
        return undone;
      };
    });
  }

  /** Brings back the lines, and the things as they were. What was written over since stays as it is. */
  #undecide({ lines, used, raised, out, entry, former, typed }: Decided): Promise<void> {
    const { items, drafts, log } = this.#desk;
    return this.#desk.inTurn(async () => {
      const undone = used.filter(({ version }) => items.get(version.item)?.head.id === version.id);
      const stays = new Set(used.filter(one => !undone.includes(one)).map(({ version }) => version.item));
      const back = lines.filter(line => !stays.has(line.item));
      const undoneIds = new Set(undone.map(({ version }) => version.item));
      const buried = new Map([...raised].filter(([id]) => undoneIds.has(id)));
      const retyped = typed.filter(({ key }) => !stays.has(key)).map(draft => drafts.keep(draft));
      await this.#desk.save([
        ...undone.map(({ version }) => ({ op: 'remove', id: recordIdOf(version.id) }) as const),
        ...tombstones(buried),
        ...out.map(({ id }) => ({ op: 'remove', id }) as const),
        ...versionsOf(out).map(putVersion),
        ...back.map(putLine),
        ...retyped.flatMap(({ changes }) => changes),
        former ? put(former.id, { tag: 'log', body: former }) : { op: 'remove', id: entry.id },
        // Of nothing: it keeps how far this install had counted, as the versions did.
        put(randomId(), { tag: 'tombstone', body: { item: '', counted: items.counted } }),
      ]);
      for (const { version, before } of undone) {
        if (before) items.adopt(before.id, before.versions);
        else items.forget(new Set([version.item]));
      }
      items.bury(buried);
      for (const { id, versions } of out) items.adopt(id, versions);
      for (const { adopt } of retyped) adopt();
      this.#add(back);
      log.adopt(entry.id, former);
    });
  }

  #add(lines: readonly Line[]): void {
    this.#lines.value = [...this.#lines.peek(), ...lines].sort(byPlace);
  }
}
